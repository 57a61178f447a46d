import type { Advice } from './advice';
import type { AnswerFields } from './contract';
import { descriptionOf, type Failure } from './failure';
import { type Locale, translate } from './locale';
import type { Result } from './result';
import type { Settlement } from './settlement';
import { type ViolationMessage, withMessages } from './violations';
import { withinLimit } from './withinLimit';

/** What every function returns: WeChat's fields as WeChat sent them, and beside them what a caller needs to act safely. */
export type Reply = AnswerFields & OwnFields;

type OwnFields = {
  return_code: 'SUCCESS' | 'FAIL';
  err_code?: string;
  /** What WeChat Pay called the failure, where `err_code` is the contract's one code for it. */
  wechat_err_code?: string;
  err_code_des?: string;
  advice?: Advice;
  violations?: ViolationMessage[];
  /** Where WeChat's answer breaks WeChat's own documentation. */
  deviations?: ViolationMessage[];
  /** What has become of the money, on shares, finishes, returns and their queries. Accepted is not paid. */
  settlement?: Settlement;
  /** True when the outcome could not be written to the ledger; the intent was, and reconciliation will find it. */
  unrecorded?: true;
  request_id?: string;
  /** What the operator should change about this function; on the first call of an instance only. */
  warnings?: string[];
};

/** Words a result in the caller's language, and leaves out what the platform would not deliver. */
export function present(result: Result, locale: Locale): Reply {
  const { answer, deviations = [], failure, settlement, requestId, unrecorded } = result;
  const reply = {
    ...answer,
    ...(deviations.length > 0 && { deviations: withMessages(deviations, locale) }),
    ...(failure && wordedFailure(failure, answer !== undefined, locale)),
    ...(settlement && { settlement }),
    ...(requestId !== undefined && { request_id: requestId }),
    ...(unrecorded && { unrecorded }),
  } as Reply;
  const { kept, left } = withinLimit(reply);
  if (left.length === 0) return kept;
  const tooLong = left.map((field) => ({ field, rule: 'tooLong' }));
  return { ...kept, deviations: [...(reply.deviations ?? []), ...withMessages(tooLong, locale)] };
}

function wordedFailure(failure: Failure, isAnswered: boolean, locale: Locale) {
  const violations = failure.violations && withMessages(failure.violations, locale);
  const [first] = violations ?? [];
  const detail = failure.detail ?? (first && `${first.field} ${first.message}`.trim());
  const description = translate(descriptionOf({ ...failure, ...(detail !== undefined && { detail }) }), locale);
  return {
    ...(!isAnswered && { return_code: 'FAIL', return_msg: description }),
    err_code: failure.code,
    ...(failure.saidCode !== undefined && { wechat_err_code: failure.saidCode }),
    err_code_des: description,
    advice: { ...failure.advice, message: translate(failure.advice.message, locale) },
    ...(violations && { violations }),
  };
}
