import type { HttpResponse } from '../http/httpResponse';

/** Both SDKs decide by this exact content type that a reply to `wx.wxPayApi` is the platform's, not WeChat Pay's. */
const platformJson = 'application/json; charset=utf-8';

/** A reply of the admin API: always HTTP 200, also for errors, which have a `code`. */
export function adminReply(payload: Readonly<Record<string, unknown>>, requestId: string): HttpResponse {
  return {
    status: 200,
    contentType: platformJson,
    body: Buffer.from(JSON.stringify({ ...payload, requestId })),
    delayMs: 0,
    cut: 'none',
  };
}

/** An error of the platform itself, as both SDKs expect it. */
export function adminError(code: string, message: string, requestId: string): HttpResponse {
  return adminReply({ code, message }, requestId);
}
