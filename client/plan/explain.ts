import type { Locale } from '../../shared/locale';
import { exactText, roundingText } from './exact';
import type { Apportioned } from './portions';
import type { ReadRule } from './ReadRule';
import type { Explained } from './SharePlan';

const WORDS = {
  paid: { zh: '实付', en: 'paid' },
  paid_minus_refunds: { zh: '实付减退款', en: 'paid less refunds' },
  paid_minus_refunds_minus_fee: { zh: '实付减退款和手续费', en: 'paid less refunds and fee' },
  group: { zh: '本组金额', en: 'the amount of the group' },
  left: { zh: '剩余', en: 'left over' },
  minimum: { zh: '按最小值取', en: 'raised to the minimum of' },
  maximum: { zh: '按最大值取', en: 'cut to the maximum of' },
};

/** How an amount came about, in fields and in a sentence. */
export function explain({ part, exact, amount, bound }: Apportioned<ReadRule>, locale: Locale): Explained {
  const { portion, said } = part;
  const fen = portion.kind === 'ratio' ? portion.base : exact.whole * exact.of + exact.over;
  const explained = {
    field: said.field,
    amount,
    rule: portion.kind,
    ...(portion.kind !== 'amount' && { base: { of: said.of, fen } }),
    ...(said.ratio !== undefined && { ratio: said.ratio }),
    exact: exactText(exact),
    rounding: bound ? '0' : roundingText(exact, amount),
    ...(bound && { bound }),
  };
  return { ...explained, explanation: locale === 'en' ? inEnglish(explained) : inChinese(explained) };
}

const NONE = { of: 'left', fen: 0 } as const;

type Told = Omit<Explained, 'explanation'>;

function inEnglish({ amount, rule, base = NONE, ratio, exact, rounding, bound }: Told): string {
  const start = {
    ratio: `${ratio} of ${base.fen} fen (${WORDS[base.of].en}) = ${exact} fen`,
    amount: `a fixed ${exact} fen`,
    equal: `an equal part of the ${base.fen} fen left over = ${exact} fen`,
    remainder: `the ${exact} fen left over`,
  }[rule];
  if (bound) return `${start}, ${WORDS[bound].en} ${amount} fen`;
  return rounding === '0' ? start : `${start}, rounded to ${amount} fen (${rounding})`;
}

function inChinese({ amount, rule, base = NONE, ratio, exact, rounding, bound }: Told): string {
  const start = {
    ratio: `${base.fen} 分（${WORDS[base.of].zh}）的 ${ratio} = ${exact} 分`,
    amount: `固定 ${exact} 分`,
    equal: `剩余 ${base.fen} 分等分 = ${exact} 分`,
    remainder: `剩余 ${exact} 分`,
  }[rule];
  if (bound) return `${start}，${WORDS[bound].zh} ${amount} 分`;
  return rounding === '0' ? start : `${start}，取 ${amount} 分（${rounding}）`;
}
