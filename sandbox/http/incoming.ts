import type { IncomingHttpHeaders } from 'node:http';
import type { Params } from './match';

/** What a caller showed when the connection was secured. */
export interface ClientCertificate {
  /** Issued by the authority this listener trusts, for clients. */
  readonly trusted: boolean;
  readonly commonName: string;
}

/** A request that has arrived completely. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  /** What stands in the path for each `{name}` of the route. */
  readonly params: Params;
  /** The query string without its question mark. */
  readonly query: string;
  /** Path and query as they arrived: what a request signature covers. */
  readonly target: string;
  /** Scheme, host and port by which the caller reached the sandbox. */
  readonly origin: string;
  /** The two ports of the connection, the caller's first: `50000-9527`. */
  readonly connection: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Absent where none was shown, and on plain HTTP. */
  readonly certificate?: ClientCertificate | undefined;
}
