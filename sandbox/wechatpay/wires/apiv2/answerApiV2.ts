import type { HttpResponse } from '../../../http/httpResponse';
import type { ClientCertificate } from '../../../http/incoming';
import type { WeChatPay } from '../../weChatPay';
import { applyFault, effectOf, replaced, shownOutcome, stripped } from '../privateLink';
import type { V2Answer, V2Fields } from '../v2contract';
import { gatewayPage, turnedAway } from './certificateCheck';
import { corrupt } from './corrupt';
import { listedFields } from './listedFields';
import { operate } from './operate';
import { needsCertificate, type Page } from './pages';
import { replyOf } from './reply';
import { verify } from './signature';
import { fromXml, MAX_XML_BYTES, type Message, toXml } from './xml';

/** What API v2 needs of WeChat Pay. */
export type ApiV2State = Pick<WeChatPay, 'bank' | 'faults' | 'calls' | 'unknownFields'>;

export interface ApiV2Call {
  readonly page: Page;
  readonly body: Buffer;
  /** What the caller showed when the connection was secured. */
  readonly certificate?: ClientCertificate | undefined;
}

const envelope = (message: string): V2Answer => ({ kind: 'envelope', message });

function decode(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Why a message is not carried out: its encoding and form, whose certificate it came with, its signature. */
function answerOf(state: ApiV2State, { page, certificate }: ApiV2Call, text: string | undefined): V2Answer {
  // These three texts are those of the general API v2 table (unifiedorder); the sharing pages repeat none of them.
  if (text === undefined) return envelope('编码格式错误');
  if (text === '') return envelope('post数据为空');
  const message = fromXml(text);
  if (!message) return envelope('XML格式错误');
  // Inferred: the text of CA_ERROR in the red packet table, in the envelope as the sharing pages know no such code.
  if (certificate && needsCertificate(page) && certificate.commonName !== message.mch_id) {
    return envelope('CA证书出错,请登录微信支付商户平台下载证书');
  }
  const rules = listedFields(page, message, state.bank.switches);
  const verdict = verify(
    message,
    rules.map(({ name }) => name),
  );
  if (verdict === 'wrong') return envelope('签名失败');
  // Seen live: an MD5 signature is answered "try later" for ever, never with the reason.
  if (verdict === 'md5') return { kind: 'refused', code: 'SYSTEMERROR', message: '系统错误,请稍后重试' };
  return operate(state, page, rules, message);
}

function xml(reply: V2Fields): HttpResponse {
  return { status: 200, contentType: 'text/plain', body: Buffer.from(toXml(reply)), delayMs: 0, cut: 'none' };
}

/** One call of API v2: gateway, injected fault, form, signature, bank, log, signed answer. */
export function answerApiV2(state: ApiV2State, call: ApiV2Call): HttpResponse {
  const { page, body } = call;
  const text = body.length > MAX_XML_BYTES ? undefined : decode(body);
  const message: Message | undefined = text === undefined ? undefined : fromXml(text);
  const at = state.bank.clock.now();
  const log = (outcome: V2Fields) =>
    state.calls.add({ at, api: page.api, link: 'apiv2', request: message ?? text ?? '', outcome });

  const away =
    body.length > MAX_XML_BYTES
      ? gatewayPage('413 Request Entity Too Large', 413, '413 Request Entity Too Large')
      : needsCertificate(page) && turnedAway(call.certificate);
  if (away) {
    log({ status: away.status });
    return away;
  }
  const fault = state.faults.next(page.api);
  const real = effectOf(fault) === 'after' ? answerOf(state, call, text) : undefined;
  const shown = replaced(fault, message, real) ?? real ?? envelope('');
  const made = stripped(replyOf(page, shown, message, `${at}/${state.calls.total}`), fault);
  const reply = corrupt(made, message, fault);
  log(shownOutcome(fault, reply));
  const fine = xml(reply);
  const down = () => gatewayPage('502 Bad Gateway', 502, '502 Bad Gateway');
  return fault ? applyFault(fault, fine, { platform: down }) : fine;
}
