import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Config } from '../../shared/config';
import type { Text } from '../../shared/locale';
import { type Finding, fine, problem } from './finding';

const FRESH_KEY: Text = {
  zh: '在商户平台「账户中心 - API 安全 - 微信支付公钥」下载公钥文件，连同公钥 ID 一起设置。',
  en: 'Download the public key in the merchant platform (Account - API security - WeChat Pay public key) and set it together with its ID.',
};

/** The key that WeChat Pay's answers are verified with: the WeChat Pay public key, or platform certificates. */
export function inspectPlatformKey({ publicKey, publicKeyId, apiV3Key, mchPrivateKey }: Config): Finding {
  const wrong = (says: Text, fix = FRESH_KEY) => problem('wechatpay-key', says, fix);
  if (!publicKey && !publicKeyId) {
    if (apiV3Key)
      return fine('wechatpay-key', { zh: '应答以平台证书验签', en: 'Answers are verified with platform certificates' });
    return wrong({ zh: '没有任何东西可以验签应答', en: 'There is nothing to verify answers with' });
  }
  if (!publicKey)
    return wrong({
      zh: '只设了公钥 ID，缺 WECHATPAY_PUBLIC_KEY',
      en: 'There is a key ID without WECHATPAY_PUBLIC_KEY',
    });
  if (!publicKeyId)
    return wrong({
      zh: '只设了公钥，缺 WECHATPAY_PUBLIC_KEY_ID',
      en: 'There is a key without WECHATPAY_PUBLIC_KEY_ID',
    });
  if (publicKey.includes('CERTIFICATE')) {
    return wrong(
      {
        zh: 'WECHATPAY_PUBLIC_KEY 里是证书，不是微信支付公钥',
        en: 'WECHATPAY_PUBLIC_KEY holds a certificate, not the WeChat Pay public key',
      },
      {
        zh: '换成微信支付公钥；若仍用平台证书，删去两个 WECHATPAY_PUBLIC_KEY 变量并设置 WECHATPAY_API_V3_KEY，证书会自动下载。',
        en: 'Put the WeChat Pay public key there; to keep using platform certificates, remove both WECHATPAY_PUBLIC_KEY variables and set WECHATPAY_API_V3_KEY: they are downloaded.',
      },
    );
  }
  const key = read(() => createPublicKey(publicKey));
  if (key?.asymmetricKeyType !== 'rsa') {
    return wrong({
      zh: 'WECHATPAY_PUBLIC_KEY 不是可用的 RSA 公钥',
      en: 'WECHATPAY_PUBLIC_KEY is no RSA public key that can be used',
    });
  }
  const own = mchPrivateKey ? read(() => createPublicKey(createPrivateKey(mchPrivateKey))) : undefined;
  if (own?.equals(key)) {
    return wrong({
      zh: 'WECHATPAY_PUBLIC_KEY 是商户自己的公钥，不是微信支付的',
      en: "WECHATPAY_PUBLIC_KEY is the merchant's own public key, not WeChat Pay's",
    });
  }
  return fine('wechatpay-key', {
    zh: `微信支付公钥可用（ID 尾号 ${publicKeyId.slice(-4)}）`,
    en: `The WeChat Pay public key can be used (ID …${publicKeyId.slice(-4)})`,
  });
}

function read(parse: () => KeyObject): KeyObject | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
