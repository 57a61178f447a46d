import type { Delivery } from '../faults';
import { type Incoming, json, type Route } from '../listen';
import type { Cloud } from './cloud';

async function call(cloud: Cloud, { rest: name, body }: Incoming): Promise<Delivery> {
  let input: unknown;
  try {
    input = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  } catch {
    return json(400, { error: 'the body is not JSON' });
  }
  if (typeof input !== 'object' || input === null) return json(400, { error: 'the body is not an object' });
  const answer = await cloud.call(name, input);
  return 'refused' in answer ? json(400, { error: answer.refused }) : json(200, answer);
}

/** The addresses of CloudBase: the admin API for the SDKs, and calls from outside. */
export function cloudRoutes(cloud: Cloud): readonly Route[] {
  return [
    { method: 'POST', path: '/admin', shown: 'POST /admin', answer: (request) => cloud.answerAdmin(request) },
    { method: 'POST', path: '/call/', shown: 'POST /call/<function>', answer: (request) => call(cloud, request) },
    { path: '/http/', shown: '/http/<function>/… (HTTP access)', answer: (request) => cloud.answerHttp(request) },
  ];
}
