import { type Fault, withChanges } from '../../faults';
import { claimed, coversRefusals, hostile } from '../hostile';
import { type Json, refusal, success, type V3Answer } from './v3Answer';

/** Status of every documented code. */
const statusOf: Readonly<Record<string, number>> = {
  PARAM_ERROR: 400,
  INVALID_REQUEST: 400,
  NO_STATEMENT_EXIST: 400,
  SIGN_ERROR: 401,
  NO_AUTH: 403,
  NOT_ENOUGH: 403,
  RULE_LIMIT: 403,
  RESOURCE_NOT_EXISTS: 404,
  FREQUENCY_LIMITED: 429,
  RATELIMIT_EXCEED: 429,
  SYSTEM_ERROR: 500,
};

/** What v3 says where v2 has a code of its own: faults are aimed at all links in the words of one. */
const fromV2: Readonly<Record<string, { readonly code: string; readonly message?: string }>> = {
  SYSTEMERROR: { code: 'SYSTEM_ERROR' },
  NOAUTH: { code: 'NO_AUTH' },
  AMOUNT_OVERDUE: { code: 'NOT_ENOUGH', message: '分账金额不足' },
  ORDER_NOT_READY: { code: 'INVALID_REQUEST', message: '订单处理中，请稍后重试' },
  NOT_SHARE_ORDER: { code: 'INVALID_REQUEST', message: '非分账订单不支持分账' },
  OPENID_MISMATCH: { code: 'INVALID_REQUEST', message: 'appid与openid不匹配' },
  INVALID_TRANSACTIONID: { code: 'INVALID_REQUEST', message: '无效的微信支付订单号' },
  USER_NOT_EXIST: { code: 'INVALID_REQUEST', message: '微信用户不存在' },
};

function coded(code: string, message: string): V3Answer {
  return refusal(statusOf[code] ?? 400, code, message);
}

/** v3 has no envelope: the same failure has a status and a code there. */
function envelope(message: string): V3Answer {
  if (message.includes('签名')) return coded('SIGN_ERROR', message);
  return coded(message.includes('频率') ? 'FREQUENCY_LIMITED' : 'INVALID_REQUEST', message);
}

/**
 * The answer a fault gives in place of the true one.
 * @param real what the bank answered, if it was asked
 */
export function replacement(
  fault: Fault | undefined,
  request: Json | undefined,
  real: V3Answer | undefined,
): V3Answer | undefined {
  if (fault?.kind === 'hostile' && real?.kind !== 'file') {
    if (real && real.status >= 300 && !coversRefusals(fault.answer)) return undefined;
    const honest = real && real.status < 300 ? real.fields : claimed(request ?? {});
    return success({ ...hostile(fault.answer, honest), ...(fault.answer === 'successAlone' && { code: 'SUCCESS' }) });
  }
  if (fault?.kind === 'envelope') return envelope(fault.message);
  if (fault?.kind !== 'code') return undefined;
  const { code, message } = fromV2[fault.code] ?? { code: fault.code };
  return coded(code, fault.message ?? message ?? code);
}

const numbers = ['out_order_no', 'out_return_no', 'transaction_id', 'account', 'sub_mchid'];

/** An answer about something else than was asked: its first number is another's, or fields are what the fault says. */
export function rewritten(fault: Fault | undefined, answer: V3Answer): V3Answer {
  if (fault?.kind === 'fields' && answer.kind === 'json')
    return { ...answer, fields: withChanges(fault, answer.fields) };
  if (fault?.kind !== 'otherAnswer' || answer.kind === 'file') return answer;
  const name = numbers.find((known) => typeof answer.fields[known] === 'string');
  if (name === undefined) return answer;
  const fields: Json = { ...answer.fields, [name]: `${String(answer.fields[name]).slice(0, -1)}~` };
  return { ...answer, fields };
}
