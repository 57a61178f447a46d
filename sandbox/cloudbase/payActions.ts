import type { HttpResponse } from '../http/httpResponse';
import type { AdminActions } from './admin';
import { adminError } from './adminReply';
import type { CloudEnv } from './invocation';

/** The private link to WeChat Pay, behind the platform's own checks. */
export type PayLink = (call: {
  apiName: string;
  appid: string;
  requestData: Buffer;
}) => HttpResponse | Promise<HttpResponse>;

/** apiOptions is a protobuf message whose field 1 is the appid: `0a`, a length below 128, the text. */
function appidIn(apiOptions: unknown): string | undefined {
  if (!Buffer.isBuffer(apiOptions) || apiOptions[0] !== 0x0a) return undefined;
  return apiOptions.subarray(2, 2 + (apiOptions[1] ?? 0)).toString('utf8') || undefined;
}

/**
 * `wx.wxPayApi`. The platform lets a call through only on behalf of a user: without the WX_API_TOKEN of the invocation
 * under way (timers and console runs have none) it says "missing wxCloudApiToken"
 * (developers.weixin.qq.com/community/develop/doc/00062c48f389f086a28ff316f51000).
 */
export function payActions(env: CloudEnv, pay: PayLink): AdminActions {
  return {
    'wx.wxPayApi': ({ params, requestId, invocation }) => {
      const { wxCloudApiToken, apiName, apiOptions, requestData } = params;
      if (!wxCloudApiToken) return adminError('INVALID_PARAM', 'missing wxCloudApiToken', requestId);
      if (wxCloudApiToken !== invocation?.apiToken) {
        return adminError('INVALID_PARAM', 'invalid wxCloudApiToken: not of the invocation under way', requestId);
      }
      if (typeof apiName !== 'string') return adminError('INVALID_PARAM', 'apiName must be a string', requestId);
      const data = Buffer.isBuffer(requestData) ? requestData : Buffer.from(String(requestData ?? ''));
      return pay({ apiName, appid: appidIn(apiOptions) ?? env.appid, requestData: data });
    },
  };
}
