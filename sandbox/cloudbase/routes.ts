import { type Answer, jsonRoute, ok } from '../control/jsonRoute';
import { type Route, route } from '../http/route';
import { isRecord } from '../isRecord';
import type { CallFailure, CallRefusal, CallSuccess } from './call';
import type { Cloud } from './cloud';
import { TimerRefused } from './timers';

function shown(answer: CallSuccess | CallFailure | CallRefusal): Answer {
  return 'refused' in answer ? { status: 400, body: { error: answer.refused } } : ok(answer);
}

async function fire(cloud: Cloud, name: string): Promise<Answer> {
  try {
    return shown(await cloud.fire(name));
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
  return jsonRoute('POST', '/_sandbox/timers/{function}/fire', 'lets the timer of a function go off', (params) =>
    fire(cloud, params.function),
  );
}
