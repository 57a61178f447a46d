import { WechatPayError } from './WechatPayError';

/** The kinds of keys of WeChat Pay that the configuration provides for. */
export interface KnownKinds {
  readonly publicKey: boolean;
  readonly certificates: boolean;
}

/** Without these, platform certificates cannot be fetched and opened. */
const FOR_CERTIFICATES = 'WECHATPAY_API_V3_KEY, WECHATPAY_MCH_SERIAL and WECHATPAY_MCH_PRIVATE_KEY';
const FOR_PUBLIC_KEY = 'WECHATPAY_PUBLIC_KEY_ID and WECHATPAY_PUBLIC_KEY';

/**
 * Why nothing that a key of this serial signed can be verified: its kind, and the variables that lack it. Lasting, unless
 * it is a certificate that WeChat Pay may list later.
 * @param serial as the sender wrote it, who may not be WeChat Pay
 */
export function unknownKey(serial: string, known: KnownKinds): WechatPayError {
  const named = /^[0-9A-Za-z_]{1,64}$/.test(serial) ? serial : 'of a strange form';
  if (serial.startsWith('PUB_KEY_ID_')) {
    const why = known.publicKey ? `${FOR_PUBLIC_KEY} hold another one` : `set ${FOR_PUBLIC_KEY}`;
    return new WechatPayError('BAD_ANSWER', `signed with the public key ${named}: ${why}`, true);
  }
  const why = known.certificates ? 'WeChat Pay does not list it' : `set ${FOR_CERTIFICATES}`;
  return new WechatPayError('BAD_ANSWER', `signed with the platform certificate ${named}: ${why}`, !known.certificates);
}
