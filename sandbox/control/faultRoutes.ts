import type { Route } from '../http/route';
import type { FaultQueue } from './faultQueue';
import { jsonRoute, ok } from './jsonRoute';

interface Texts {
  /** What an order of one does. */
  readonly order: string;
  /** Several of them. */
  readonly plural: string;
}

/** The routes of a fault queue: POST orders a fault, GET shows those that wait, DELETE takes them back. */
export function faultRoutes<F>(
  path: string,
  queue: Pick<FaultQueue<F & object, never>, 'inject' | 'list' | 'clear'>,
  read: (body: unknown) => F & object,
  { order, plural }: Texts,
): readonly Route[] {
  return [
    jsonRoute('POST', path, order, (_, body) => {
      queue.inject(read(body));
      return ok(queue.list());
    }),
    jsonRoute('GET', path, `${plural} still waiting`, () => ok(queue.list())),
    jsonRoute('DELETE', path, `no more ${plural}`, () => {
      queue.clear();
      return ok([]);
    }),
  ];
}
