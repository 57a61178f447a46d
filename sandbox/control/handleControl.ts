import { BadInput } from '../http/readInput';
import { SetupRefused } from '../wechatpay/bank/setup';
import type { Answer } from '../wechatpay/control/actions';
import type { World } from '../world';
import { type Route, routes } from './routes';

const index = routes.map(({ method, path, does }) => ({ route: `${method} ${path}`, does }));

/** The value of the route's `:name` segment ('' where it has none), or undefined when the path is another. */
function match(route: Route, path: string): string | undefined {
  const [fixed = '', variable] = route.path.split('/:');
  if (variable === undefined) return path === fixed ? '' : undefined;
  const segment = path.startsWith(`${fixed}/`) ? path.slice(fixed.length + 1) : '';
  if (segment === '' || segment.includes('/')) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/**
 * Answers one request of the control API (`/_sandbox…`).
 * @param body the parsed JSON body, undefined where there was none
 * @returns 400 names the wrong field, 404 lists the routes, 409 is a refund the bank refuses
 */
export function handleControl(world: World, method: string, path: string, body: unknown): Answer {
  const plain = path.replace(/\?.*$/, '').replace(/\/$/, '');
  if (method === 'GET' && plain === '/_sandbox') return { status: 200, body: { routes: index } };
  for (const route of routes) {
    const segment = route.method === method ? match(route, plain) : undefined;
    if (segment === undefined) continue;
    try {
      return route.run(world, segment, body);
    } catch (error) {
      if (error instanceof BadInput || error instanceof SetupRefused) {
        return { status: 400, body: { error: error.message, field: error.field } };
      }
      throw error;
    }
  }
  return { status: 404, body: { error: `no ${method} ${plain}`, routes: index } };
}
