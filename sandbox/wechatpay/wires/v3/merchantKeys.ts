import type { KeyObject } from 'node:crypto';
import { Rsa } from 'wechatpay-axios-plugin';
import type { MerchantCertificates } from '../../tls/merchantCertificates';

export interface MerchantKey {
  readonly serial: string;
  readonly publicKey: KeyObject;
}

/** What API v3 knows about the keys of merchants. */
export class MerchantKeys {
  readonly #certificates: MerchantCertificates;
  readonly #parsed = new Map<string, MerchantKey>();

  constructor(certificates: MerchantCertificates) {
    this.#certificates = certificates;
  }

  /** The key of a merchant's API certificate. */
  async of(mchId: string): Promise<MerchantKey> {
    const { serial, certPem } = await this.#certificates.of(mchId);
    const known = this.#parsed.get(serial) ?? { serial, publicKey: Rsa.from(certPem, Rsa.KEY_TYPE_PUBLIC) };
    this.#parsed.set(serial, known);
    return known;
  }

  /** 32 characters, the same in every run. */
  apiV3Key(mchId: string): string {
    return `SandboxApiV3Key${mchId}`.padEnd(32, '0').slice(0, 32);
  }
}
