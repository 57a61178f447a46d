import { type HttpResponse, json } from '../http/httpResponse';
import type { Incoming, Route } from '../http/listen';
import { isRecord } from '../isRecord';
import type { CallFailure, CallRefusal, CallSuccess } from './call';
import type { Cloud } from './cloud';
import { TimerRefused } from './timers';

async function call(cloud: Cloud, { rest: name, body }: Incoming): Promise<HttpResponse> {
  let input: unknown;
  try {
    input = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    return json(400, { error: 'the body is not JSON' });
  }
  if (!isRecord(input)) return json(400, { error: 'the body is not an object' });
  return shown(await cloud.call(name, input));
}

function shown(answer: CallSuccess | CallFailure | CallRefusal): HttpResponse {
  return 'refused' in answer ? json(400, { error: answer.refused }) : json(200, answer);
}

async function fire(cloud: Cloud, { rest }: Incoming): Promise<HttpResponse> {
  const name = rest.replace(/\/fire$/, '');
  if (name === rest) return json(404, { error: 'only POST /_sandbox/timers/<function>/fire is here' });
  try {
    return shown(await cloud.fire(name));
  } catch (error) {
    if (error instanceof TimerRefused) return json(400, { error: error.message, field: 'function' });
    throw error;
  }
}

/** The addresses of CloudBase: the admin API for the SDKs, and calls from outside. */
export function cloudRoutes(cloud: Cloud): readonly Route[] {
  return [
    { method: 'POST', path: '/admin', shown: 'POST /admin', answer: (request) => cloud.answerAdmin(request) },
    { method: 'POST', path: '/call/', shown: 'POST /call/<function>', answer: (request) => call(cloud, request) },
    {
      method: 'POST',
      path: '/_sandbox/timers/',
      shown: 'POST /_sandbox/timers/<function>/fire',
      answer: (request) => fire(cloud, request),
    },
    { path: '/http/', shown: '/http/<function>/… (HTTP access)', answer: (request) => cloud.answerHttp(request) },
  ];
}
