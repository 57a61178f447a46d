import {
  createPrivateKey,
  generateKeyPair,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { promisify } from 'node:util';
import {
  authorityExtensions,
  type CertificateContents,
  clientExtensions,
  serverExtensions,
  signCertificate,
} from './certificate';
import type { Issued } from './issued';
import type { KeyFolder } from './keyFolder';

/**
 * `server`: TLS on this machine, P-256. `merchant`: a merchant's API certificate, which is presented on `/secapi/` and
 * whose key signs API v3. `platform`: WeChat Pay's own for API v3. The last two are RSA-2048, as WeChat Pay's are.
 */
export type CertificateKind = 'server' | 'merchant' | 'platform';

function extensionsFor(kind: CertificateKind, hosts: readonly string[]): CertificateContents['extensions'] {
  if (kind === 'server') return serverExtensions(hosts);
  return kind === 'merchant' ? clientExtensions() : [];
}

const AUTHORITY = 'authority';

function pemOf(privateKey: KeyObject): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function commonNameOf(pem: string): string {
  return /^CN=(.*)$/m.exec(new X509Certificate(pem).subject)?.[1] ?? '';
}

const makeKeys = promisify(generateKeyPair);

/** Off the main thread: an RSA key takes 50 to 500 ms. */
function keysFor(kind: CertificateKind): Promise<{ readonly publicKey: KeyObject; readonly privateKey: KeyObject }> {
  return kind === 'server' ? makeKeys('ec', { namedCurve: 'P-256' }) : makeKeys('rsa', { modulusLength: 2048 });
}

/** A certificate authority that lives as long as its sandbox, or its folder: nothing else ever trusts it. */
export class CertificateAuthority {
  /** Its own certificate, to be trusted through NODE_EXTRA_CA_CERTS. */
  readonly caPem: string;
  /** Another one in every run: a client that still trusts an earlier authority gets that error, not one of a broken signature. */
  readonly #name: string;
  readonly #signingKey: KeyObject;
  readonly #folder: KeyFolder | undefined;

  /** @param folder keeps the authority and what it issues; a new authority where there is none */
  constructor(folder?: KeyFolder) {
    this.#folder = folder;
    const kept = folder?.read(AUTHORITY);
    if (kept) {
      this.#signingKey = createPrivateKey(kept.privateKeyPem);
      this.caPem = kept.certPem;
      this.#name = commonNameOf(kept.certPem);
      return;
    }
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#signingKey = privateKey;
    this.#name = `Sandbox Root CA ${randomBytes(4).toString('hex')}`;
    const { pem: certPem, serial } = this.#sign(this.#name, publicKey, authorityExtensions());
    this.caPem = certPem;
    folder?.write(AUTHORITY, { certPem, privateKeyPem: pemOf(privateKey), serial });
  }

  /**
   * Makes a key and certifies it, or gives what the folder keeps. A server's is new in every run: its names may change.
   * @param subject common name; a merchant number for a merchant
   * @param hosts further names and addresses of a server
   */
  async issue(subject: string, kind: CertificateKind, hosts: readonly string[] = []): Promise<Issued> {
    const folder = kind === 'server' ? undefined : this.#folder;
    const kept = folder?.read(`${kind} ${subject}`);
    if (kept) return kept;
    const { publicKey, privateKey } = await keysFor(kind);
    const { pem, serial } = this.#sign(subject, publicKey, extensionsFor(kind, hosts));
    const issued = { certPem: pem, privateKeyPem: pemOf(privateKey), serial };
    folder?.write(`${kind} ${subject}`, issued);
    return issued;
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
