import type { World } from '../../../world';
import type { Identity } from '../../bank/outcome';
import type { Merchant } from '../../bank/records';
import type { Field } from './fields';
import type { Json, V3Answer } from './v3Answer';

/** Who calls, established by the signature. */
export type Caller = Merchant;

/** Everything an endpoint may look at. Names are opened, fields have the form of the page. */
export interface Call {
  readonly world: World;
  readonly caller: Caller;
  readonly identity: Identity;
  readonly fields: Json;
  /** The address the request came to, for addresses that are handed out. */
  readonly origin: string;
}

/** One address of API v3. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  /** `{names}` stand for one segment, which must not be empty. */
  readonly path: string;
  readonly link: 'apiv3' | 'ecommerce' | 'brand';
  /** The operation's CloudPay name, by which faults are aimed on every link alike. */
  readonly api: string | ((fields: Json) => string);
  /** Of path, query and body together, as the page lists them for this kind of caller. */
  readonly fields: (caller: Caller) => readonly Field[];
  /** The name of a field that is missing because of what others say. */
  readonly missing?: (fields: Json, caller: Caller) => string | undefined;
  /** Why this caller may not use the family at all. */
  readonly refuses?: (call: Omit<Call, 'identity'>) => V3Answer | undefined;
  /** Not JSON: takes any Accept header. */
  readonly file?: true;
  readonly run: (call: Call) => V3Answer | Promise<V3Answer>;
}

export interface Found {
  readonly endpoint: Endpoint;
  /** Decoded segments of the path; undefined when one is no percent-encoding. */
  readonly params: Json | undefined;
}

function paramsOf(template: string, path: string): string[][] | undefined {
  const names = template.split('/');
  const segments = path.split('/');
  if (names.length !== segments.length) return undefined;
  const params: string[][] = [];
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? '';
    if (!name.startsWith('{')) {
      if (name !== segment) return undefined;
    } else if (segment === '') return undefined;
    else params.push([name.slice(1, -1), segment]);
  }
  return params;
}

/** The endpoint of a request; one with a fixed path wins over one with a name in its place. */
export function findEndpoint(endpoints: readonly Endpoint[], method: string, path: string): Found | undefined {
  const fitting = endpoints.flatMap((endpoint) => {
    const params = endpoint.method === method ? paramsOf(endpoint.path, path) : undefined;
    return params ? [{ endpoint, params }] : [];
  });
  const [best] = fitting.sort((a, b) => a.params.length - b.params.length);
  if (!best) return undefined;
  try {
    const decoded = best.params.map(([name = '', value = '']) => [name, decodeURIComponent(value)]);
    return { endpoint: best.endpoint, params: Object.fromEntries(decoded) };
  } catch {
    return { endpoint: best.endpoint, params: undefined };
  }
}
