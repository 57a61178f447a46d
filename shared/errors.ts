import { type AdviceRow, codes, texts, v3Codes } from './generated/errors';
import type { Text } from './locale';
import type { Operation } from './operation';
import { own } from './own';

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

/** Advice before it is worded. */
export type Guidance = Omit<Advice, 'message'> & { readonly message: Text };

/** A failure as the table knows it: the contract's code for it, and the advice. */
export interface Diagnosis {
  readonly code: string;
  readonly title: Text;
  readonly advice: Guidance;
}

/** Codes so general that WeChat's own words say more than they do. */
const BROAD = new Set(['INVALID_REQUEST', 'PARAM_ERROR']);

/** What a failure is about: an operation, or a function of its own that is none. */
export type About = Pick<Operation, 'effect' | 'idempotencyKey'> & { readonly name: string };

/**
 * Looks a failure up by code and words. A code the table does not know is never assumed harmless: it becomes advice to
 * query first, with the funds unknown.
 */
export function diagnose(code: string | undefined, words: string, operation: About): Diagnosis {
  // Some spellings of API v3, such as NO_AUTH, were seen in answers of the older wires too.
  const known = own(codes, own(v3Codes, code) ?? code);
  const said = texts.find(
    (row) =>
      row.contains.some((part) => words.includes(part)) &&
      (row.operations?.includes(operation.name) ?? true) &&
      (row.anyCode || code === undefined || code === row.code || BROAD.has(code)) &&
      // Words may raise a doubt about the funds, never talk a code out of one.
      (row.funds === 'unknown' || known?.funds !== 'unknown'),
  );
  const row = (said ?? known ?? codes.UNKNOWN_FAILURE) as AdviceRow;
  return {
    code: code ?? said?.code ?? 'UNKNOWN_FAILURE',
    title: row.title,
    advice: adviceOf(row, operation),
  };
}

function adviceOf(row: AdviceRow, { effect, idempotencyKey }: Pick<Operation, 'effect' | 'idempotencyKey'>): Guidance {
  const differs = effect !== 'money' ? row.read : idempotencyKey ? undefined : row.unnumbered;
  const { origin, category, retry, number, funds, afterMs, advice } = { ...row, ...differs };
  const wait = afterMs === undefined ? {} : { after_ms: afterMs };
  return { origin, category, retry, number, funds, ...wait, message: advice };
}
