import type { HttpResponse } from '../../http/httpResponse';
import { isRecord } from '../../isRecord';
import { type Fault, withChanges } from '../faults';
import type { WeChatPay } from '../weChatPay';
import { parsed } from './fieldChecks';
import { claimed, coversRefusals, hostile } from './hostile';
import { answerV2, type V2Answer, type V2Fields } from './v2contract';
import type { V2Api } from './v2fields';
import { type Head, signed, v2reply } from './v2reply';

/** What a private link needs of WeChat Pay. */
export type PrivateLinkState = Pick<WeChatPay, 'bank' | 'faults' | 'calls' | 'unknownFields' | 'merchantOf'>;

/** What one private link does with a reply and with faults of its own. */
export interface Packing {
  readonly link: 'cloudpay' | 'cloudrun';
  pack(reply: V2Fields): HttpResponse;
  platform(code: string, message: string): HttpResponse;
}

export interface PrivateCall {
  readonly api: V2Api;
  /** The mini program or account on whose behalf the platform calls. */
  readonly appid: string;
  readonly data: Buffer;
}

function outcomeOf(reply: V2Fields): V2Fields {
  const names = ['return_code', 'return_msg', 'result_code', 'err_code', 'error_code', 'result', 'status'];
  return Object.fromEntries(names.flatMap((name) => (reply[name] === undefined ? [] : [[name, reply[name]]])));
}

function answerOf(state: PrivateLinkState, { api, appid }: PrivateCall, fields: unknown): V2Answer {
  const bound = state.merchantOf(appid);
  // The binding of the appid to a merchant number was never authorised (cloudrun pages).
  if (!bound) return { kind: 'envelope', message: '受理关系不存在' };
  const payer = isRecord(fields) ? state.bank.merchant(String(fields.sub_mch_id)) : undefined;
  // Nothing else is answered before the application was granted (developers.weixin.qq.com …/wechatpay/profitsharing.md).
  if (payer?.admitted === false) return { kind: 'refused', code: 'NOAUTH', message: '无分账权限' };
  return answerV2(state, api, { mchId: bound.mchId, appid: bound.appid, family: 'ordinary', wire: 'v2' }, fields);
}

function headOf(state: PrivateLinkState, appid: string, fields: unknown): Head {
  const bound = state.merchantOf(appid) ?? { mchId: '', appid: '' };
  const given = isRecord(fields) ? fields : {};
  return {
    mch_id: bound.mchId,
    appid: bound.appid,
    ...(typeof given.sub_mch_id === 'string' ? { sub_mch_id: given.sub_mch_id } : {}),
    ...(typeof given.sub_appid === 'string' ? { sub_appid: given.sub_appid } : {}),
  };
}

export function effectOf(fault: Fault | undefined): 'before' | 'after' {
  if (!fault || fault.kind === 'slow') return 'after';
  return fault.effect ?? 'before';
}

/**
 * The answer a fault gives in place of the true one.
 * @param real what the bank answered, if it was asked
 */
export function replaced(fault: Fault | undefined, request: unknown, real: V2Answer | undefined): V2Answer | undefined {
  if (fault?.kind === 'hostile') {
    if (real && real.kind !== 'success' && !coversRefusals(fault.answer)) return undefined;
    const honest = real?.kind === 'success' ? real.fields : claimed(isRecord(request) ? request : {});
    return { kind: 'success', fields: { ...hostile(fault.answer, honest) } };
  }
  if (fault?.kind === 'envelope') return { kind: 'envelope', message: fault.message };
  if (fault?.kind === 'code') return { kind: 'refused', code: fault.code, message: fault.message ?? fault.code };
  return undefined;
}

/** Leaves no more of a hostile answer than it is to have. */
export function stripped(reply: V2Fields, fault: Fault | undefined): V2Fields {
  if (fault?.kind !== 'hostile') return reply;
  const kept = fault.answer === 'empty' ? [] : ['return_code', 'result_code'];
  if (kept.length > 0 && fault.answer !== 'successAlone') return reply;
  return Object.fromEntries(Object.entries(reply).filter(([name]) => kept.includes(name)));
}

/** The outcome of a call as the log shows it: a fault is named where the answer does not show it. */
export function shownOutcome(fault: Fault | undefined, reply: V2Fields): V2Fields {
  const isPlain = !fault || fault.kind === 'code' || fault.kind === 'envelope';
  return isPlain ? outcomeOf(reply) : { fault: fault.kind, ...outcomeOf(reply) };
}

export function applyFault(
  fault: Fault,
  delivery: HttpResponse,
  { platform }: Pick<Packing, 'platform'>,
): HttpResponse {
  switch (fault.kind) {
    case 'silence':
      return { ...delivery, cut: 'before-answer' };
    case 'slow':
      return { ...delivery, delayMs: fault.delayMs };
    case 'broken':
      if (fault.connection === 'cut') return { ...delivery, cut: 'mid-body' };
      return { ...delivery, body: delivery.body.subarray(0, delivery.body.length >> 1) };
    case 'status': {
      const { status, body = '', contentType = 'text/html' } = fault;
      return { ...delivery, status, contentType, body: Buffer.from(body) };
    }
    case 'platform':
      return platform(fault.code, fault.message);
    default:
      return delivery;
  }
}

/** A call of an API the platform does not know still arrived. */
export function logUnknown(state: PrivateLinkState, link: Packing['link'], api: string, data: Buffer): void {
  const raw = data.toString('utf8');
  const at = state.bank.clock.now();
  state.calls.add({ at, api, link, request: parsed(raw) ?? raw, outcome: { fault: 'unknown API' } });
}

/** One call on a private link: the injected fault, the bank, the log, the packing. */
export function answerPrivately(state: PrivateLinkState, call: PrivateCall, packing: Packing): HttpResponse {
  const raw = call.data.toString('utf8');
  const fields = parsed(raw);
  const fault = state.faults.next(call.api);
  const real = effectOf(fault) === 'after' ? answerOf(state, call, fields) : undefined;
  const shown = replaced(fault, fields, real) ?? real ?? { kind: 'envelope', message: '' };
  const at = state.bank.clock.now();
  const made = v2reply(call.api, shown, headOf(state, call.appid, fields), `${at}/${state.calls.total}`);
  const { sign: _, ...bare } = stripped(made, fault);
  const reply = fault?.kind === 'hostile' ? signed(bare) : withChanges(fault, made);
  const fine = packing.pack(reply);
  state.calls.add({
    at,
    api: call.api,
    link: packing.link,
    request: fields ?? raw,
    outcome: shownOutcome(fault, reply),
  });
  return fault ? applyFault(fault, fine, packing) : fine;
}
