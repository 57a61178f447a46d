import { request } from 'node:http';
import type { CallDetail, Snapshot } from '../../console/views';
import type { Sandbox } from '../../sandbox';
import type { LinkName } from '../../shared/generated/links';

export type Fields = Record<string, unknown>;

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** A request with any headers, also those that `fetch` keeps for browsers. */
export function raw(url: string, method: string, headers: Record<string, string> = {}, body = '{}'): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { 'content-type': 'text/plain', ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (more: string) => {
        text += more;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text) }),
      );
    });
    sent.on('error', reject);
    sent.end(method === 'GET' ? undefined : body);
  });
}

async function json<T>(answer: Response): Promise<T> {
  return (await answer.json()) as T;
}

/** What the page asks of the sandbox, asked without a browser. */
export function pageOf({ url }: Sandbox) {
  const post = async <T = Fields>(path: string, body: Fields): Promise<T> =>
    json<T>(await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) }));
  const get = async <T>(path: string): Promise<T> => json<T>(await fetch(`${url}${path}`));
  return {
    post,
    snapshot: () => get<Snapshot>('/console/snapshot'),
    detail: (id: string) => get<CallDetail>(`/console/calls/${id}`),
    take: (link: LinkName) => post('/console/link', { link, locale: 'en' }),
    call: (name: string, data: Fields) =>
      post<{ result: Fields; requestID: string }>(`/call/${name}`, { data, as: 'function' }),
  };
}
