/** Checked by `tsc -p .`, never run: every line below `@ts-expect-error` must stay a mistake. */
import type tcb from '@cloudbase/node-sdk';
import type * as wxServerSdk from 'wx-server-sdk';
import {
  type PaidLine,
  ProfitSharingError,
  type ProfitSharingOptions,
  profitSharing,
  type Settlement,
  SettlementTimeout,
  waitUntilSettled,
} from '../../client';

/** `wx.cloud.callFunction` as miniprogram-api-typings declares it: with callbacks, or with a promise. */
interface WxCloud {
  callFunction(call: { name: string; data?: Record<string, unknown>; success: (answer: object) => void }): void;
  callFunction(call: { name: string; data?: Record<string, unknown>; success?: never }): Promise<{
    result: Record<string, unknown> | string | undefined;
    errMsg: string;
  }>;
}

declare const mine: { wx: WxCloud; cloud: typeof wxServerSdk; app: tcb.CloudBase };

profitSharing(mine.wx);
profitSharing(mine.app);
// @ts-expect-error nothing that calls functions
profitSharing({});
// @ts-expect-error no such language
profitSharing(mine.wx, { locale: 'fr' } satisfies ProfitSharingOptions);

const client = profitSharing(mine.cloud, {
  // @ts-expect-error operations have one spelling
  functionName: (operation) => (operation === 'profitSharingFinished' ? 'pay' : operation),
});

const share = { transaction_id: '4200000000', out_order_no: 'S1' };
const receiver = { type: 'MERCHANT_ID', account: '1900000110', amount: 888, description: 'goods' } as const;

export async function requests(): Promise<void> {
  await client.profitSharingFinish({ ...share, description: 'all shared' });
  // @ts-expect-error description is missing
  await client.profitSharingFinish(share);
  // @ts-expect-error a finish has no receivers
  await client.profitSharingFinish({ ...share, description: 'all shared', receivers: [] });
  await client.multiProfitSharing({ ...share, receivers: [receiver] });
  await client.multiProfitSharing({ ...share, receivers: JSON.stringify([receiver]) });
  // @ts-expect-error amounts are numbers of fen
  await client.multiProfitSharing({ ...share, receivers: [{ ...receiver, amount: '8.88' }] });
  // @ts-expect-error WeChat IDs were withdrawn
  await client.multiProfitSharing({ ...share, receivers: [{ ...receiver, type: 'PERSONAL_WECHATID' }] });
  // @ts-expect-error misspelt
  await client.multiProfitSharing({ ...share, recievers: [receiver] });
  const back = { out_return_no: 'R1', return_account: '1900000110', return_amount: 100, description: 'sent back' };
  await client.profitSharingReturn({ ...back, out_order_no: 'S1' });
  await client.profitSharingReturn({ ...back, order_id: '3008' });
  // @ts-expect-error a return names its share
  await client.profitSharingReturn(back);
  // @ts-expect-error by one number, not by two
  await client.profitSharingReturn({ ...back, order_id: '3008', out_order_no: 'S1' });
}

export async function replies(): Promise<void> {
  const accepted = await client.multiProfitSharing({ ...share, receivers: [receiver] });
  accepted.order_id satisfies string;
  accepted.settlement satisfies Settlement;
  accepted.return_code satisfies 'SUCCESS';
  // @ts-expect-error a success has no error code
  accepted.err_code;
  // @ts-expect-error misspelt
  accepted.order_no;
  // @ts-expect-error accepted is not paid: there is no such state
  accepted.settlement.state === 'paid';

  const found = await client.profitSharingQuery(share);
  found.receivers satisfies PaidLine[];
  for (const line of found.receivers) line.amount satisfies number;
  // @ts-expect-error receivers are parsed already
  JSON.parse(found.receivers);
  // @ts-expect-error only the number of a finish has an amount
  found.amount satisfies number;

  (await client.profitSharingAddReceiver({ receiver: { ...receiver, relation_type: 'SUPPLIER' } })).receiver.account;
  (await client.profitSharingOrderAmountQuery({ transaction_id: '42' })).unsplit_amount satisfies number;
  // @ts-expect-error WeChat lists one, no finish has one
  (await client.profitSharingFinish({ ...share, description: 'all shared' })).receiver;
  // @ts-expect-error a lookup says nothing of settlement
  (await client.profitSharingMerchantRatioQuery({})).settlement;
}

export async function waiting(): Promise<void> {
  const shared = await waitUntilSettled(client, share, { onReply: ({ receivers }) => receivers satisfies PaidLine[] });
  shared.status satisfies 'ACCEPTED' | 'PROCESSING' | 'FINISHED' | 'CLOSED';
  const returned = await waitUntilSettled(client, { out_order_no: 'S1', out_return_no: 'R1' }, { timeoutMs: 5000 });
  returned.result satisfies 'PROCESSING' | 'SUCCESS' | 'FAILED';
  // @ts-expect-error nothing says which share
  await waitUntilSettled(client, { out_return_no: 'R1' });
  // @ts-expect-error a share is named by its own number
  await waitUntilSettled(client, { transaction_id: '42' });
}

export function failures(error: unknown): string {
  // @ts-expect-error anything may be thrown
  error.code;
  if (error instanceof SettlementTimeout) return String(error.waitedMs);
  if (!(error instanceof ProfitSharingError)) return '';
  // @ts-expect-error an error is read, never changed
  error.code = 'OK';
  // @ts-expect-error no such advice
  if (error.advice.retry === 'immediately') return 'never';
  // @ts-expect-error the raw reply is anything
  error.reply.order_id;
  return error.advice.funds === 'unknown' ? error.operation : error.violations.map(({ field }) => field).join();
}

export async function stopping(): Promise<void> {
  const controller = new AbortController();
  await waitUntilSettled(client, share, { signal: controller.signal });
  await waitUntilSettled(client, share, { signal: { aborted: false } });
  // @ts-expect-error says nothing of being aborted
  await waitUntilSettled(client, share, { signal: {} });
  // @ts-expect-error a time is a number of ms
  await waitUntilSettled(client, share, { timeoutMs: '5000' });
}
