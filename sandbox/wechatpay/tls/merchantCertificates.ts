import type { CertificateAuthority } from './authority';
import type { Issued } from './issued';

/** The API certificates of merchants, made when one is first needed: most runs never need an RSA key. */
export class MerchantCertificates {
  readonly #authority: CertificateAuthority;
  readonly #issued = new Map<string, Promise<Issued>>();

  constructor(authority: CertificateAuthority) {
    this.#authority = authority;
  }

  /** The same certificate every time. */
  of(mchId: string): Promise<Issued> {
    const known = this.#issued.get(mchId);
    if (known) return known;
    const issued = this.#authority.issue(mchId, 'merchant');
    this.#issued.set(mchId, issued);
    return issued;
  }
}
