import { type Guidance, messageOf } from './advice';
import { type AdviceRow, codes, texts, v3Codes } from './generated/errors';
import type { Text } from './locale';
import type { Operation } from './operation';
import { own } from './own';

/** A failure as the table knows it: the contract's code for it, and the advice. */
export interface Diagnosis {
  readonly code: string;
  /** What WeChat Pay called it, where the contract has another code for what was meant. */
  readonly saidCode?: string;
  readonly title: Text;
  readonly advice: Guidance;
}

/** Codes so general that WeChat Pay's message says more. */
const BROAD = new Set(['INVALID_REQUEST', 'PARAM_ERROR']);

/** What failed: an operation, or one of the functions that are none. */
export type About = Pick<Operation, 'effect' | 'idempotencyKey'> &
  Partial<Pick<Operation, 'settles'>> & { readonly name: string };

/**
 * Looks a failure up by code and message. An unknown code is never assumed harmless: its advice is to query first, with
 * the funds unknown.
 */
export function diagnose(code: string | undefined, words: string, operation: About): Diagnosis {
  // Some spellings of API v3, such as NO_AUTH, were seen in answers of the older wires too.
  const contract = own(v3Codes, code) ?? code;
  const known = own(codes, contract);
  const closeUp = words.replace(/\s+/g, '');
  const said = texts.find(
    (row) =>
      (row.operations?.includes(operation.name) ?? true) &&
      (row.anyCode || contract === undefined || contract === row.code || BROAD.has(contract)) &&
      // Words may raise a doubt about the funds, never talk a code out of one.
      (row.funds === 'unknown' || known?.funds !== 'unknown') &&
      row.contains.some((phrase) => new RegExp(phrase).test(closeUp)),
  );
  const row = (said ?? known ?? codes.UNKNOWN_FAILURE) as AdviceRow;
  const meant = said?.renames ? said.code : (code ?? said?.code ?? 'UNKNOWN_FAILURE');
  return {
    code: meant,
    ...(code !== undefined && meant !== code && { saidCode: code }),
    title: row.title,
    advice: adviceOf(row, operation),
  };
}

function adviceOf(row: AdviceRow, { effect, idempotencyKey, settles }: About): Guidance {
  const movesMoney = effect === 'money';
  const isNumbered = idempotencyKey !== undefined;
  const { origin, category, retry, number, funds, afterMs, advice, query } = { ...row, ...(!movesMoney && row.read) };
  // Without a number nothing makes a repetition safe.
  const isBare = movesMoney && !isNumbered;
  const facts = {
    origin,
    category,
    retry: isBare && funds === 'unknown' ? ('query_first' as const) : retry,
    number: isBare && funds === 'unchanged' ? ('any' as const) : number,
    funds,
    ...(afterMs !== undefined && { after_ms: afterMs }),
  };
  if (effect === 'read' && settles && query) return { ...facts, message: query };
  return { ...facts, message: messageOf(advice, facts, { movesMoney, isNumbered }) };
}
