import { claimOf, compare, otherNumberIn, type Verdict } from './claim';
import type { AnswerFields, RequestFields } from './contract';
import { type Advice, type Diagnosis, diagnose } from './errors';
import type { ProviderResponse, SendResult } from './links/link';
import type { Locale } from './locale';
import { mask } from './mask';
import type { Operation } from './operation';
import { readJson } from './readJson';
import { type Settlement, settlementOf } from './settlement';
import { text } from './text';
import { fromFindings, type Violation, type WordedViolation, worded } from './violations';

/** What every function returns: WeChat's fields as WeChat sent them, and beside them what a caller needs to act safely. */
export type Reply = AnswerFields & OwnFields;

/** The fields of a reply that every caller may rely on. */
type OwnFields = {
  return_code: 'SUCCESS' | 'FAIL';
  err_code?: string;
  err_code_des?: string;
  advice?: Advice;
  violations?: WordedViolation[];
  /** Where WeChat's answer breaks WeChat's own documentation; the answer is passed on all the same. */
  deviations?: WordedViolation[];
  /** What has become of the money, on shares, finishes, returns and their queries. Accepted is not paid. */
  settlement?: Settlement;
  /** True when the outcome could not be written to the ledger; the intent was, and reconciliation will find it. */
  unrecorded?: true;
  /** The platform's id of the exchange, for support. */
  request_id?: string;
};

/** A failure the adapter states itself, because WeChat Pay's answer is missing or was never asked for. */
export function failure(diagnosis: Diagnosis, detail?: string, violations?: WordedViolation[]): Reply {
  const description = detail ? `${diagnosis.title}: ${detail}` : diagnosis.title;
  return {
    return_code: 'FAIL',
    return_msg: description,
    err_code: diagnosis.code,
    err_code_des: description,
    advice: diagnosis.advice,
    ...(violations && { violations }),
  };
}

/**
 * A refusal speaks of its own call only. Where an earlier call with the same number moved money, or may have, it must not
 * be read as leave to pay again under another number: the code stays, the advice becomes that of the earlier call.
 * @param known what the ledger knows of the number
 */
export function keepingTheNumber(reply: Reply, operation: Operation, locale: Locale, known?: Settlement): Reply {
  if (reply.err_code === undefined || reply.settlement) return reply;
  const caution = diagnose('NUMBER_IN_USE', '', operation, locale).advice;
  const { origin, category } = reply.advice ?? caution;
  return {
    ...reply,
    advice: { ...caution, origin, category },
    settlement: known ?? { state: 'unknown', receivers: [] },
  };
}

/** The reply to whatever came of a request: WeChat's answer, or that there is none and what is known of it. */
export function replyTo(operation: Operation, request: RequestFields, sent: SendResult, locale: Locale): Reply {
  if (sent.kind === 'answer') return settle(operation, request, sent, locale);
  const reply = failure(diagnose(sent.code, sent.detail, operation, locale), mask(sent.detail));
  return withSettlement(reply, settlementOf(operation, reply));
}

/**
 * Keeps WeChat's answer and adds what it leaves out: `err_code` and `err_code_des` whatever WeChat called them, advice,
 * and what has become of the money. A success that does not show the request it is about is a doubt.
 */
export function settle(
  operation: Operation,
  request: RequestFields,
  { fields, parsed = {} }: Pick<ProviderResponse, 'fields' | 'parsed'>,
  locale: Locale,
): Reply {
  const { values, deviations } = judge(operation, fields, parsed, locale);
  // A finish may come with lines its page does not promise: they may not have been parsed yet.
  const lines = values.receivers ?? parsed.receivers ?? readJson(fields.receivers);
  const claim = claimOf(operation, request);
  const verdict = claim && !saysFailure(fields) ? compare(claim, fields, lines) : undefined;
  const reply = diagnosed(operation, request, fields, deviations, verdict, locale);
  return withSettlement(reply, settlementOf(operation, reply, lines, verdict));
}

/** Only the settlement made here is one, whatever an answer holds under that name. */
function withSettlement({ settlement: _theirs, ...reply }: Reply, settlement: Settlement | undefined): Reply {
  return settlement ? { ...reply, settlement } : reply;
}

/** An answer that does not say whether it succeeded, or speaks of another request, is never passed off as either. */
function diagnosed(
  operation: Operation,
  request: RequestFields,
  fields: AnswerFields,
  deviations: WordedViolation[],
  verdict: Verdict | undefined,
  locale: Locale,
): Reply {
  const kept = { ...fields, ...(deviations.length > 0 && { deviations }) } as Reply;
  // An empty code says nothing, and whoever reads a reply takes a code for a failure.
  if (text(kept.err_code) === '') delete kept.err_code;
  const other = otherNumberIn(fields, request);
  if (saysFailure(fields) && other === undefined) {
    const said =
      [fields.err_code_des, fields.error_msg, fields.err_msg, fields.return_msg].map(text).find(Boolean) ?? '';
    const diagnosis = diagnose(codeIn(fields), said, operation, locale);
    return { ...kept, err_code: diagnosis.code, err_code_des: said || diagnosis.title, advice: diagnosis.advice };
  }
  const doubt = other ?? doubtAbout(fields, deviations, verdict) ?? unnamedBy(operation, fields, request);
  if (doubt === undefined) return kept;
  const { code: err_code, title, advice } = diagnose('BAD_ANSWER', '', operation, locale);
  return { ...kept, err_code, err_code_des: `${title}: ${doubt}`, advice };
}

function codeIn({ err_code, error_code }: AnswerFields): string | undefined {
  return text(err_code) || text(error_code) || undefined;
}

function saysFailure(fields: AnswerFields): boolean {
  return fields.return_code === 'FAIL' || fields.result_code === 'FAIL' || codeIn(fields) !== undefined;
}

function doubtAbout(
  fields: AnswerFields,
  deviations: readonly WordedViolation[],
  verdict: Verdict | undefined,
): string | undefined {
  if (fields.return_code !== 'SUCCESS') return 'return_code';
  if (fields.result_code !== 'SUCCESS' && deviations.some(({ field }) => field === 'result_code')) return 'result_code';
  if (verdict?.kind === 'missing') return `${verdict.field} missing`;
  return verdict?.kind === 'differs' ? verdict.field : undefined;
}

/** A query's answer that does not name what was asked about has found nothing; every page promises the number. */
function unnamedBy({ effect, settles }: Operation, fields: AnswerFields, request: RequestFields): string | undefined {
  if (effect !== 'read' || (settles !== 'share' && settles !== 'return')) return undefined;
  const number = settles === 'return' ? 'out_return_no' : 'out_order_no';
  return text(request[number]) !== '' && text(fields[number]) === '' ? `${number} missing` : undefined;
}

/** Holds an answer against WeChat's own documentation, with the values of its JSON texts. */
function judge(operation: Operation, fields: AnswerFields, parsed: AnswerFields, locale: Locale) {
  const values: { -readonly [Field in keyof AnswerFields]: unknown } = {};
  const found: Violation[] = [];
  for (const field of operation.replyJson) {
    if (fields[field] === undefined) continue;
    values[field] = parsed[field] ?? readJson(fields[field]);
    if (values[field] === undefined) found.push({ field, rule: 'json' });
  }
  const answer = { ...fields, ...values };
  if (!operation.checkReply(answer)) {
    found.push(...fromFindings(operation.checkReply.errors ?? [], operation, answer));
  }
  return { values, deviations: worded(found, locale) };
}
