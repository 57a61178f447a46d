import { type Answer, ok } from '../../control/jsonRoute';
import { BadInput, readInput } from '../../control/readInput';
import type { Bank } from '../bank/bank';
import type { Notices } from '../notices/notices';
import { parties } from '../seedParties';
import { abnormalFundsSpec, merchantSpec, orderSpec, perFamily, personSpec, switchSpec } from './specs';

export function placeOrder(bank: Bank, body: unknown): Answer {
  const {
    ready = false,
    amount = 10_000,
    payerMchId = parties.subMerchant.mchId,
    ...rest
  } = readInput(body, orderSpec);
  const family = rest.family ?? 'ordinary';
  const early = ready ? { paidAt: bank.clock.now() - bank.switches.minimumWaitMs[family] } : {};
  const { transactionId } = bank.payOrder({ amount, payerMchId, ...early, ...rest });
  return ok({ transaction_id: transactionId, order: bank.order(transactionId) });
}

export function setMerchant(bank: Bank, notices: Notices, mchId: string, body: unknown, fresh: boolean): Answer {
  const { notifyUrl = fresh ? '' : undefined, ...input } = readInput(body, merchantSpec);
  if (notifyUrl) refuseWrongUrl(notifyUrl);
  const merchant = bank.setMerchant(mchId, input, fresh);
  if (notifyUrl !== undefined) notices.setUrl(mchId, notifyUrl || undefined);
  const url = notices.url(mchId);
  return ok({ ...merchant, ...(url !== undefined && { notifyUrl: url }) });
}

/** WeChat Pay takes https without a query (partner/4012075216); here, plain http to this machine too. */
function refuseWrongUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
  if (!url || text.includes('?') || !(isLocal || url.protocol === 'https:')) {
    throw new BadInput('notifyUrl', 'https, or http on this machine, without a query');
  }
}

export function setPerson(bank: Bank, openid: string, body: unknown): Answer {
  return ok(bank.setPerson(openid, { appid: parties.subMerchant.appid, ...readInput(body, personSpec) }));
}

export function refund(bank: Bank, body: unknown): Answer {
  const { transactionId, amount } = readInput(body, { transactionId: 'string', amount: 'integer' });
  if (transactionId === undefined) throw new BadInput('transactionId', 'needed');
  if (amount === undefined) throw new BadInput('amount', 'needed');
  const done = bank.refund({ transactionId, amount });
  return done.ok ? ok(done.value) : { status: 409, body: { error: done.refusal.v2.message, refusal: done.refusal } };
}

export function changeOrder(bank: Bank, transactionId: string, body: unknown): Answer {
  const spec = { subsidyPending: 'boolean', settled: 'boolean', shipped: 'boolean', received: 'boolean' } as const;
  return ok(bank.changeOrder(transactionId, readInput(body, spec)));
}

export function setAbnormalFunds(bank: Bank, detailId: string, body: unknown): Answer {
  const { status, ...more } = readInput(body, abnormalFundsSpec);
  if (status === undefined) throw new BadInput('status', `one of ${abnormalFundsSpec.status.join(', ')}`);
  return ok(bank.setAbnormalFunds(detailId, { status, ...more }));
}

export function advance(bank: Bank, body: unknown): Answer {
  const { ms = 0, seconds = 0, days = 0 } = readInput(body, { ms: 'integer', seconds: 'integer', days: 'integer' });
  bank.clock.advance(ms + seconds * 1000 + days * 86_400_000);
  return clock(bank);
}

export function clock(bank: Bank): Answer {
  const now = bank.clock.now();
  return ok({ now, iso: new Date(now).toISOString(), speed: bank.clock.speed() });
}

/** Nested switches change only in what is named, like the others. */
export function setSwitches(bank: Bank, body: unknown): Answer {
  const { minimumWaitMs, freezeMs, ...plain } = readInput(body, switchSpec);
  const { switches } = bank;
  bank.setSwitches({
    ...plain,
    minimumWaitMs: { ...switches.minimumWaitMs, ...readInput(minimumWaitMs, perFamily) },
    freezeMs: { ...switches.freezeMs, ...readInput(freezeMs, perFamily) },
  });
  return ok(bank.switches);
}
