import { json } from '../http/httpResponse';
import type { Method, ParamsOf } from '../http/match';
import { type Route, route } from '../http/route';
import { BadInput } from './readInput';

/** What a route of the control API answers. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

/**
 * A route that takes JSON, or no body at all, and gives JSON.
 * @param run may throw {@link BadInput}, which is answered as 400 with the field
 */
export function jsonRoute<const Path extends string>(
  method: Method,
  path: Path,
  does: string,
  run: (params: ParamsOf<Path>, body: unknown) => Answer | Promise<Answer>,
): Route {
  return route(method, path, does, async ({ params, body }) => {
    let value: unknown;
    try {
      value = body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
    } catch {
      return json(400, { error: 'the body is not JSON' });
    }
    try {
      const answer = await run(params, value);
      return json(answer.status, answer.body);
    } catch (error) {
      if (error instanceof BadInput) return json(400, { error: error.message, field: error.field });
      throw error;
    }
  });
}
