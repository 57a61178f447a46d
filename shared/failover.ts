import { type Exchange, exchange, type HttpAnswer, HttpFault, type HttpRequest } from './http';
import { own } from './own';

/** WeChat Pay's main host and the one its v3 pages name for when it cannot be reached (跨城冗灾). */
const BACKUPS: Readonly<Record<string, string>> = { 'api.mch.weixin.qq.com': 'api2.mch.weixin.qq.com' };

/**
 * Like {@link exchange}, but uses the backup host when the main one cannot be reached. Only then: once a connection was
 * established, a byte may have arrived, and a second host could pay twice.
 */
export async function exchangeWithBackup(
  request: HttpRequest,
  send: Exchange = exchange,
  backups: Readonly<Record<string, string>> = BACKUPS,
): Promise<HttpAnswer> {
  const started = Date.now();
  try {
    return await send(request);
  } catch (error) {
    const backup = own(backups, request.url.host);
    const timeoutMs = request.timeoutMs - (Date.now() - started);
    if (!(error instanceof HttpFault) || error.stage !== 'before-send' || !backup || timeoutMs <= 0) throw error;
    const url = new URL(request.url);
    url.host = backup;
    return await send({ ...request, url, timeoutMs });
  }
}
