import type { Text } from './locale';

/** What a failed caller may safely do next. docs/errors.md explains every row. */
export interface Advice {
  readonly origin: 'adapter' | 'network' | 'wechatpay';
  readonly category: string;
  readonly retry: 'never' | 'after_fix' | 'now' | 'later' | 'query_first';
  /** What the next call does with out_order_no / out_return_no. */
  readonly number: 'reuse' | 'new' | 'any';
  /** `unchanged`: this call certainly moved nothing. `unknown`: it may have, query before anything else. */
  readonly funds: 'unchanged' | 'unknown';
  /** How long to wait before the next call, in ms, where that is known. */
  readonly after_ms?: number;
  readonly message: string;
}

/** Advice in both languages. */
export type Guidance = Omit<Advice, 'message'> & { readonly message: Text };

/** What a caller is told of the funds; nothing by an operation that moves none. */
const FUNDS: Readonly<Record<Guidance['funds'], Text>> = {
  unchanged: { zh: '本次没有动账。', en: 'This call moved nothing.' },
  unknown: { zh: '钱可能已经动了。', en: 'Money may have moved.' },
};

const KEEP = { zh: '不要换单号，换号可能重复付款。', en: 'Never change the number, a new one can pay twice.' };

const QUERY = {
  zh: `先用原单号查询；查不到再用原单号、原参数重试。${KEEP.zh}`,
  en: `Query with the same number first; only if nothing is found repeat with the same number and parameters. ${KEEP.en}`,
};

/** What to do with the number while it is not known what became of the money. */
const WHILE_UNKNOWN: Readonly<Record<Guidance['retry'], Text>> = {
  now: {
    zh: `用原单号、完全相同的参数立即重试，或先查询结果。${KEEP.zh}`,
    en: `Repeat at once with the same number and exactly the same parameters, or query first. ${KEEP.en}`,
  },
  later: {
    zh: `稍后用原单号、原参数重试，或先查询结果。${KEEP.zh}`,
    en: `Repeat later with the same number and parameters, or query first. ${KEEP.en}`,
  },
  query_first: QUERY,
  after_fix: QUERY,
  never: QUERY,
};

/** What to do with the number after a refusal, by what becomes of it. */
const AFTER_REFUSAL: Readonly<Record<Guidance['number'], Partial<Record<Guidance['retry'], Text>>>> = {
  reuse: {
    later: { zh: '稍后用原单号、原参数重试。', en: 'Repeat later with the same number and parameters.' },
    // Another instance, with another clock or configuration, may have got through with the same number.
    after_fix: { zh: '改正后用原单号、原参数重试。', en: 'Then repeat with the same number and parameters.' },
  },
  any: {
    later: { zh: '稍后重试，可沿用原单号。', en: 'Repeat later; the number may stay.' },
    after_fix: { zh: '改正后再请求，可沿用原单号。', en: 'Then send again; the number may stay.' },
  },
  new: {
    after_fix: { zh: '改正后用新单号请求。', en: 'Then send it with a new number.' },
    query_first: {
      zh: '先用这个单号查询首次请求的结果；确要另外一笔，再用新单号请求。',
      en: 'Query the first request under this number; if you do mean another one, send it with a new number.',
    },
  },
};

const WITHOUT_NUMBER = {
  zh: '这个操作没有单号可以防重，重发可能再动一次：先查询结果，确认没有这笔之后才重新请求。',
  en: 'No number makes a repetition of this operation safe, sending it again may move the money twice: query first, and send it again only when there certainly is none.',
};

const PLAINLY: Partial<Record<Guidance['retry'], Text>> = {
  now: { zh: '稍后再试。', en: 'Try again later.' },
  later: { zh: '稍后再试。', en: 'Try again later.' },
  after_fix: { zh: '改正后再请求。', en: 'Then send again.' },
};

/**
 * The message of an advice: what is known of the funds, what to do about the cause, and how to send it again. The first
 * and the last are made from the advice itself, so that they cannot contradict it.
 * @param remedy what is to be done about the cause
 */
export function messageOf(
  remedy: Text,
  advice: Omit<Guidance, 'message'>,
  operation: { readonly movesMoney: boolean; readonly isNumbered: boolean },
): Text {
  const parts = [operation.movesMoney ? FUNDS[advice.funds] : undefined, remedy, nextStep(advice, operation)];
  const said = parts.filter((part) => part !== undefined);
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}

function nextStep(
  { funds, number, retry }: Omit<Guidance, 'message'>,
  { movesMoney, isNumbered }: { readonly movesMoney: boolean; readonly isNumbered: boolean },
): Text | undefined {
  if (!movesMoney) return PLAINLY[retry];
  if (!isNumbered) return funds === 'unknown' ? WITHOUT_NUMBER : PLAINLY[retry];
  return funds === 'unknown' ? WHILE_UNKNOWN[retry] : AFTER_REFUSAL[number][retry];
}
