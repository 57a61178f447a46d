export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One address, or all addresses below one. */
export interface Address {
  /** Any method when absent. */
  readonly method?: Method;
  /** `{name}` stands for one segment, which must not be empty; `/*` at the end for everything below. */
  readonly path: string;
}

/** What stands in a path for each `{name}`, decoded. */
export type Params = Readonly<Record<string, string>>;

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** {@link Params} of a path that is known: a misspelt name is an error of the compiler. */
export type ParamsOf<Path extends string> = { readonly [Name in NamesIn<Path>]: string };

export interface Match<A extends Address> {
  readonly route: A;
  /** undefined when a segment is no percent-encoding. */
  readonly params: Params | undefined;
}

type Raw = readonly (readonly [name: string, segment: string])[];

function segmentsIn(template: string, path: string): Raw | undefined {
  if (template.endsWith('/*')) return path.startsWith(template.slice(0, -1)) ? [] : undefined;
  const names = template.split('/');
  const segments = path.split('/');
  if (names.length !== segments.length) return undefined;
  const found: [string, string][] = [];
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? '';
    if (!name.startsWith('{')) {
      if (name !== segment) return undefined;
    } else if (segment === '') return undefined;
    else found.push([name.slice(1, -1), segment]);
  }
  return found;
}

function decoded(raw: Raw): Params | undefined {
  try {
    return Object.fromEntries(raw.map(([name, segment]) => [name, decodeURIComponent(segment)]));
  } catch {
    return undefined;
  }
}

/** A fixed path wins over a name in its place, a name over everything below. */
function vagueness({ path }: Address): number {
  return path.endsWith('/*') ? Number.POSITIVE_INFINITY : path.split('{').length;
}

/** Finds the route of a request. @param path without the query */
export function matchRoute<A extends Address>(
  routes: readonly A[],
  method: string,
  path: string,
): Match<A> | undefined {
  let best: { readonly route: A; readonly raw: Raw } | undefined;
  for (const route of routes) {
    if ((route.method ?? method) !== method) continue;
    const raw = segmentsIn(route.path, path);
    if (raw && (!best || vagueness(route) < vagueness(best.route))) best = { route, raw };
  }
  return best && { route: best.route, params: decoded(best.raw) };
}

/** The same routes. @throws when two of them have one address: the second would never be asked */
export function distinct<A extends Address>(routes: readonly A[]): readonly A[] {
  const seen = new Set<string>();
  for (const { method = 'ANY', path } of routes) {
    const address = `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;
    if (seen.has(address)) throw new Error(`two routes for ${address}`);
    seen.add(address);
  }
  return routes;
}
