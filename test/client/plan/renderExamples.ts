import {
  type MadeShare,
  type OrderToShare,
  planReturns,
  planShares,
  type ReturnPolicy,
  type ShareRules,
} from '../../../client/plan';
import data from './examples.json';
import { sum } from './plans';

type Language = 'zh' | 'en';
type Amounts = Omit<OrderToShare, 'plan_no' | 'transaction_id'>;

interface ShareExample {
  readonly title: Record<Language, string>;
  readonly order: Amounts;
  readonly limits: { readonly max_ratio: number };
  readonly rules: Omit<ShareRules, 'description'>;
  readonly expected: {
    readonly lines?: readonly number[];
    readonly rest?: number;
    readonly restGoes?: string;
    readonly refused?: readonly string[];
  };
}

interface ReturnExample {
  readonly title: Record<Language, string>;
  readonly paid: number;
  readonly lines: MadeShare['receivers'];
  readonly policy: ReturnPolicy;
  readonly refunds: readonly {
    readonly amount: number;
    readonly returned: readonly number[];
    readonly missing: number;
  }[];
}

export const shareExamples = data.shares as unknown as readonly ShareExample[];
export const returnExamples = data.returns as unknown as readonly ReturnExample[];

const names: Readonly<Record<string, Record<Language, string>>> = data.names;
const localeOf = (language: Language) => (language === 'en' ? 'en' : 'zh-CN');

const WORDS = {
  order: { zh: '订单', en: 'Order' },
  who: { zh: '谁', en: 'Who' },
  how: { zh: '怎么算', en: 'How' },
  gets: { zh: '得到（元）', en: 'Gets (yuan)' },
  rest: { zh: '其余', en: 'rest' },
  refused: { zh: '拒绝', en: 'refused' },
  refund: { zh: '退款（元）', en: 'Refund (yuan)' },
  payer: { zh: '无法回退（元）', en: 'Cannot come back (yuan)' },
  received: { zh: '收到', en: 'received' },
  to_payer: { zh: '解冻给付款商户', en: 'released to the payer' },
  stays_frozen: { zh: '留在订单中', en: 'stays in the order' },
  nothing_left: { zh: '没有剩余', en: 'nothing is left' },
};

const FACTS = {
  paid: { zh: '实付', en: 'paid' },
  fee: { zh: '手续费', en: 'fee' },
  refunded: { zh: '已退款', en: 'refunded' },
};

export function plannedExample({ order, rules, limits }: ShareExample, language: Language) {
  const whole = { plan_no: 'P1', transaction_id: '42', ...order };
  return planShares(whole, { description: 'goods', ...rules }, limits, { locale: localeOf(language) });
}

/** The refunds of an example, one after the other, each with the returns of those before. */
export function returnedExample({ paid, lines, policy, refunds }: ReturnExample) {
  const returns: NonNullable<MadeShare['returns']>[number][] = [];
  let refunded = 0;
  return refunds.map(({ amount }, index) => {
    const order = { transaction_id: '42', paid, refunded };
    const shares = [{ out_order_no: 'P1-S1', receivers: lines, returns: [...returns] }];
    const refund = { refund_no: `R${index + 1}`, amount, description: 'refund' };
    const plan = planReturns(order, shares, refund, policy);
    if (!plan.ok) throw new Error(JSON.stringify(plan.violations));
    for (const { request } of plan.requests) returns.push({ ...request, result: 'SUCCESS' });
    refunded += amount;
    const from = (who: string) => plan.requests.filter(({ request }) => request.return_account === who);
    return {
      returned: lines.map(({ account }) => sum(from(account).map(({ request }) => request.return_amount))),
      missing: plan.totals.missing,
    };
  });
}

function yuan(fen: number): string {
  return `${(fen - (fen % 100)) / 100}.${String(fen % 100).padStart(2, '0')}`;
}

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]) =>
  [row(...head), `|${head.map(() => '---').join('|')}|`, ...rows.map((cells) => row(...cells))].join('\n');

export function renderShare(example: ShareExample, index: number, language: Language): string {
  const { title, order, limits } = example;
  const facts = Object.entries(FACTS).flatMap(([name, words]) => {
    const fen = order[name as keyof typeof FACTS];
    return fen === undefined ? [] : [`${words[language]} ${yuan(fen)}`];
  });
  const ratio = `max_ratio ${limits.max_ratio}`;
  const plan = plannedExample(example, language);
  const rows = plan.ok
    ? [...plan.lines, ...plan.leftOut]
        .sort((one, other) => (one.field < other.field ? -1 : 1))
        .map(({ receiver, explanation, amount }) => [
          names[receiver.account]?.[language] ?? '',
          explanation,
          yuan(amount),
        ])
    : plan.violations.map(({ message }) => [WORDS.refused[language], message, '–']);
  const rest = plan.ok ? [[WORDS.rest[language], WORDS[plan.totals.restGoes][language], yuan(plan.totals.rest)]] : [];
  const head = [WORDS.who[language], WORDS.how[language], WORDS.gets[language]];
  return [
    `### ${index + 1}. ${title[language]}`,
    [...facts, ratio].join(language === 'en' ? ', ' : '，'),
    table(head, [...rows, ...rest]),
  ].join('\n\n');
}

export function renderReturn(example: ReturnExample, index: number, language: Language): string {
  const { title, lines, refunds } = example;
  const played = returnedExample(example);
  const who = lines.map(
    ({ account, amount }) => `${names[account]?.[language]} (${WORDS.received[language]} ${yuan(amount)})`,
  );
  const rows = played.map(({ returned, missing }, at) => [
    yuan(refunds[at]?.amount ?? 0),
    ...returned.map(yuan),
    yuan(missing),
  ]);
  return [
    `### ${shareExamples.length + index + 1}. ${title[language]}`,
    `${FACTS.paid[language]} ${yuan(example.paid)}`,
    table([WORDS.refund[language], ...who, WORDS.payer[language]], rows),
  ].join('\n\n');
}
