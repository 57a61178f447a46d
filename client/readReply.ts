import type { Advice } from '../shared/advice';
import type { Settlement } from '../shared/settlement';
import { adviceWithout, type Call, unreadable } from './failures';
import { fieldsOf, wordOf } from './fieldsOf';
import { operations } from './generated/operations';
import { ProfitSharingError } from './ProfitSharingError';

type Fields = Readonly<Record<string, unknown>>;

/** Fields that hold fen, or ten-thousandths; WeChat's XML carries them as text. */
const NUMBERS = ['amount', 'return_amount', 'unsplit_amount', 'max_ratio'];

/**
 * Makes a success of what a function answered.
 *
 * @throws {ProfitSharingError} for a failure, and for anything that does not plainly say success
 */
export function readReply(call: Call, reply: unknown): Fields {
  const fields = fieldsOf(reply);
  const { return_code, result_code, err_code } = fields;
  const { unmarked, settles, json } = operations[call.operation];
  // WeChat's answers to successes may carry an empty err_code.
  const isTold = err_code !== undefined && err_code !== null && err_code !== '';
  if (return_code === 'FAIL' || result_code === 'FAIL' || isTold) throw told(call, fields);
  const marked = result_code === 'SUCCESS' || (result_code === undefined && unmarked);
  if (return_code !== 'SUCCESS' || !marked) throw new ProfitSharingError(unreadable(call, reply));
  const parsed = json && { [json]: parsedField(call, fields, json) };
  return {
    ...withNumbers(fields),
    ...(parsed?.[json ?? ''] !== undefined && parsed),
    ...(settles && { settlement: settlementOf(fields) ?? { state: 'unknown', receivers: [] } }),
  };
}

/** The failure a reply tells. */
function told(call: Call, fields: Fields): ProfitSharingError {
  const { err_code, err_code_des, return_msg, advice, violations, request_id } = fields;
  return new ProfitSharingError({
    operation: call.operation,
    code: wordOf(err_code) || 'UNKNOWN_FAILURE',
    description: wordOf(err_code_des) || wordOf(return_msg),
    advice: isAdvice(advice) ? advice : adviceWithout(call),
    violations: Array.isArray(violations) ? violations : [],
    requestId: typeof request_id === 'string' ? request_id : undefined,
    settlement: settlementOf(fields),
    reply: fields,
  });
}

/** What became of the money, where the reply says so in words that can be read. */
function settlementOf({ settlement }: Fields): Settlement | undefined {
  const { state, receivers } = fieldsOf(settlement);
  return typeof state === 'string' && Array.isArray(receivers) && receivers.every(isRecord)
    ? (settlement as Settlement)
    : undefined;
}

function isAdvice(value: unknown): value is Advice {
  const { retry, number, funds } = fieldsOf(value);
  return [retry, number, funds].every((word) => typeof word === 'string');
}

/** Receivers that cannot be read must not pass for no receivers. */
function parsedField(call: Call, fields: Fields, name: 'receiver' | 'receivers'): unknown {
  const text = fields[name];
  if (text === undefined || text === '') return name === 'receivers' ? [] : undefined;
  const value = typeof text === 'string' ? parsedJson(text) : text;
  const isReadable = name === 'receivers' ? Array.isArray(value) && value.every(isRecord) : isRecord(value);
  if (!isReadable) throw new ProfitSharingError(unreadable(call, fields, name));
  return name === 'receivers' ? (value as Fields[]).map(line) : value;
}

/** WeChat spells a line's account in three ways, by link and by page. */
function line(fields: Fields): Fields {
  const { account, receiver_account, receiver_mchid } = fields;
  return { ...withNumbers(fields), account: account ?? receiver_account ?? receiver_mchid };
}

function withNumbers(fields: Fields): Fields {
  const numbers = NUMBERS.filter((name) => /^\d+$/.test(wordOf(fields[name])));
  return Object.assign({}, fields, ...numbers.map((name) => ({ [name]: Number(fields[name]) })));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
