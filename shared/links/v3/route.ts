import type { Config } from '../../config';
import type { AnswerOf, Json, JsonObject, OperationName, RequestOf } from '../../contract';
import type { Carried } from '../../generated/contract';
import type { LinkName } from '../../operation';
import type { Violation } from '../../violations';
import type { RowSink } from '../link';

export type Route<Name extends OperationName> = Mapping<RequestOf<Name>, AnswerOf<Name>>;

interface Mapping<Request, Answer> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Variables that the configuration must have for this request. */
  settings?(request: Request, config: Config): readonly string[];
  toWire(request: Request, context: EncodeContext): JsonObject;
  /** A verified answer in the words of the contract, lists not yet JSON text; what has no name there stays as it is. */
  fromWire(answer: JsonObject, request: Request): Answer;
  violations?(request: Request, config: Config): Violation[];
  readonly download?: Download<Request, Answer>;
  /** Failures of the return operations are called `error_code` and `error_msg` (CloudPay return pages). */
  readonly errorField?: 'error_code';
}

export interface EncodeContext {
  readonly config: Config;
  encrypt(name: string): string;
}

/** A file whose address WeChat Pay names in its answer; the file itself carries no signature. */
export interface Download<Request, Answer> {
  /**
   * @param base the configured host
   * @throws {WechatPayError} BAD_ANSWER for an address that must not get a signed request
   */
  address(answer: JsonObject, base: URL): URL;
  /** @throws {WechatPayError} BAD_ANSWER for a file that is not the announced one, NO_ANSWER when `isLate` */
  read(file: Buffer, answer: JsonObject, request: Request, isLate: () => boolean, rows?: RowSink): Promise<Answer>;
}

export type RouteTable = { readonly [Name in OperationName]?: Route<Name> };

/** A route for every operation that the link carries: one that is missing does not compile. */
export type Routes<Link extends LinkName> = { readonly [Name in Carried[Link]]: Route<Name> };

/** Path and query as they are signed and sent, and the fields that are left for the body. */
export function requestTarget(
  { method, path }: Pick<Route<OperationName>, 'method' | 'path'>,
  wire: JsonObject,
): [string, JsonObject] {
  const rest = Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encode(rest[name]);
    delete rest[name];
    return value;
  });
  if (method === 'POST') return [filled, rest];
  const query = Object.entries(rest).map(([name, value]) => `${name}=${encode(value)}`);
  return [query.length > 0 ? `${filled}?${query.join('&')}` : filled, {}];
}

/**
 * Encodes all but RFC 3986's unreserved characters. Going through bytes first replaces lone surrogates, which
 * encodeURIComponent throws on.
 */
function encode(value: Json): string {
  return encodeURIComponent(Buffer.from(String(value)).toString()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
