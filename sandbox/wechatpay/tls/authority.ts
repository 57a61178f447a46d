import { generateKeyPair, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import {
  authorityExtensions,
  type CertificateContents,
  clientExtensions,
  serverExtensions,
  signCertificate,
} from './certificate';

/** A certificate with its private key, as PEM. */
export interface Issued {
  readonly certPem: string;
  /** PKCS #8. */
  readonly privateKeyPem: string;
  /** 40 upper-case hexadecimal digits. */
  readonly serial: string;
}

/**
 * `server`: TLS on this machine, P-256. `merchant`: a merchant's API certificate, which is presented on `/secapi/` and
 * whose key signs API v3. `platform`: WeChat Pay's own for API v3. The last two are RSA-2048, as WeChat Pay's are.
 */
export type CertificateKind = 'server' | 'merchant' | 'platform';

const extensions: Readonly<Record<CertificateKind, CertificateContents['extensions']>> = {
  server: serverExtensions(),
  merchant: clientExtensions(),
  platform: [],
};

const makeKeys = promisify(generateKeyPair);

/** Off the main thread: an RSA key takes 50 to 500 ms. */
function keysFor(kind: CertificateKind): Promise<{ readonly publicKey: KeyObject; readonly privateKey: KeyObject }> {
  return kind === 'server' ? makeKeys('ec', { namedCurve: 'P-256' }) : makeKeys('rsa', { modulusLength: 2048 });
}

/** A certificate authority that lives as long as its sandbox: nothing else ever trusts it. */
export class CertificateAuthority {
  /** Its own certificate, to be trusted through NODE_EXTRA_CA_CERTS. */
  readonly caPem: string;
  /** Another one in every run: a client that still trusts an earlier authority gets that error, not one of a broken signature. */
  readonly #name = `Sandbox Root CA ${randomBytes(4).toString('hex')}`;
  readonly #signingKey: KeyObject;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#signingKey = privateKey;
    this.caPem = this.#sign(this.#name, publicKey, authorityExtensions()).pem;
  }

  /** Makes a key and certifies it. @param subject common name; a merchant number for a merchant */
  async issue(subject: string, kind: CertificateKind): Promise<Issued> {
    const { publicKey, privateKey } = await keysFor(kind);
    const { pem, serial } = this.#sign(subject, publicKey, extensions[kind]);
    return { certPem: pem, privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), serial };
  }

  #sign(subject: string, publicKey: KeyObject, contents: CertificateContents['extensions']) {
    return signCertificate({
      issuer: this.#name,
      subject,
      publicKey,
      extensions: contents,
      signingKey: this.#signingKey,
    });
  }
}
