import type { Config } from '../../shared/config';
import { exchangeWithBackup } from '../../shared/failover';
import { type HttpAnswer, HttpFault } from '../../shared/http';
import { openCertificates } from '../../shared/wechatpay/certificates';
import { connect } from '../../shared/wechatpay/connection';
import { readCredentials } from '../../shared/wechatpay/credentials';
import { WechatPayError } from '../../shared/wechatpay/WechatPayError';
import { type Finding, fine, problem, unchecked } from './finding';

/** Longest wait for the certificates, in ms. */
const TIMEOUT_MS = 10_000;

/**
 * Whether the APIv3 key opens what WeChat Pay encrypts with it: the platform certificates are the one thing it gives out on
 * request. Returns nothing where asking found out nothing about the key; the next question then tells what is wrong.
 */
export async function inspectApiV3Key(config: Config): Promise<Finding[]> {
  const credentials = readCredentials(config);
  if (typeof credentials === 'string') return [];
  const { apiV3Key, publicKey } = credentials;
  if (!apiV3Key) return [notNeeded];
  const connection = connect(config, credentials, exchangeWithBackup, Date.now);
  let answer: HttpAnswer;
  try {
    answer = await connection.ask({ method: 'GET', target: '/v3/certificates' }, Date.now() + TIMEOUT_MS);
  } catch (error) {
    if (error instanceof HttpFault) return [];
    throw error;
  }
  if (answer.status === 404) return [publicKey ? nothingToOpen : noCertificates];
  if (answer.status !== 200) return [];
  try {
    const { length } = openCertificates(answer, apiV3Key, Date.now(), publicKey);
    return [
      fine('api-v3-key', {
        zh: `APIv3 密钥解开了 ${length} 张平台证书`,
        en: `The APIv3 key opens the platform certificates (${length})`,
      }),
    ];
  } catch (error) {
    if (!(error instanceof WechatPayError)) throw error;
    return [error.code === 'CONFIG_ERROR' ? wrongKey : forged];
  }
}

const notNeeded = fine('api-v3-key', {
  zh: '未设 APIv3 密钥：只有 profitSharingNotify 需要它',
  en: 'No APIv3 key is set: only profitSharingNotify needs one',
});

const nothingToOpen = unchecked(
  'api-v3-key',
  {
    zh: '该商户没有平台证书，APIv3 密钥无从试用',
    en: 'This merchant has no platform certificates to try the APIv3 key on',
  },
  {
    zh: '收到第一条通知即可证实；拿不准时在商户平台重设一次并同步更新变量。',
    en: 'The first notification proves it; in doubt, set it anew in the merchant platform and here.',
  },
);

const noCertificates = problem(
  'wechatpay-key',
  { zh: '该商户没有平台证书', en: 'This merchant has no platform certificates' },
  {
    zh: '改用微信支付公钥：设置 WECHATPAY_PUBLIC_KEY_ID 与 WECHATPAY_PUBLIC_KEY。',
    en: 'Use the WeChat Pay public key: set WECHATPAY_PUBLIC_KEY_ID and WECHATPAY_PUBLIC_KEY.',
  },
);

const wrongKey = problem(
  'api-v3-key',
  { zh: 'WECHATPAY_API_V3_KEY 解不开平台证书', en: 'WECHATPAY_API_V3_KEY does not open the platform certificates' },
  {
    zh: '填入商户平台「账户中心 - API 安全 - APIv3 密钥」设置的 32 位密钥，它不是 API v2 密钥。',
    en: 'Set it to the 32 characters chosen in the merchant platform (Account - API security - APIv3 key); the API v2 key is another one.',
  },
);

const forged = problem(
  'wechatpay-key',
  { zh: '平台证书的应答没有通过验签', en: 'The answer with the platform certificates is not well signed' },
  { zh: '检查连接中是否有代理改写应答。', en: 'Find out whether a proxy rewrites answers on the way.' },
);
