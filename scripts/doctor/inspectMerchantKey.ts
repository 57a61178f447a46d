import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Config } from '../../shared/config';
import { LINKS } from '../../shared/generated/links';
import type { Text } from '../../shared/locale';
import { type Finding, fine, problem } from './finding';
import { inspectMerchantCertificate } from './inspectMerchantCertificate';

/**
 * Whether the merchant's private key can be used, and whether certificate, serial number and merchant number belong to it.
 * @param now ms since 1970
 */
export function inspectMerchantKey(config: Config, now: number): Finding[] {
  const { link, mchPrivateKey } = config;
  const key = mchPrivateKey === undefined ? undefined : readKey(mchPrivateKey);
  const judged = mchPrivateKey === undefined ? noKey(link) : [judgeKey(mchPrivateKey, key)];
  return [...judged, ...inspectMerchantCertificate(config, key, now)];
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

/** Elsewhere the configuration itself already names it as missing. */
function noKey(link: Config['link']): Finding[] {
  if (LINKS[link].protocol !== 'v2') return [];
  return [
    problem(
      'merchant-key',
      {
        zh: '没有 WECHATPAY_MCH_PRIVATE_KEY，动用资金的操作会被拒绝',
        en: 'Without WECHATPAY_MCH_PRIVATE_KEY no operation that moves money is sent',
      },
      {
        zh: '把 apiclient_key.pem 放入 credentials/，或填入该变量。',
        en: 'Put apiclient_key.pem into credentials/, or its text into the variable.',
      },
    ),
  ];
}

const WHOLE_KEY: Text = {
  zh: '重新填入证书工具生成的 apiclient_key.pem 全文，含首尾两行，或放入 credentials/。',
  en: 'Take the whole text of apiclient_key.pem again, first and last line included, or put the file into credentials/.',
};

function judgeKey(pem: string, key: KeyObject | undefined): Finding {
  const wrong = (says: Text) => problem('merchant-key', says, WHOLE_KEY);
  if (!key) return wrong(whyUnreadable(pem));
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (key.asymmetricKeyType !== 'rsa' || bits === undefined) {
    return wrong({ zh: 'WECHATPAY_MCH_PRIVATE_KEY 不是 RSA 私钥', en: 'WECHATPAY_MCH_PRIVATE_KEY is no RSA key' });
  }
  return fine('merchant-key', {
    zh: `商户私钥可用（RSA ${bits}）`,
    en: `The merchant's private key can be used (RSA ${bits})`,
  });
}

function whyUnreadable(pem: string): Text {
  const name = 'WECHATPAY_MCH_PRIVATE_KEY';
  if (pem.includes('CERTIFICATE')) {
    return { zh: `${name} 里是证书，不是私钥`, en: `${name} holds a certificate, not the key` };
  }
  if (pem.includes('PUBLIC KEY')) return { zh: `${name} 里是公钥，不是私钥`, en: `${name} holds a public key` };
  if (pem.includes('ENCRYPTED'))
    return { zh: `${name} 有密码保护，无法使用`, en: `${name} is protected by a password` };
  return {
    zh: `${name} 无法解析，多半是缺行或换行丢失`,
    en: `${name} cannot be parsed: lines or line breaks are missing`,
  };
}
