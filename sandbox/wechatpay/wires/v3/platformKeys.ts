import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateAuthority } from '../../tls/authority';

/** Which keys WeChat Pay uses towards merchants; `both` is how a merchant lives that is moving to the public key. */
export type KeyMode = 'certificates' | 'publicKey' | 'both';

/** What a merchant verifies answers with. A new merchant has only the public key; who downloads certificates uses those. */
export type HeldKey = 'certificate' | 'publicKey';

/** A key of WeChat Pay under the name that Wechatpay-Serial gives it. */
export interface PlatformKey {
  readonly serial: string;
  readonly privateKey: KeyObject;
  /** PEM: an X.509 certificate, or the bare WeChat Pay public key. */
  readonly pem: string;
}

/** Which of the keys are in force. */
export interface PlatformKeysSnapshot {
  readonly mode: KeyMode;
  /** How many certificates came after the first. */
  readonly rotations: number;
}

/** The WeChat Pay public key is called by its identifier, not by the serial of a certificate. */
const PUBLIC_KEY_ID = 'PUB_KEY_ID_0119000001002026030200000000';

/** The platform certificates (two valid at most) and the WeChat Pay public key, each made when first needed. */
export class PlatformKeys {
  mode: KeyMode = 'both';
  readonly #authority: CertificateAuthority;
  readonly #made = new Map<string, Promise<PlatformKey>>();
  #rotations = 0;

  constructor(authority: CertificateAuthority) {
    this.#authority = authority;
  }

  /** Certificates in force, the newest last; none for a merchant that has only the public key. */
  async certificates(): Promise<readonly PlatformKey[]> {
    if (this.mode === 'publicKey') return [];
    const numbers = this.#rotations === 0 ? [0] : [this.#rotations - 1, this.#rotations];
    return Promise.all(numbers.map((number) => this.#key(`Tenpay.com Root ${number}`)));
  }

  async publicKey(): Promise<PlatformKey> {
    const { privateKey, pem } = await this.#key('WeChat Pay public key');
    const bare = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'pem' }).toString();
    return { serial: PUBLIC_KEY_ID, privateKey, pem: bare };
  }

  /** A new certificate signs from now on; the one before it stays valid, the one before that is gone. */
  rotate(): void {
    this.#rotations += 1;
  }

  /** The key of this name, if it is in force. */
  async find(serial: string): Promise<PlatformKey | undefined> {
    const publicKey = this.mode === 'certificates' ? [] : [await this.publicKey()];
    return [...(await this.certificates()), ...publicKey].find((key) => key.serial === serial.toUpperCase());
  }

  /**
   * The key that signs: the one the request names in Wechatpay-Serial, else the kind of key the merchant holds where the
   * mode has it, of certificates the newest.
   */
  async signing(named: string | undefined, held: HeldKey): Promise<PlatformKey> {
    const asked = named === undefined ? undefined : await this.find(named);
    if (asked) return asked;
    if (held === 'publicKey' && this.mode !== 'certificates') return this.publicKey();
    return (await this.certificates()).at(-1) ?? (await this.publicKey());
  }

  reset(): void {
    this.#rotations = 0;
    this.mode = 'both';
  }

  export(): PlatformKeysSnapshot {
    return { mode: this.mode, rotations: this.#rotations };
  }

  /** The keys themselves are the authority's. */
  import({ mode, rotations }: PlatformKeysSnapshot): void {
    this.mode = mode;
    this.#rotations = rotations;
    this.#made.clear();
  }

  #key(subject: string): Promise<PlatformKey> {
    const known = this.#made.get(subject) ?? this.#make(subject);
    this.#made.set(subject, known);
    return known;
  }

  async #make(subject: string): Promise<PlatformKey> {
    const { serial, certPem, privateKeyPem } = await this.#authority.issue(subject, 'platform');
    return { serial, privateKey: createPrivateKey(privateKeyPem), pem: certPem };
  }
}
