import type { CertificateAuthority } from '../../tls/authority';
import type { MerchantCertificates } from '../../tls/merchantCertificates';
import { MerchantKeys } from './merchantKeys';
import { type HeldKey, PlatformKeys, type PlatformKeysSnapshot } from './platformKeys';

/** A switch for each point that the pages of API v3 leave open. */
export interface V3Switches {
  /** Whether 4xx and 5xx answers are signed: not stated in any source. */
  signErrors: boolean;
  /** Fields no page lists. Basic payment refuses them; for profit sharing it is inferred. */
  unknownFields: 'refuse' | 'ignore';
}

/** A bill waiting behind its download address. */
export interface BillFile {
  readonly mchId: string;
  readonly bytes: Buffer;
  readonly gzip: boolean;
  /** Epoch ms of the bank's clock. */
  readonly expiresAt: number;
}

const defaults: Readonly<V3Switches> = { signErrors: true, unknownFields: 'refuse' };

/** Signatures older than five minutes are refused anyway: a nonce needs to be remembered twice as long. */
const NONCE_MS = 600_000;

type Entries<T> = readonly (readonly [key: string, value: T])[];

/** {@link V3State} as JSON has it. */
export interface V3Snapshot extends PlatformKeysSnapshot {
  readonly switches: V3Switches;
  readonly held: Entries<HeldKey>;
  /** Epoch ms of the real clock. */
  readonly nonces: Entries<number>;
  readonly files: Entries<Omit<BillFile, 'bytes'> & { readonly bytes: string }>;
}

function refill<T>(map: Map<string, T>, entries: Entries<T>): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

/** What API v3 remembers beside the bank. */
export class V3State {
  readonly platform: PlatformKeys;
  readonly merchants: MerchantKeys;
  /** Token of a download address → the file behind it. */
  readonly files = new Map<string, BillFile>();
  readonly #held = new Map<string, HeldKey>();
  switches: V3Switches = { ...defaults };
  readonly #nonces = new Map<string, number>();

  constructor(authority: CertificateAuthority, certificates: MerchantCertificates) {
    this.platform = new PlatformKeys(authority);
    this.merchants = new MerchantKeys(certificates);
  }

  /** From now on this merchant verifies with such a key, where its request names none. */
  setHeld(mchId: string, key: HeldKey): void {
    this.#held.set(mchId, key);
  }

  /** A new merchant holds the public key only, one that has downloaded certificates holds those. */
  heldBy(mchId: string | undefined): HeldKey {
    return this.#held.get(mchId ?? '') ?? 'publicKey';
  }

  /** @returns false when this merchant used the nonce before */
  takeNonce(mchId: string, nonce: string, now: number): boolean {
    // The oldest stand first.
    for (const [known, at] of this.#nonces) {
      if (now - at <= NONCE_MS) break;
      this.#nonces.delete(known);
    }
    const key = `${mchId}/${nonce}`;
    if (this.#nonces.has(key)) return false;
    this.#nonces.set(key, now);
    return true;
  }

  /** Drops the files whose address has expired by then. */
  dropFilesBefore(now: number): void {
    for (const [token, { expiresAt }] of this.files) if (expiresAt < now) this.files.delete(token);
  }

  /** Everything but the keys, which are the authority's. */
  export(): V3Snapshot {
    return {
      ...this.platform.export(),
      switches: this.switches,
      held: [...this.#held],
      nonces: [...this.#nonces],
      files: [...this.files].map(([token, file]) => [token, { ...file, bytes: file.bytes.toString('base64') }]),
    };
  }

  import({ switches, held, nonces, files, ...keys }: V3Snapshot): void {
    this.platform.import(keys);
    this.switches = { ...defaults, ...switches };
    refill(this.#held, held);
    refill(this.#nonces, nonces);
    refill(
      this.files,
      files.map(([token, file]) => [token, { ...file, bytes: Buffer.from(file.bytes, 'base64') }]),
    );
  }

  /** What merchants hold stays valid. */
  reset(): void {
    this.platform.reset();
    this.files.clear();
    this.#nonces.clear();
    this.switches = { ...defaults };
  }
}
