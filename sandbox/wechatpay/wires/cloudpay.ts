import { createHash } from 'node:crypto';
import type { HttpResponse } from '../../http/httpResponse';
import { answerPrivately, logUnknown, type Packing, type PrivateLinkState } from './privateLink';
import { isV2Api } from './v2fields';

export interface CloudPayCall {
  /** CloudPay method name, e.g. `profitSharingFinish`. */
  readonly apiName: string;
  /** The mini program's appid, of the environment or of apiOptions. */
  readonly appid: string;
  /** JSON bytes. */
  readonly requestData: Buffer;
}

/** Exactly this type makes the SDKs read {code, message} as an error and throw; any other type is handed on as bytes. */
function platform(code: string, message: string): HttpResponse {
  const requestId = createHash('sha256').update(`${code}/${message}`).digest('hex').slice(0, 32);
  const body = Buffer.from(JSON.stringify({ code, message, requestId }));
  return { status: 200, contentType: 'application/json; charset=utf-8', body, delayMs: 0, cut: 'none' };
}

const packing: Packing = {
  link: 'cloudpay',
  pack: (reply) => ({
    status: 200,
    contentType: 'application/octet-stream',
    body: Buffer.from(JSON.stringify(reply)),
    delayMs: 0,
    cut: 'none',
  }),
  platform,
};

/** WeChat Pay behind the CloudBase action `wx.wxPayApi`. */
export function answerCloudPay(state: PrivateLinkState, { apiName, appid, requestData }: CloudPayCall): HttpResponse {
  if (!isV2Api(apiName)) {
    logUnknown(state, 'cloudpay', apiName, requestData);
    return platform('INVALID_PARAM', `unknown API: ${apiName}`);
  }
  return answerPrivately(state, { api: apiName, appid, data: requestData }, packing);
}
