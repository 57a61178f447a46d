import { claimOf, compare, otherNumberIn, type Verdict } from './claim';
import type { AnswerFields, RequestFields } from './contract';
import { diagnose } from './errors';
import { type Failure, failed } from './failure';
import type { ProviderResponse, SendResult } from './links/link';
import { mask } from './mask';
import type { Operation } from './operation';
import { readJson } from './readJson';
import { type Settlement, settlementOf, UNKNOWN } from './settlement';
import { text } from './text';
import { fromErrors, type Violation } from './violations';

/** What came of a call, in no language; `present` makes the reply of it. */
export interface Result {
  readonly answer?: AnswerFields;
  readonly deviations?: readonly Violation[];
  readonly failure?: Failure;
  readonly settlement?: Settlement;
  readonly unrecorded?: true;
  readonly requestId?: string;
}

/**
 * A refusal speaks of its own call only. Where an earlier call with the same number moved money, or may have, it must not
 * be read as leave to pay again under another number: the code stays, the advice becomes that of the earlier call.
 * @param known what the ledger knows of the number
 */
export function withNumberInUse(result: Result, operation: Operation, known: Settlement = UNKNOWN): Result {
  const { failure, settlement } = result;
  if (!failure || settlement) return result;
  const { origin, category } = failure.advice;
  const { advice } = diagnose('NUMBER_IN_USE', '', operation);
  return { ...result, failure: { ...failure, advice: { ...advice, origin, category } }, settlement: known };
}

export function resultOf(operation: Operation, request: RequestFields, sent: SendResult): Result {
  if (sent.kind === 'answer') return settle(operation, request, sent);
  const failure = failed(sent.code, operation, { detail: mask(sent.detail) }, sent.detail);
  return { failure, ...unsettled(operation, failure) };
}

/**
 * Keeps WeChat's answer and adds whether it failed and what has become of the money. A success that does not show its
 * request is a BAD_ANSWER.
 */
export function settle(
  operation: Operation,
  request: RequestFields,
  response: Pick<ProviderResponse, 'fields' | 'parsed'>,
): Result {
  const { fields, parsed, placeholders } = withoutPlaceholders(response);
  const { values, deviations } = validateReply(operation, fields, parsed);
  deviations.push(...placeholders);
  // A finish may list receivers that its page does not promise.
  const lines = values.receivers ?? parsed.receivers ?? readJson(fields.receivers);
  const claim = claimOf(operation, request);
  const verdict = claim && !saysFailure(fields) ? compare(claim, fields, lines) : undefined;
  const failure = failureIn(operation, request, fields, deviations, verdict);
  const answer = passedOn(fields);
  if (failure) return { answer, deviations, failure, ...unsettled(operation, failure) };
  const settlement = settlementOf(operation, fields, lines, verdict);
  return { answer, deviations, ...(settlement && { settlement }) };
}

/** A time that stands for none: the first moment of Unix time, in Beijing. */
const PLACEHOLDER = /^(1970-01-01T08:00:00|19700101080000)/;

/** The answer without times that only hold a place, as queries give them for lines that are pending. */
function withoutPlaceholders({ fields, parsed = {} }: Pick<ProviderResponse, 'fields' | 'parsed'>) {
  const lines = parsed.receivers ?? (holdsPlaceholder(fields.receivers) ? readJson(fields.receivers) : undefined);
  const placeholders: Violation[] = [];
  if (!Array.isArray(lines)) return { fields, parsed, placeholders };
  const receivers = lines.map((line: unknown, index) => {
    const { finish_time, ...rest } = (line ?? {}) as { readonly finish_time?: unknown };
    if (typeof finish_time !== 'string' || !PLACEHOLDER.test(finish_time)) return line;
    placeholders.push({ field: `receivers[${index}].finish_time`, rule: 'placeholder' });
    return rest;
  });
  if (placeholders.length === 0) return { fields, parsed, placeholders };
  return {
    fields: { ...fields, receivers: JSON.stringify(receivers) },
    parsed: { ...parsed, receivers },
    placeholders,
  };
}

function holdsPlaceholder(receivers: unknown): boolean {
  return typeof receivers === 'string' && receivers.includes('1970');
}

/** Only our settlement is one, and callers take an empty code for a failure. */
function passedOn(fields: AnswerFields): AnswerFields {
  const { settlement: _none, ...answer } = fields as AnswerFields & { settlement?: unknown };
  if (text(answer.err_code) !== '') return answer;
  const { err_code: _empty, ...rest } = answer;
  return rest;
}

function unsettled({ effect, settles }: Operation, { advice }: Failure): Pick<Result, 'settlement'> {
  return settles && effect === 'money' && advice.funds === 'unknown' ? { settlement: UNKNOWN } : {};
}

/** An answer that does not say whether it succeeded, or is about another request, counts as neither. */
function failureIn(
  operation: Operation,
  request: RequestFields,
  fields: AnswerFields,
  deviations: readonly Violation[],
  verdict: Verdict | undefined,
): Failure | undefined {
  const other = otherNumberIn(fields, request);
  if (saysFailure(fields) && other === undefined) {
    const said =
      [fields.err_code_des, fields.error_msg, fields.err_msg, fields.return_msg].map(text).find(Boolean) ?? '';
    return { ...diagnose(codeIn(fields), said, operation), said };
  }
  const detail = other ?? doubtAbout(fields, deviations, verdict) ?? unnamedBy(operation, fields, request);
  return detail === undefined ? undefined : failed('BAD_ANSWER', operation, { detail });
}

function codeIn({ err_code, error_code }: AnswerFields): string | undefined {
  return text(err_code) || text(error_code) || undefined;
}

function saysFailure(fields: AnswerFields): boolean {
  return fields.return_code === 'FAIL' || fields.result_code === 'FAIL' || codeIn(fields) !== undefined;
}

function doubtAbout(
  fields: AnswerFields,
  deviations: readonly Violation[],
  verdict: Verdict | undefined,
): string | undefined {
  if (fields.return_code !== 'SUCCESS') return 'return_code';
  if (fields.result_code !== 'SUCCESS' && deviations.some(({ field }) => field === 'result_code')) return 'result_code';
  if (verdict?.kind === 'missing') return `${verdict.field} missing`;
  return verdict?.kind === 'differs' ? verdict.field : undefined;
}

/** Every page of a query promises the number: an answer without it has found nothing. */
function unnamedBy({ effect, settles }: Operation, fields: AnswerFields, request: RequestFields): string | undefined {
  if (effect !== 'read' || (settles !== 'share' && settles !== 'return')) return undefined;
  const number = settles === 'return' ? 'out_return_no' : 'out_order_no';
  return text(request[number]) !== '' && text(fields[number]) === '' ? `${number} missing` : undefined;
}

/** Compares an answer with WeChat's own documentation. */
function validateReply(operation: Operation, fields: AnswerFields, parsed: AnswerFields) {
  const values: { -readonly [Field in keyof AnswerFields]: unknown } = {};
  const deviations: Violation[] = [];
  for (const field of operation.replyJson) {
    if (fields[field] === undefined) continue;
    values[field] = parsed[field] ?? readJson(fields[field]);
    if (values[field] === undefined) deviations.push({ field, rule: 'json' });
  }
  const answer = { ...fields, ...values };
  if (!operation.checkReply(answer)) {
    deviations.push(...fromErrors(operation.checkReply.errors ?? [], operation, answer));
  }
  return { values, deviations };
}
