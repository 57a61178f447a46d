import type { Config } from '../../shared/config';
import { exchangeWithBackup } from '../../shared/failover';
import { HttpFault } from '../../shared/http';
import { agents } from '../../shared/links/apiv2/agents';
import { type Finding, fine, problem, unchecked } from './finding';

const SERVICE = 'https://api.mch.weixin.qq.com';

/** Longest wait for the answer, in ms. */
const TIMEOUT_MS = 10_000;

/**
 * Whether the gateway of API v2 lets the merchant certificate through to the paths that move money. The request has no
 * body: there is nothing in it that could be carried out.
 */
export async function inspectClientCertificate(config: Config): Promise<Finding> {
  const base = config.baseUrl ?? SERVICE;
  if (!base.startsWith('https:')) return noTls;
  const headers = { 'content-type': 'text/xml; charset=utf-8' };
  const url = new URL('/secapi/pay/profitsharingfinish', base);
  const agent = agents(config, true).certified();
  try {
    const { status } = await exchangeWithBackup({
      method: 'POST',
      url,
      headers,
      timeoutMs: TIMEOUT_MS,
      maxBytes: 64 * 1024,
      agent,
    });
    // nginx answers 400 by itself: no certificate, or one that WeChat Pay's authority did not issue.
    return status === 400 ? refused : accepted;
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    return hungUp(error.code);
  }
}

const accepted = fine('client-certificate', {
  zh: '网关接受商户证书',
  en: 'The gateway accepts the merchant certificate',
});

const FRESH = {
  zh: '使用商户平台为该商户号签发的 API 证书及其私钥。',
  en: 'Use the API certificate that WeChat Pay issued for this merchant number, with its own key.',
};

const refused = problem(
  'client-certificate',
  {
    zh: '网关不接受商户证书，动用资金的操作会失败',
    en: 'The gateway refuses the merchant certificate: what moves money will fail',
  },
  FRESH,
);

const noTls = unchecked(
  'client-certificate',
  { zh: '明文 http 上无法出示证书', en: 'No certificate can be shown on plain http' },
  {
    zh: '把 WECHATPAY_BASE_URL 指向沙箱的 https 端口。',
    en: 'Point WECHATPAY_BASE_URL at the https port of the sandbox.',
  },
);

function hungUp(code: string): Finding {
  return problem(
    'client-certificate',
    { zh: `出示证书时连接中断（${code}）`, en: `The connection broke when the certificate was shown (${code})` },
    FRESH,
  );
}
