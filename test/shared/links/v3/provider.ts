import { createCipheriv, randomBytes, sign, verify } from 'node:crypto';
import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UnknownFields } from '../../../../shared/contract';
import { firstKey, merchantPublicKey, type PlatformKey } from '../../wechatpay/keys';
import vectors from '../../wechatpay/vectors.json';

/** A request as it arrived. */
export interface Seen {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the provider answers; signed with `key` unless `headers` or `unsigned` say otherwise. */
export interface Answer {
  readonly status?: number;
  readonly body?: Buffer | string | UnknownFields;
  readonly headers?: Record<string, string>;
  readonly unsigned?: boolean;
  readonly key?: PlatformKey;
  /** Seconds the provider's clock is ahead. */
  readonly skew?: number;
  /** Changes the body after it was signed. */
  readonly tamper?: (body: Buffer) => Buffer;
}

export interface Provider {
  readonly url: string;
  readonly seen: Seen[];
  /** Cuts every open connection. */
  cut(): void;
  close(): Promise<void>;
}

/** WeChat Pay on a local port: answers whatever the test decides, signed as the real one signs. */
export async function startProvider(answer: (seen: Seen, at: Provider) => Answer): Promise<Provider> {
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const seen = { method, target: url, headers, body: Buffer.concat(chunks).toString() };
    provider.seen.push(seen);
    const { status = 200, body = '', tamper = (bytes) => bytes, ...rest } = answer(seen, provider);
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    response.writeHead(status, {
      'request-id': '08F78BC8F706109B-0',
      ...(rest.unsigned ? {} : signatureHeaders(bytes, rest.key ?? firstKey, rest.skew)),
      ...rest.headers,
    });
    response.end(tamper(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider: Provider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    cut: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}

export function signatureHeaders(body: Buffer, { serial, privateKey }: PlatformKey, skew = 0): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000) + skew;
  const nonce = randomBytes(16).toString('hex');
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
  return {
    'wechatpay-timestamp': String(timestamp),
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': sign('sha256', message, privateKey).toString('base64'),
  };
}

/** The answer of /v3/certificates for these keys, valid for `hours` from now. */
export function certificates(keys: readonly PlatformKey[], hours = 24 * 365): UnknownFields {
  const time = (offset: number) => new Date(Date.now() + offset * 3_600_000).toISOString().replace('.000', '');
  return {
    data: keys.map(({ serial, certificate }, index) => ({
      serial_no: serial,
      effective_time: time(index - 100),
      expire_time: time(hours),
      encrypt_certificate: { algorithm: 'AEAD_AES_256_GCM', ...encrypted(certificate) },
    })),
  };
}

function encrypted(text: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', vectors.keys.apiv3_key, nonce);
  cipher.setAAD(Buffer.from('certificate'));
  const ciphertext = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return { nonce, associated_data: 'certificate', ciphertext };
}

/** Whether the merchant signed this request, byte for byte as it arrived. */
export function isAuthorised({ method, target, headers, body }: Seen): boolean {
  const parts = Object.fromEntries(
    [...String(headers.authorization).matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const message = `${method}\n${target}\n${parts.timestamp}\n${parts.nonce_str}\n${body}\n`;
  return verify('sha256', Buffer.from(message), merchantPublicKey, Buffer.from(String(parts.signature), 'base64'));
}
