import { createDecipheriv, verify } from 'node:crypto';
import { join } from 'node:path';
import { type MerchantCredentials, parties, type Sandbox, startSandbox } from '../../../../sandbox';
import type { StateOptions } from '../../../../sandbox/sandboxState';
import type { Identity } from '../../../../sandbox/wechatpay/bank/outcome';
import type { ShareReceiver } from '../../../../sandbox/wechatpay/bank/share';
import { got, me } from '../bank/openBank';

export const [supplier, distributor] = parties.receivers;

type Json = Record<string, unknown>;

/** A notification as the function got it. */
export interface Mail {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Envelope {
  readonly id: string;
  readonly event_type: string;
  readonly summary: string;
  readonly create_time: string;
  readonly resource: {
    readonly ciphertext: string;
    readonly nonce: string;
    readonly associated_data: string;
    readonly original_type: string;
    readonly algorithm: string;
  };
}

export const envelope = ({ body }: Mail): Envelope => JSON.parse(body);

/** Opens what is encrypted, as a merchant does; throws for a tag that does not fit. */
export function opened(mail: Mail, { apiV3Key }: MerchantCredentials): Json {
  const { ciphertext, nonce, associated_data } = envelope(mail).resource;
  const bytes = Buffer.from(ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(-16)).setAAD(Buffer.from(associated_data));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'));
}

/** Whether the key with this PEM signed exactly this body. */
export function isSigned({ headers, body }: Mail, pem: string): boolean {
  const lines = [headers['wechatpay-timestamp'], headers['wechatpay-nonce'], body];
  const message = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  return verify('sha256', message, pem, Buffer.from(headers['wechatpay-signature'] ?? '', 'base64'));
}

/**
 * A sandbox with a function that takes notifications, and money on its way to it.
 * @param options by default the function has as long as a busy machine takes to start it
 */
export async function startMailbox(options: StateOptions = { noticeLimitMs: 300_000 }) {
  const sandbox: Sandbox = await startSandbox({
    functionsDir: join(__dirname, 'fixtures'),
    state: { collections: { mail: [] }, ...options },
  });
  const { state } = sandbox;
  let number = 0;
  const listed = (as: Identity, account: string, name: string) =>
    state.bank.addReceiver(as, { type: 'MERCHANT_ID', account, name, relationType: 'SUPPLIER' });
  return {
    sandbox,
    /** No merchant is notified yet; both receivers are listed. */
    reset: () => {
      state.reset();
      sandbox.setEnv('mailbox', {});
      for (const { mchId, name } of parties.receivers) listed(me, mchId, name);
    },
    /** Money for a merchant, settled at once; the notification waits to be delivered. */
    pay: (amount: number, to: string = supplier.mchId, as: Identity = me) => {
      const payerMchId = as.subMchId ?? as.mchId;
      listed(as, to, state.bank.merchant(to)?.name ?? '');
      const { transactionId } = state.bank.payOrder({ payerMchId, amount: 10_000 });
      state.bank.clock.advance(60_000);
      number += 1;
      const outOrderNo = `S${number}`;
      const receivers: ShareReceiver[] = [{ type: 'MERCHANT_ID', account: to, amount, description: '货款' }];
      got(state.bank.share(as, { kind: 'multi', transactionId, outOrderNo, receivers }));
      state.bank.clock.advance(state.bank.switches.completionMs);
      return { outOrderNo, transactionId };
    },
    returnShare: (outOrderNo: string, amount: number) =>
      got(
        state.bank.returnShare(me, {
          outOrderNo,
          outReturnNo: `R-${outOrderNo}`,
          returnMchId: supplier.mchId,
          amount,
          description: '退款',
        }),
      ),
    answers: (status: number) => sandbox.setEnv('mailbox', { ANSWER: String(status) }),
    mail: (): Mail[] => sandbox.database.read('mail').map(({ headers, body }) => ({ headers, body }) as Mail),
    ids: () => sandbox.database.read('mail').map(({ body }) => envelope({ headers: {}, body: String(body) }).id),
    control: async (method: string, path: string, body?: object) => {
      const request = { method, ...(body && { body: JSON.stringify(body) }) };
      const response = await fetch(`${sandbox.url}/_sandbox/${path}`, request);
      return { status: response.status, json: (await response.json()) as never };
    },
  };
}

export type Mailbox = Awaited<ReturnType<typeof startMailbox>>;
