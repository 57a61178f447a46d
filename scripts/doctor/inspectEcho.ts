import { constants, privateDecrypt, randomBytes } from 'node:crypto';
import type { Config } from '../../shared/config';
import { exchangeWithBackup } from '../../shared/failover';
import { type HttpAnswer, HttpFault } from '../../shared/http';
import { readJson } from '../../shared/readJson';
import { codeOf, connect } from '../../shared/wechatpay/connection';
import { readCredentials } from '../../shared/wechatpay/credentials';
import { encryptField } from '../../shared/wechatpay/encryptField';
import { WechatPayError } from '../../shared/wechatpay/WechatPayError';
import { type Finding, fine, problem, unchecked } from './finding';

/** Longest wait for the answer, in ms. */
const TIMEOUT_MS = 10_000;

/** WeChat Pay's own test of signatures and encryption (partner/4015139289). */
const TARGET = '/v3/security/echo';

/**
 * Has WeChat Pay read what is signed and encrypted with the configured keys, and read its answer: no money is in it.
 * @param notifyUrl where it sends a notification of the test; none without
 * @returns nothing where the test could not be made: the questions after it then tell what is wrong
 */
export async function inspectEcho(config: Config, notifyUrl: string | undefined): Promise<Finding[]> {
  const credentials = readCredentials(config);
  if (typeof credentials === 'string') return [];
  const connection = connect(config, credentials, exchangeWithBackup, Date.now);
  const message = `doctor-${randomBytes(8).toString('hex')}`;
  const deadline = Date.now() + TIMEOUT_MS;
  try {
    await connection.ring.ready(deadline);
    const { serial, key } = connection.ring.encryptionKey();
    const body = JSON.stringify({
      echo_message: message,
      encrypted_echo_message: encryptField(message, key),
      ...(notifyUrl !== undefined && { notify_url: notifyUrl }),
    });
    const answer = await connection.ask({ method: 'POST', target: TARGET, body, encryptedWith: serial }, deadline);
    if (answer.status !== 200) return [notTested(answer)];
    await connection.verify(answer, deadline);
    if (!isEchoOf(message, answer, config)) return [otherEcho];
    return [understood, ...(notifyUrl === undefined ? [] : [calledBack(notifyUrl, message)])];
  } catch (error) {
    if (error instanceof HttpFault) return [];
    if (error instanceof WechatPayError) return [notVerified];
    throw error;
  }
}

/** The encrypted echo counts where it is given: sources do not say with which key it is encrypted. */
function isEchoOf(message: string, { body }: HttpAnswer, { mchPrivateKey = '' }: Config): boolean {
  const { echo_message, encrypted_echo_message: encrypted } = (readJson(body.toString()) ?? {}) as Record<
    string,
    unknown
  >;
  if (echo_message !== message) return false;
  if (typeof encrypted !== 'string') return true;
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const opened = privateDecrypt({ key: mchPrivateKey, padding, oaepHash: 'sha1' }, Buffer.from(encrypted, 'base64'));
    return opened.toString() === message;
  } catch {
    return true;
  }
}

const understood = fine('signature', {
  zh: '微信支付验过了签名、解开了加密字段，应答也通过了验签（/v3/security/echo）',
  en: 'WeChat Pay verified the signature and decrypted the field, and its answer is well signed (/v3/security/echo)',
});

const calledBack = (url: string, message: string): Finding =>
  unchecked(
    'notify-url',
    {
      zh: `微信支付已向 ${url} 发出测试通知（${message}），是否收到在这里看不见`,
      en: `WeChat Pay was asked to notify ${url} (${message}); whether it arrived cannot be seen from here`,
    },
    {
      zh: '在 profitSharingNotify 的日志里找 "kind":"test"、"status":200 的一行。一分钟内没有：核对 HTTP 访问路径与域名；401：核对公钥；500：核对 APIv3 密钥。',
      en: 'Look for a line with "kind":"test" and "status":200 in the log of profitSharingNotify. None within a minute: check path and domain of HTTP access; 401: the public key; 500: the APIv3 key.',
    },
  );

const notTested = ({ status, body }: HttpAnswer): Finding => {
  const answered = `HTTP ${status} ${codeOf(body)}`.trim();
  return unchecked(
    'signature',
    { zh: `${TARGET} 回答 ${answered}，没有测成`, en: `${TARGET} was answered with ${answered}: not tested` },
    {
      zh: '签名与权限以上面的查询为准；PARAM_ERROR 表示微信支付解不开加密字段：核对 WECHATPAY_PUBLIC_KEY 与其 ID。',
      en: 'The queries above tell about signature and permission. PARAM_ERROR: WeChat Pay could not decrypt the field, check WECHATPAY_PUBLIC_KEY and its ID.',
    },
  );
};

const otherEcho = problem(
  'signature',
  { zh: '微信支付回答了另一条消息', en: 'WeChat Pay answered with another message' },
  { zh: '检查连接中是否有代理改写请求或应答。', en: 'Find out whether a proxy rewrites requests or answers.' },
);

const notVerified = problem(
  'wechatpay-key',
  { zh: '测试的应答没有通过验签', en: 'The answer to the test is not signed with the configured key' },
  {
    zh: '核对 WECHATPAY_PUBLIC_KEY_ID 与 WECHATPAY_PUBLIC_KEY：二者须来自同一商户的同一页。',
    en: 'Check WECHATPAY_PUBLIC_KEY_ID and WECHATPAY_PUBLIC_KEY: both are on one page of the same merchant.',
  },
);
