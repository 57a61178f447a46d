import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isRecord } from '../../isRecord';

/** A certificate with its private key, as PEM. */
export interface Issued {
  readonly certPem: string;
  /** PKCS #8. */
  readonly privateKeyPem: string;
  /** 40 upper-case hexadecimal digits. */
  readonly serial: string;
}

/** @throws TypeError for what is no certificate with its own key */
export function checkedPair(value: unknown): Issued {
  const { certPem = '', privateKeyPem = '' } = isRecord(value) ? value : {};
  try {
    const certificate = new X509Certificate(String(certPem));
    if (certificate.checkPrivateKey(createPrivateKey(String(privateKeyPem)))) {
      return { certPem: String(certPem), privateKeyPem: String(privateKeyPem), serial: certificate.serialNumber };
    }
  } catch {
    // Neither text is repeated: one of them may be a private key.
  }
  throw new TypeError('a certificate and its private key, as PEM');
}
