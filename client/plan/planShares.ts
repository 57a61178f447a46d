import type { Locale } from '../../shared/locale';
import { multiplied, WHOLE } from './exact';
import { explain } from './explain';
import { MOST_OF_NUMBER, NUMBER, ORDER_FIELDS, type OrderToShare, type ReadOrder, readOrder } from './order';
import { identityOf } from './payees';
import { type Apportioned, apportion, sumOf } from './portions';
import { Reader } from './Reader';
import type { ReadGroup, ReadPayee, ReadRule } from './ReadRule';
import { type ReadRules, readRules } from './readRules';
import type { PlannedGroup, PlannedLine, SharePlan } from './SharePlan';
import type { ShareLimits, ShareRules } from './ShareRules';
import { batchesOf, endsWithFinish, mergedReceivers, shareRequests } from './shareRequests';

export interface PlanOptions {
  /** The language of violations and explanations, `zh-CN` by default. Requests do not depend on it. */
  readonly locale?: Locale | undefined;
}

interface ShareInput {
  readonly order: ReadOrder;
  readonly planNo: string;
  readonly subAppid: string | undefined;
  /** Shared with others before, in fen. */
  readonly shared: number;
  /** Left in the order, in fen. */
  readonly unsplit: number;
  readonly requests: number;
  readonly rules: ReadRules;
  readonly maxRatio: number;
  readonly mostReceivers: number;
  readonly mostRequests: number;
}

/**
 * Computes who gets how many fen of an order, and the requests that pay them. Pure: the same input gives the same plan,
 * with the same numbers, on every machine. Nothing is sent.
 *
 * ```ts
 * const plan = planShares(
 *   { plan_no: 'P1001', transaction_id, paid: 10_000, fee: 60 },
 *   { description: 'goods', rest: 'finish', lines: [{ receiver: { type: 'MERCHANT_ID', account }, ratio: '12.5%' }] },
 *   { max_ratio: 3000 },
 * );
 * ```
 *
 * All amounts are whole fen up to {@link MOST_FEN}. Never throws: whatever is wrong with the input, and every limit the
 * plan would break, is a violation.
 */
export function planShares(
  order: OrderToShare,
  rules: ShareRules,
  limits: ShareLimits = {},
  options: PlanOptions = {},
): SharePlan {
  const reader = readerFor(options);
  const input = reader.guarded(() => readInput(reader, order, rules, limits));
  const plan = input && reader.violations.length === 0 ? computed(reader, input) : undefined;
  return plan && reader.violations.length === 0 ? plan : { ok: false, violations: reader.violations };
}

export function readerFor(options: unknown): Reader {
  let isEnglish = false;
  try {
    isEnglish = (options as PlanOptions | null)?.locale === 'en';
  } catch {
    // Options that cannot be read leave the default language.
  }
  return new Reader(isEnglish ? 'en' : 'zh-CN');
}

function readInput(reader: Reader, order: unknown, rules: unknown, limits: unknown): ShareInput {
  const fields = reader.object(order, 'order', ORDER_FIELDS);
  const planNo = reader.text(fields.plan_no, 'order.plan_no', MOST_OF_NUMBER, NUMBER);
  const read = readOrder(reader, fields);
  const { paid, refunded, payer } = read;
  const amount = (name: string) => reader.whole(fields[name], `order.${name}`, {}, 0);
  const [fee, shared, released] = [amount('fee'), amount('shared'), amount('released')];
  const gone = fee + refunded + shared + released;
  if (gone > paid && refunded <= paid) reader.refuse('order', 'overPaid', gone - paid, paid);
  const left = Math.max(0, paid - gone);
  const net = paid - refunded;
  const amounts = { paid, paid_minus_refunds: net, paid_minus_refunds_minus_fee: Math.max(0, net - fee) };
  const most = reader.object(limits, 'limits', ['max_ratio', 'receivers', 'requests']);
  const upTo50 = { least: 1, most: 50 };
  return {
    order: read,
    planNo,
    subAppid: reader.optionalText(fields.sub_appid, 'order.sub_appid', 32),
    shared,
    unsplit: Math.min(left, reader.whole(fields.unsplit, 'order.unsplit', {}, left)),
    requests: amount('requests'),
    rules: readRules(reader, rules, { amounts, payer }),
    maxRatio: reader.whole(most.max_ratio, 'limits.max_ratio', { most: 10_000 }, 3000),
    mostReceivers: reader.whole(most.receivers, 'limits.receivers', upTo50, 50),
    mostRequests: reader.whole(most.requests, 'limits.requests', upTo50, 50),
  };
}

function computed(reader: Reader, input: ShareInput): SharePlan | undefined {
  const { order, rules, unsplit, shared, maxRatio } = input;
  // WeChat Pay rounds down here (inferred; the live text only says in proportion).
  const cap = multiplied(order.paid - order.refunded, maxRatio * (WHOLE / 10_000), WHOLE).whole;
  const limit = Math.max(0, cap - shared);
  const { portions, left } = apportion(rules.lines, { all: unsplit, counted: limit }, rules.rounding);
  if (left < 0) reader.refuse('rules.lines', 'overUnsplit', -left, unsplit);
  const groups: PlannedGroup[] = [];
  const paid = portions.flatMap((portion) => {
    if (!isGroup(portion)) return [portion as Apportioned<ReadPayee>];
    const within = membersOf(portion);
    if (within.left < 0) reader.refuse(`${portion.part.said.field}.members`, 'overGroup', -within.left, portion.amount);
    groups.push({ ...explain(portion, reader.locale), group: portion.part.group, left: within.left });
    return within.portions;
  });
  const lines = sumOf(paid);
  const toOthers = sumOf(paid.filter(({ part }) => part.isCounted));
  if (toOthers > limit) {
    reader.refuse('rules.lines', 'overRatio', toOthers - limit, limit, maxRatio, order.paid - order.refunded, shared);
  }
  if (reader.violations.length > 0) return undefined;
  const rest = unsplit - lines;
  const totals = { unsplit, lines, toOthers, limit, rest, restGoes: restOf(rules.rest, rest) } as const;
  return { ok: true, ...requestsFor(reader, input, paid, rest), groups, totals };
}

function isGroup(portion: Apportioned<ReadRule>): portion is Apportioned<ReadGroup> {
  return 'members' in portion.part;
}

/** The amount of a group among its members. */
function membersOf({ part: { members, rounding }, amount }: Apportioned<ReadGroup>) {
  const based = members.map((member) => {
    return member.portion.kind === 'ratio' ? { ...member, portion: { ...member.portion, base: amount } } : member;
  });
  return apportion(based, { all: amount, counted: amount }, rounding);
}

function restOf(rest: ReadRules['rest'], left: number) {
  if (left === 0) return 'nothing_left';
  return rest === 'keep' ? 'stays_frozen' : 'to_payer';
}

function requestsFor(reader: Reader, input: ShareInput, paid: readonly Apportioned<ReadPayee>[], left: number) {
  const { order, planNo, subAppid, rules, mostReceivers, mostRequests, requests: before } = input;
  const { description, rest } = rules;
  const payments = paid.filter(({ amount }) => amount > 0).map(({ part, amount }) => ({ ...part, amount }));
  const batches = batchesOf(mergedReceivers(payments), mostReceivers);
  if (rest === 'single' && batches.length > 1) reader.refuse('rules.rest', 'overSingle', batches.length);
  const needed = batches.length + (endsWithFinish(rest, batches.length, left) ? 1 : 0);
  const most = Math.max(0, mostRequests - before);
  if (needed > most) reader.refuse('rules.lines', 'overRequests', needed, most);
  const { transactionId, common } = order;
  const requests = shareRequests(batches, { planNo, transactionId, common, subAppid, description, rest, left });
  const numbers = new Map<string, string>();
  for (const { request } of requests) {
    for (const one of 'receivers' in request ? request.receivers : [])
      numbers.set(identityOf(one), request.out_order_no);
  }
  const lines: PlannedLine[] = [];
  const leftOut: Omit<PlannedLine, 'out_order_no'>[] = [];
  for (const portion of paid) {
    const { receiver } = portion.part;
    const line = { ...explain(portion, reader.locale), receiver };
    const out_order_no = portion.amount > 0 && numbers.get(identityOf(receiver));
    if (out_order_no) lines.push({ ...line, out_order_no });
    else leftOut.push(line);
  }
  return { requests, lines, leftOut };
}
