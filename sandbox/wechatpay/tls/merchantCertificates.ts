import type { CertificateAuthority } from './authority';
import type { Issued } from './issued';

/** The API certificates of merchants, made when one is first needed: most runs never need an RSA key. */
export class MerchantCertificates {
  readonly #authority: CertificateAuthority;

  constructor(authority: CertificateAuthority) {
    this.#authority = authority;
  }

  /** The same certificate every time. */
  of(mchId: string): Promise<Issued> {
    return this.#authority.issue(mchId, 'merchant');
  }
}
