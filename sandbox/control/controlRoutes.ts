import { type HttpResponse, json } from '../http/httpResponse';
import type { Incoming, Route } from '../http/listen';
import { noticeDoors } from '../wechatpay/notices/noticeDoors';
import { v3Control } from '../wechatpay/wires/v3/v3Control';
import type { World } from '../world';
import { handleControl } from './handleControl';

function control(world: World, { method, path, body }: Incoming): HttpResponse {
  let value: unknown;
  try {
    value = body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
  } catch {
    return json(400, { error: 'the body is not JSON' });
  }
  const answer = handleControl(world, method, path, value);
  return json(answer.status, answer.body);
}

/** The addresses of the control API; what takes time comes before the rest. */
export function controlRoutes(world: World): readonly Route[] {
  const answer: Route['answer'] = (request) => control(world, request);
  return [
    ...v3Control(world),
    ...noticeDoors(world.notices),
    {
      method: 'POST',
      path: '/_sandbox/clock/advance',
      shown: 'POST /_sandbox/clock/advance (and tells what is due)',
      answer: async (request) => {
        const advanced = control(world, request);
        await world.notices.deliver();
        return advanced;
      },
    },
    { path: '/_sandbox', shown: 'GET /_sandbox (the index of the control API)', answer },
    { path: '/_sandbox/', shown: '/_sandbox/…', answer },
  ];
}
