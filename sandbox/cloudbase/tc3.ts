import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Parameters as the SDK signed them: parsed JSON values, or the text and bytes of a multipart form. */
export type Params = Readonly<Record<string, unknown>>;

/** The parts of an HTTP request that a TC3 signature covers. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly params: Params;
}

/** Who signed, or why the signature is refused. */
export type Verdict =
  | { readonly ok: true; readonly secretId: string }
  | { readonly ok: false; readonly message: string };

interface Authorization {
  readonly secretId: string;
  readonly date: string;
  readonly signedParams: readonly string[];
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const windowSeconds = 600;
const scheme =
  /^TC3-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{4}-\d{2}-\d{2})\/tcb\/tc3_request, SignedParams=([^,]*), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function parseAuthorization(header: string | undefined): Authorization | undefined {
  const [, secretId, date, params, headers, signature] = scheme.exec(header ?? '') ?? [];
  if (secretId === undefined || date === undefined || headers === undefined || signature === undefined)
    return undefined;
  return {
    secretId,
    date,
    signedParams: params ? params.split(';') : [],
    signedHeaders: headers.split(';'),
    signature,
  };
}

/** Multipart bytes are signed raw; anything else as trimmed text. An empty text is not signed at all. */
function signable(value: unknown): string | Buffer {
  if (Buffer.isBuffer(value)) return value;
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).trim();
}

function payloadHash(keys: readonly string[], params: ReadonlyMap<string, string | Buffer>): string {
  const hash = createHash('sha256');
  for (const key of keys)
    hash
      .update(`&${key}=`)
      .update(params.get(key) ?? '')
      .update('\r\n');
  return hash.digest('hex');
}

/** The multipart boundary is chosen after signing, so content-type counts without it. */
function canonicalHeader(name: string, headers: IncomingHttpHeaders): string {
  const value = String(headers[name] ?? '')
    .trim()
    .toLowerCase();
  const bare = name === 'content-type' && value.startsWith('multipart/form-data') ? 'multipart/form-data' : value;
  return `${name}:${bare}\n`;
}

function canonicalRequest(
  request: SignedRequest,
  auth: Authorization,
  params: ReadonlyMap<string, string | Buffer>,
): string {
  return [
    request.method.toLowerCase(),
    `//${request.headers.host ?? ''}${request.path}`,
    request.query,
    auth.signedHeaders.map((name) => canonicalHeader(name, request.headers)).join(''),
    auth.signedHeaders.join(';'),
    payloadHash(auth.signedParams, params),
  ].join('\n');
}

function signatureOf(secretKey: string, date: string, timestamp: number, canonical: string): Buffer {
  const stringToSign = `TC3-HMAC-SHA256\n${timestamp}\n${date}/tcb/tc3_request\n${sha256(canonical)}`;
  const signingKey = hmac(hmac(hmac(`TC3${secretKey}`, date), 'tcb'), 'tc3_request');
  return hmac(signingKey, stringToSign);
}

/**
 * Checks the TC3-HMAC-SHA256 signature that both CloudBase SDKs put on `POST /admin`.
 *
 * Unlike the cloud, which also lets unsigned streams pass, every parameter that is not empty must be signed.
 *
 * @param secretKeyOf the key of a secret id, or undefined when there is none (any more)
 * @param now epoch ms of the server; a signature is good for 600 s in both directions
 */
export function verifyTc3(
  request: SignedRequest,
  secretKeyOf: (secretId: string) => string | undefined,
  now: number,
): Verdict {
  const refuse = (message: string): Verdict => ({ ok: false, message });
  const auth = parseAuthorization(request.headers.authorization);
  if (!auth) return refuse('Authorization is missing or is not TC3-HMAC-SHA256 with SignedParams');
  const secretKey = secretKeyOf(auth.secretId);
  if (secretKey === undefined) return refuse(`SecretId ${auth.secretId} does not exist or its invocation has ended`);

  const timestamp = Number(request.headers['x-timestamp']);
  if (!Number.isInteger(timestamp) || Math.abs(now / 1000 - timestamp) > windowSeconds) {
    return refuse(`X-Timestamp is more than ${windowSeconds} s away from the server's clock`);
  }
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  if (date !== auth.date) return refuse('the date of Credential is not the UTC date of X-Timestamp');
  for (const name of ['host', 'content-type']) {
    if (!auth.signedHeaders.includes(name)) return refuse(`header ${name} is not signed`);
  }
  const params = new Map(Object.entries(request.params).map(([key, value]) => [key.toLowerCase(), signable(value)]));
  for (const [key, value] of params) {
    if (value !== '' && !auth.signedParams.includes(key)) return refuse(`parameter ${key} is not signed`);
  }
  const expected = signatureOf(secretKey, date, timestamp, canonicalRequest(request, auth, params));
  if (!timingSafeEqual(expected, Buffer.from(auth.signature, 'hex'))) return refuse('the signature does not match');
  return { ok: true, secretId: auth.secretId };
}
