import { type Answer, jsonRoute, ok } from '../control/jsonRoute';
import { BadInput, readInput } from '../control/readInput';
import { type Route, route } from '../http/route';
import { isRecord } from '../isRecord';
import type { CallFailure, CallRefusal, CallSuccess } from './call';
import type { Cloud } from './cloud';
import { TimerRefused } from './timers';

function shown(answer: CallSuccess | CallFailure | CallRefusal): Answer {
  return 'refused' in answer ? { status: 400, body: { error: answer.refused } } : ok(answer);
}

async function fire(cloud: Cloud, name: string, body: unknown): Promise<Answer> {
  const { token } = readInput(body, { token: 'boolean' });
  try {
    return shown(await cloud.fire(name, token));
  } catch (error) {
    if (error instanceof TimerRefused) return { status: 400, body: { error: error.message, field: 'function' } };
    throw error;
  }
}

/** The addresses of CloudBase: the admin API for the SDKs, and calls from outside. */
export function cloudRoutes(cloud: Cloud): readonly Route[] {
  return [
    route('POST', '/admin', 'the admin API of CloudBase, for the SDKs', (request) => cloud.answerAdmin(request)),
    jsonRoute('POST', '/call/{function}', 'calls a function: {data, as, environment}', async (params, body = {}) => {
      if (!isRecord(body)) return { status: 400, body: { error: 'the body is not an object' } };
      return shown(await cloud.call(params.function, body));
    }),
  ];
}

/** HTTP access, which is open to everyone, as in the cloud. */
export function httpAccessRoute(cloud: Cloud): Route {
  return route(undefined, '/http/*', 'HTTP access to a function', (request) => cloud.answerHttp(request));
}

/** The timers in the control API: none goes off by itself. */
export function timerRoute(cloud: Cloud): Route {
  return jsonRoute(
    'POST',
    '/_sandbox/timers/{function}/fire',
    'lets the timer of a function go off: {token: true} as one uploaded with WeChat DevTools',
    (params, body) => fire(cloud, params.function, body),
  );
}

/** The wall clocks of instances in the control API; an offset may be negative: a clock may be behind. */
export function clockRoute(cloud: Cloud): Route {
  return jsonRoute(
    'POST',
    '/_sandbox/functions/{function}/clocks',
    'how far the clocks of the instances are ahead: {offsetsMs: [ms …]}',
    ({ function: name }, body) => {
      const offsetsMs = isRecord(body) ? body.offsetsMs : undefined;
      if (!Array.isArray(offsetsMs) || !offsetsMs.every((ms): ms is number => Number.isSafeInteger(ms))) {
        throw new BadInput('offsetsMs', 'must be a list of integers');
      }
      cloud.setClocks(name, offsetsMs);
      return ok({ function: name, offsetsMs });
    },
  );
}
