import { controlApi } from '../../../sandbox/control/controlApi';
import type { Answer } from '../../../sandbox/control/jsonRoute';
import { controlRoutes } from '../../../sandbox/controlRoutes';
import { matchRoute } from '../../../sandbox/http/match';
import type { SandboxState } from '../../../sandbox/sandboxState';

/** Sends one request to the control API of a state, e.g. `POST /_sandbox/orders`, without a listener. */
export async function askControl(state: SandboxState, request: string, body?: unknown): Promise<Answer> {
  const [method = '', target = ''] = request.split(' ');
  const [path = '', query = ''] = target.split('?');
  const found = matchRoute(controlApi(controlRoutes(state)), method, path);
  if (!found?.params) throw new TypeError(`${path} is no address of the control API`);
  const response = await found.route.answer({
    method,
    path,
    params: found.params,
    query,
    target,
    origin: 'http://127.0.0.1',
    connection: '1-2',
    headers: {},
    body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
  });
  return { status: response.status, body: JSON.parse(response.body.toString()) };
}
