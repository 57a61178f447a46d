import { createVerify, randomBytes, sign } from 'node:crypto';
import { Rsa } from 'wechatpay-axios-plugin';
import { type MerchantCredentials, parties, type Sandbox, startSandbox } from '../../../../../sandbox';

export type Json = Record<string, unknown>;

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** {} where the answer is no JSON. */
  readonly json: Json;
  /** Whether the key with this PEM signed exactly this answer. */
  signedBy(pem: string): boolean;
}

/** What a request says besides its path and body; each overrides the honest value. */
export interface Manner {
  readonly timestamp?: number | string;
  readonly nonce?: string;
  readonly serial?: string;
  readonly mchId?: string;
  readonly authorization?: (honest: string) => string;
  /** Signs another text than the one that is sent. */
  readonly signs?: { readonly method?: string; readonly target?: string; readonly body?: string };
  readonly headers?: Record<string, string>;
  /** Wechatpay-Serial. */
  readonly names?: string;
}

export interface Merchant {
  readonly credentials: MerchantCredentials;
  ask(method: 'GET' | 'POST', target: string, body?: Json | string, manner?: Manner): Promise<Asked>;
  /** A name encrypted for WeChat Pay. */
  encrypt(name: string): string;
}

/** A merchant that signs by hand, so that it can also sign wrongly. */
export async function merchant(sandbox: Sandbox, mchId: string = parties.provider.mchId): Promise<Merchant> {
  const credentials = await sandbox.credentials(mchId);
  return {
    credentials,
    encrypt: (name) => Rsa.encrypt(name, credentials.publicKeyPem),
    async ask(method, address, body = '', manner = {}) {
      // fetch drops an empty query, so it must not be signed.
      const target = address.replace(/[?&]$/, '');
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const { timestamp = Math.floor(Date.now() / 1000), nonce = randomBytes(16).toString('hex'), signs = {} } = manner;
      const covered = [signs.method ?? method, signs.target ?? target, timestamp, nonce, signs.body ?? text];
      const message = Buffer.from(covered.map((line) => `${line}\n`).join(''));
      const parts = {
        mchid: manner.mchId ?? mchId,
        nonce_str: nonce,
        timestamp,
        serial_no: manner.serial ?? credentials.mchSerial,
        signature: sign('sha256', message, credentials.mchPrivateKeyPem).toString('base64'),
      };
      const list = Object.entries(parts).map(([name, value]) => `${name}="${value}"`);
      const honest = `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`;
      const response = await fetch(sandbox.url + target, {
        method,
        headers: {
          accept: 'application/json',
          'user-agent': 'test',
          authorization: manner.authorization?.(honest) ?? honest,
          ...(method === 'POST' && { 'content-type': 'application/json' }),
          ...(manner.names !== undefined && { 'wechatpay-serial': manner.names }),
          ...manner.headers,
        },
        ...(method === 'POST' && { body: text }),
      });
      return asked(response, Buffer.from(await response.arrayBuffer()));
    },
  };
}

function asked({ status, headers }: Response, bytes: Buffer): Asked {
  const isJson = headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status,
    headers,
    bytes,
    json: isJson ? (JSON.parse(bytes.toString()) as Json) : {},
    signedBy(pem) {
      const head = `${headers.get('wechatpay-timestamp')}\n${headers.get('wechatpay-nonce')}\n`;
      const message = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\n')]);
      return createVerify('sha256')
        .update(message)
        .verify(pem, headers.get('wechatpay-signature') ?? '', 'base64');
    },
  };
}

/** A paid order, its wait over, of 100 yuan unless said otherwise (fen). */
export function paidOrder(
  { state: { bank } }: Sandbox,
  payerMchId: string = parties.subMerchant.mchId,
  family: 'ordinary' | 'ecommerce' | 'brand' = 'ordinary',
  amount = 10_000,
): string {
  const paidAt = bank.clock.now() - bank.switches.minimumWaitMs[family];
  return bank.payOrder({ payerMchId, family, amount, paidAt }).transactionId;
}

/** What a merchant number holds, in fen. */
export function balanceOf({ state: { bank } }: Sandbox, mchId: string): number {
  return bank.merchant(mchId)?.available ?? Number.NaN;
}

/** Lets every share that was accepted reach its receivers. */
export function settle({ state: { bank } }: Sandbox): void {
  bank.clock.advance(60_000);
}

/** Path and query of an address. */
export function targetOf(address: unknown): string {
  const { pathname, search } = new URL(String(address));
  return pathname + search;
}

export const supplier = parties.receivers[0];
export { parties, type Sandbox, startSandbox };
