import { type Incoming, json, type Route } from '../http/listen';
import type { Delivery } from '../wechatpay/faults';
import type { CallFailure, CallRefusal, CallSuccess } from './call';
import type { Cloud } from './cloud';
import { TimerRefused } from './timers';

async function call(cloud: Cloud, { rest: name, body }: Incoming): Promise<Delivery> {
  let input: unknown;
  try {
    input = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    return json(400, { error: 'the body is not JSON' });
  }
  if (typeof input !== 'object' || input === null) return json(400, { error: 'the body is not an object' });
  return shown(await cloud.call(name, input));
}

function shown(answer: CallSuccess | CallFailure | CallRefusal): Delivery {
  return 'refused' in answer ? json(400, { error: answer.refused }) : json(200, answer);
}

async function fire(cloud: Cloud, { rest }: Incoming): Promise<Delivery> {
  const name = rest.replace(/\/fire$/, '');
  if (name === rest) return json(404, { error: 'only POST /_sandbox/timers/<function>/fire is here' });
  try {
    return shown(await cloud.fire(name));
  } catch (error) {
    if (error instanceof TimerRefused) return json(400, { error: error.message, field: 'function' });
    throw error;
  }
}

/** `{offsetsMs: [ms …]}`, which may be negative: a clock may be behind. */
function setClocks(cloud: Cloud, { rest, body }: Incoming): Delivery {
  const name = rest.replace(/\/clocks$/, '');
  if (name === rest) return json(404, { error: 'only POST /_sandbox/functions/<function>/clocks is here' });
  let offsets: unknown;
  try {
    offsets = JSON.parse(body.toString('utf8'))?.offsetsMs;
  } catch {
    return json(400, { error: 'the body is not JSON' });
  }
  if (!Array.isArray(offsets) || !offsets.every((ms): ms is number => Number.isSafeInteger(ms))) {
    return json(400, { error: 'offsetsMs: must be a list of integers', field: 'offsetsMs' });
  }
  cloud.setClocks(name, offsets);
  return json(200, { function: name, offsetsMs: offsets });
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
    {
      method: 'POST',
      path: '/_sandbox/functions/',
      shown: 'POST /_sandbox/functions/<function>/clocks',
      answer: (request) => setClocks(cloud, request),
    },
    { path: '/http/', shown: '/http/<function>/… (HTTP access)', answer: (request) => cloud.answerHttp(request) },
  ];
}
