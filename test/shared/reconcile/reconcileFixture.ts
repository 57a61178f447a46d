import { type Caller, parseCaller } from '../../../shared/caller';
import { type Clock, realClock } from '../../../shared/clock';
import type { UnknownFields } from '../../../shared/contract';
import { Deadline } from '../../../shared/deadline';
import { linkNames } from '../../../shared/generated/links';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { profitSharingFinish } from '../../../shared/generated/operations/profitSharingFinish';
import { profitSharingReturn } from '../../../shared/generated/operations/profitSharingReturn';
import { Ledger } from '../../../shared/ledger/ledger';
import type { LedgerRecord } from '../../../shared/ledger/record';
import type { Outcome } from '../../../shared/ledger/transition';
import type { Link, RowSink, SendResult } from '../../../shared/links/link';
import type { LinkName, Operation } from '../../../shared/operation';
import type { ReconcileReply } from '../../../shared/reconcile';
import { reconcile } from '../../../shared/reconcile';
import type { Environment } from '../../../shared/reconcile/environment';
import { contextOf } from '../callers';
import { MemoryStore } from '../ledger/memoryStore';
import { MemoryBreaks, memoryLedgerQueries } from './memoryLedgerQueries';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const SUB = '1900000109';
export const MCH = '1900000100';

/** A timer, as the platform presents it. */
export const timer = (remainingMs = 20_000) => contextOf({ TCB_SOURCE: 'wx_trigger' }, 'both', remainingMs);

function anotherFunction(): Caller {
  const caller = parseCaller(contextOf({ TCB_SOURCE: 'scf' }));
  if (!caller) throw new Error('the fixture has an identity');
  return caller;
}

export const answer = (fields: UnknownFields): SendResult => ({
  kind: 'answer',
  fields: { return_code: 'SUCCESS', result_code: 'SUCCESS', ...fields },
});
export const notFound = answer({ result_code: 'FAIL', err_code: 'RESOURCE_NOT_EXISTS', err_code_des: '记录不存在' });

/** What a query answers about a share of these receivers. */
export function shareAnswer(request: UnknownFields, lines: UnknownFields[], status = 'FINISHED'): SendResult {
  const { transaction_id, out_order_no } = request;
  const named = { mch_id: MCH, nonce_str: 'n', sign: 's', transaction_id, out_order_no, order_id: `30${out_order_no}` };
  return answer({ ...named, status, receivers: JSON.stringify(lines) });
}

export const line = (amount: number, result = 'SUCCESS', account = '1900000110') => ({
  ...{ type: 'MERCHANT_ID', account, amount, description: 'd', result },
  ...(result === 'CLOSED' && { fail_reason: 'ACCOUNT_ABNORMAL' }),
});

/** What went back to the payer, as a query of a finish lists it. */
export const released = { ...line(100, 'SUCCESS', SUB), description: '解冻给分账方' };

/** Numbers of finishes begin with an F here. */
const isFinish = ({ out_order_no }: UnknownFields) => String(out_order_no).startsWith('F');

type Answering = (operation: Operation, request: UnknownFields, rows?: RowSink) => SendResult | Promise<SendResult>;

/** A ledger in memory, a scripted link, a clock, and the function that is notified of ends. */
export function reconcileFixture(link: LinkName = 'cloudpay', more: NodeJS.ProcessEnv = {}, given?: Clock) {
  const clock = { now: Date.parse('2026-11-20T15:00:00+08:00') };
  const now = given?.now ?? (() => clock.now);
  const ours: Clock = given ?? {
    ...{ ...realClock, now, elapsed: now },
    pause: async (ms: number) => {
      clock.now += ms;
    },
  };
  const store = new MemoryStore(now);
  const breaks = new MemoryBreaks();
  const queries = memoryLedgerQueries(store);
  const asked: { operation: string; request: UnknownFields }[] = [];
  /** The link of each question. */
  const over: LinkName[] = [];
  const events: UnknownFields[] = [];
  const fixture = {
    ...{ clock, store, breaks, queries, asked, events, over },
    /** What the link answers; settled in full unless told otherwise. */
    answers: ((_operation, request) => shareAnswer(request, [isFinish(request) ? released : line(100)])) as Answering,
    check: undefined as Link['check'],
    /** What the notified function does. */
    hears: async (_event: UnknownFields): Promise<void> => {},
    record: (id: string): LedgerRecord | undefined => store.records.get(id),

    /** Writes what a function would write: an intent, and its outcome unless it crashed. */
    async entered(operation: Operation, request: UnknownFields, outcome?: Outcome, sentOver = link): Promise<void> {
      const ledger = new Ledger(store, { clock: ours, notifies: env.PROFIT_SHARING_ON_SETTLED !== undefined });
      const mchId = sentOver === 'cloudpay' || sentOver === 'cloudrun' ? undefined : MCH;
      const deadline = new Deadline(3000, ours);
      const entry = await ledger.begin(operation, request, { link: sentOver, mchId }, anotherFunction(), deadline);
      if (entry.kind !== 'go') throw new Error(entry.kind);
      if (outcome) await ledger.complete(entry, outcome, deadline);
    },
    share: (number: string, outcome?: Outcome, amounts = [100], transaction_id = `42${number}`, sentOver = link) =>
      fixture.entered(
        multiProfitSharing,
        {
          ...{ sub_mch_id: SUB, transaction_id, out_order_no: number },
          receivers: amounts.map((amount) => ({
            type: 'MERCHANT_ID',
            account: '1900000110',
            amount,
            description: 'd',
          })),
        },
        outcome,
        sentOver,
      ),
    finish: (number: string, outcome?: Outcome, transaction_id = `42${number}`) =>
      fixture.entered(
        profitSharingFinish,
        { sub_mch_id: SUB, transaction_id, out_order_no: number, description: 'd' },
        outcome,
      ),
    enterReturn: (number: string, outcome?: Outcome, of: UnknownFields = { out_order_no: 'S1' }) =>
      fixture.entered(
        profitSharingReturn,
        { sub_mch_id: SUB, ...of, out_return_no: number, return_account: '1900000110', return_amount: 40 },
        outcome,
      ),
    /** One run of the function. */
    run: (context: unknown = timer(), event: UnknownFields = {}): Promise<ReconcileReply> => main(event, context),
  };

  const env: NodeJS.ProcessEnv = {
    ...{ PROFIT_SHARING_LINK: link, PROFIT_SHARING_SUB_MCH_ID: SUB, PROFIT_SHARING_LOCALE: 'en' },
    ...more,
  };
  const linkOver = (name: LinkName): Link => ({
    check: (operation, request) => fixture.check?.(operation, request) ?? [],
    async send(operation, request, { rows }) {
      over.push(name);
      asked.push({ operation: operation.name, request });
      return fixture.answers(operation, request, rows);
    },
  });
  const factories = Object.fromEntries(linkNames.map((name) => [name, async () => linkOver(name)]));
  const environment: Environment = {
    ...{ store, breaks, queries },
    async invoke(_name, event) {
      await fixture.hears(event as UnknownFields);
      events.push(event as UnknownFields);
    },
  };
  const main = reconcile(env, factories, async () => environment, ours);
  return fixture;
}

/** Variables of a v3 link; what the keys hold does not matter to a link that is scripted. */
export const OWN_KEYS: NodeJS.ProcessEnv = {
  ...{ WECHATPAY_MCH_ID: MCH, WECHATPAY_APPID: 'wx8888888888888888', WECHATPAY_API_V3_KEY: 'k'.repeat(32) },
  ...{ WECHATPAY_MCH_SERIAL: 'A'.repeat(40), WECHATPAY_BRAND_MCH_ID: '1900000120' },
  WECHATPAY_MCH_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nk\n-----END PRIVATE KEY-----',
};
