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
import { checkedPair, type Issued } from './issued';
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

/** Keys and certificates of an authority, its own and those it has issued, by kind and subject. */
export interface AuthorityKeys {
  readonly authority: Issued;
  readonly issued: Readonly<Record<string, Issued>>;
}

const makeKeys = promisify(generateKeyPair);

/** Off the main thread: an RSA key takes 50 to 500 ms. */
function keysFor(kind: CertificateKind): Promise<{ readonly publicKey: KeyObject; readonly privateKey: KeyObject }> {
  return kind === 'server' ? makeKeys('ec', { namedCurve: 'P-256' }) : makeKeys('rsa', { modulusLength: 2048 });
}

/** A certificate authority that lives as long as its sandbox, or its folder: nothing else ever trusts it. */
export class CertificateAuthority {
  #own: Issued;
  /** Another one in every run: a client that still trusts an earlier authority gets that error, not one of a broken signature. */
  #name: string;
  #signingKey: KeyObject;
  readonly #folder: KeyFolder | undefined;
  /** By kind and subject. */
  readonly #issued = new Map<string, Promise<Issued>>();

  /** @param folder keeps the authority and what it issues; a new authority where there is none */
  constructor(folder?: KeyFolder) {
    this.#folder = folder;
    const kept = folder?.read(AUTHORITY);
    if (kept) {
      this.#signingKey = createPrivateKey(kept.privateKeyPem);
      this.#own = kept;
      this.#name = commonNameOf(kept.certPem);
      return;
    }
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#signingKey = privateKey;
    this.#name = `Sandbox Root CA ${randomBytes(4).toString('hex')}`;
    const { pem: certPem, serial } = this.#sign(this.#name, publicKey, authorityExtensions());
    this.#own = { certPem, privateKeyPem: pemOf(privateKey), serial };
    folder?.write(AUTHORITY, this.#own);
  }

  /** Its own certificate, to be trusted through NODE_EXTRA_CA_CERTS. */
  get caPem(): string {
    return this.#own.certPem;
  }

  /**
   * Makes a key and certifies it, once for each subject. A server's is new every time: its names may change.
   * @param subject common name; a merchant number for a merchant
   * @param hosts further names and addresses of a server
   */
  issue(subject: string, kind: CertificateKind, hosts: readonly string[] = []): Promise<Issued> {
    if (kind === 'server') return this.#make(subject, kind, hosts);
    const name = `${kind} ${subject}`;
    const known = this.#issued.get(name) ?? this.#kept(name) ?? this.#keep(name, this.#make(subject, kind, hosts));
    this.#issued.set(name, known);
    return known;
  }

  /** Its own key and certificate, and all that it has issued. */
  async export(): Promise<AuthorityKeys> {
    const kept = (this.#folder?.names() ?? []).flatMap((name): [string, Issued][] => {
      const issued = name === AUTHORITY ? undefined : this.#folder?.read(name);
      return issued ? [[name, issued]] : [];
    });
    const used = [...this.#issued].map(async ([name, issued]) => [name, await issued] as const);
    return { authority: this.#own, issued: Object.fromEntries([...kept, ...(await Promise.all(used))]) };
  }

  /** Becomes that authority. @throws TypeError for what is no key and its certificate, and leaves everything as it was */
  import({ authority, issued }: AuthorityKeys): void {
    const own = checkedPair(authority);
    const pairs = Object.entries(issued).map(([name, pair]) => [name, checkedPair(pair)] as const);
    this.#own = own;
    this.#name = commonNameOf(own.certPem);
    this.#signingKey = createPrivateKey(own.privateKeyPem);
    this.#folder?.clear();
    this.#folder?.write(AUTHORITY, own);
    this.#issued.clear();
    for (const [name, pair] of pairs) {
      this.#issued.set(name, Promise.resolve(pair));
      this.#folder?.write(name, pair);
    }
  }

  #kept(name: string): Promise<Issued> | undefined {
    const kept = this.#folder?.read(name);
    return kept && Promise.resolve(kept);
  }

  async #keep(name: string, made: Promise<Issued>): Promise<Issued> {
    const issued = await made;
    this.#folder?.write(name, issued);
    return issued;
  }

  async #make(subject: string, kind: CertificateKind, hosts: readonly string[]): Promise<Issued> {
    const { publicKey, privateKey } = await keysFor(kind);
    const { pem, serial } = this.#sign(subject, publicKey, extensionsFor(kind, hosts));
    return { certPem: pem, privateKeyPem: pemOf(privateKey), serial };
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
