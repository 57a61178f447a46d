import type { Config } from '../config';
import type { AnswerFields } from '../contract';
import { exchange, type HttpAnswer } from '../http';
import { toFlat } from '../normalizeRequest';
import { readJson } from '../readJson';
import { faultOf } from './faultOf';
import { fault, type Link, type SendResult } from './link';

/** Inside WeChat Cloud Run this host is answered by the open interface service (开放接口服务), on plain HTTP by design. */
const SERVICE = 'http://api.weixin.qq.com';

/** Far above any documented answer: 50 receivers are about 20 KB. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** WeChat Cloud Run: JSON over the service network, authorised by where it comes from. */
export function cloudrun(config: Pick<Config, 'baseUrl'>, send = exchange): Link {
  return {
    async send(operation, request, { timeoutMs }) {
      try {
        const answer = await send({
          method: 'POST',
          url: new URL(`/_/pay/${operation.name.toLowerCase()}`, config.baseUrl ?? SERVICE),
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(toFlat(operation, request)),
          timeoutMs,
          maxBytes: MAX_ANSWER_BYTES,
        });
        return readEnvelope(answer);
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

function readEnvelope({ status, body }: HttpAnswer): SendResult {
  // A 4xx comes from the gateway in front of WeChat Pay. A redirect, which it sends while the open interface service is
  // off, does not say whether the request was passed on.
  if (status >= 400 && status < 500) return fault('PLATFORM_REFUSED', `HTTP ${status}`);
  if (status !== 200) return fault('PLATFORM_ERROR', `HTTP ${status}`);
  if (body.length === 0) return fault('PLATFORM_ERROR', 'empty body');
  const envelope = readJson(body.toString()) as { errcode?: unknown; errmsg?: unknown; respdata?: unknown } | undefined;
  if (envelope === undefined) return fault('BAD_ANSWER', 'JSON');
  const fields = envelope?.respdata as AnswerFields | undefined;
  if (typeof fields?.return_code === 'string') return { kind: 'answer', fields };
  if (envelope?.errcode) {
    return fault('PLATFORM_ERROR', `${envelope.errcode} ${envelope.errmsg ?? ''}`.trim());
  }
  return fault('BAD_ANSWER', 'respdata');
}
