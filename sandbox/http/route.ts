import type { HttpResponse } from './httpResponse';
import type { Incoming } from './incoming';
import type { Address, Method, ParamsOf } from './match';

/** One address of the sandbox and what it answers, at once or after a while. */
export interface Route extends Address {
  /** What it does, for the lists of routes. */
  readonly does: string;
  readonly answer: (request: Incoming) => HttpResponse | Promise<HttpResponse>;
}

/** A route whose handler knows the names in its path. */
export function route<const Path extends string>(
  method: Method | undefined,
  path: Path,
  does: string,
  answer: (request: Incoming & { readonly params: ParamsOf<Path> }) => HttpResponse | Promise<HttpResponse>,
): Route {
  return {
    ...(method && { method }),
    path,
    does,
    // The names in the path are those that matchRoute has filled in.
    answer: (request) => answer(request as Incoming & { readonly params: ParamsOf<Path> }),
  };
}
