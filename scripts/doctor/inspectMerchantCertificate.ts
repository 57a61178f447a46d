import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Config } from '../../shared/config';
import { LINKS } from '../../shared/generated/links';
import type { Text } from '../../shared/locale';
import { type Finding, fine, problem, unchecked, warning } from './finding';

const DAY_MS = 86_400_000;

/** A new certificate takes a while to be asked for, approved and deployed. */
const WARN_BEFORE_DAYS = 30;

/**
 * Whether the merchant's API certificate is in force and belongs to key, serial number and merchant number.
 * @param key the merchant's private key, where it could be read
 * @param now ms since 1970
 */
export function inspectMerchantCertificate(config: Config, key: KeyObject | undefined, now: number): Finding[] {
  if (config.mchCert === undefined) return [noCertificate(config.link)];
  const certificate = readCertificate(config.mchCert);
  return certificate ? judgeCertificate(certificate, key, config, now) : [unreadableCertificate];
}

function readCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function noCertificate(link: Config['link']): Finding {
  const fix = {
    zh: '把 apiclient_cert.pem 放入 credentials/，或填入 WECHATPAY_MCH_CERT。',
    en: 'Put apiclient_cert.pem into credentials/, or its text into WECHATPAY_MCH_CERT.',
  };
  if (LINKS[link].protocol === 'v2') {
    const says = {
      zh: '没有商户证书，动用资金的操作会被拒绝',
      en: 'Without the merchant certificate no operation that moves money is sent',
    };
    return problem('merchant-certificate', says, fix);
  }
  const says = {
    zh: '没有商户证书可对照，序列号与有效期无从核对',
    en: 'No merchant certificate at hand: serial number and dates cannot be compared',
  };
  return unchecked('merchant-certificate', says, fix);
}

const unreadableCertificate = problem(
  'merchant-certificate',
  { zh: 'WECHATPAY_MCH_CERT 不是证书，或文本不完整', en: 'WECHATPAY_MCH_CERT is no certificate, or not all of it' },
  {
    zh: '重新填入 apiclient_cert.pem 全文，含首尾两行。',
    en: 'Take the whole text of apiclient_cert.pem again, first and last line included.',
  },
);

function judgeCertificate(
  certificate: X509Certificate,
  key: KeyObject | undefined,
  config: Config,
  now: number,
): Finding[] {
  const findings = [...belongs(certificate, key, config), ...inTime(certificate, now)];
  if (findings.length > 0) return findings;
  const until = new Date(certificate.validTo).toISOString().slice(0, 10);
  return [
    fine('merchant-certificate', {
      zh: `商户证书与私钥、商户号相符，有效至 ${until}`,
      en: `The merchant certificate fits the key and the merchant number, and is valid until ${until}`,
    }),
  ];
}

function belongs(certificate: X509Certificate, key: KeyObject | undefined, { mchSerial, mchId }: Config): Finding[] {
  const findings: Finding[] = [];
  const amiss = (says: Text, fix: Text) => findings.push(problem('merchant-certificate', says, fix));
  if (key && !certificate.checkPrivateKey(key)) {
    amiss(
      { zh: '私钥与商户证书不是一对', en: 'The private key is not that of the merchant certificate' },
      {
        zh: '使用同一次申请得到的 apiclient_key.pem 与 apiclient_cert.pem。',
        en: 'Use apiclient_key.pem and apiclient_cert.pem of one and the same application.',
      },
    );
  }
  const serial = significant(certificate.serialNumber);
  if (mchSerial && significant(mchSerial) !== serial) {
    amiss(
      {
        zh: 'WECHATPAY_MCH_SERIAL 不是这张商户证书的序列号',
        en: 'WECHATPAY_MCH_SERIAL is not the serial number of the merchant certificate',
      },
      { zh: `把 WECHATPAY_MCH_SERIAL 设为 ${serial}。`, en: `Set WECHATPAY_MCH_SERIAL to ${serial}.` },
    );
  }
  // WeChat Pay certifies a merchant under its number as the common name.
  const owner = /^CN=(\d+)$/m.exec(certificate.subject)?.[1];
  if (mchId && owner && owner !== mchId) {
    amiss(
      {
        zh: `商户证书属于商户号 ${owner}，配置的是 ${mchId}`,
        en: `The merchant certificate is that of ${owner}, configured is ${mchId}`,
      },
      {
        zh: '换成该商户号自己的证书与私钥，或改正 WECHATPAY_MCH_ID。',
        en: "Use that merchant's own certificate and key, or correct WECHATPAY_MCH_ID.",
      },
    );
  }
  return findings;
}

function inTime(certificate: X509Certificate, now: number): Finding[] {
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  const fix = {
    zh: '在商户平台「账户中心 - API 安全」申请新证书，并同时更换证书、私钥与序列号。',
    en: 'Apply for a new certificate in the merchant platform (Account - API security) and change certificate, key and serial number together.',
  };
  if (now > to)
    return [
      problem(
        'merchant-certificate',
        { zh: `商户证书已于 ${day(to)} 过期`, en: `The merchant certificate expired on ${day(to)}` },
        fix,
      ),
    ];
  if (now < from)
    return [
      problem(
        'merchant-certificate',
        { zh: `商户证书自 ${day(from)} 起才有效`, en: `The merchant certificate is not valid before ${day(from)}` },
        fix,
      ),
    ];
  const days = Math.floor((to - now) / DAY_MS);
  if (days >= WARN_BEFORE_DAYS) return [];
  return [
    warning(
      'merchant-certificate',
      { zh: `商户证书再过 ${days} 天过期`, en: `The merchant certificate expires in ${days} days` },
      fix,
    ),
  ];
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Serial numbers are numbers: neither case nor leading zeros matter. */
function significant(serial: string): string {
  return serial.toUpperCase().replace(/^0+/, '');
}
