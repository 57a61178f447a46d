import { type MerchantSetup, merchantSetup, type SetupOptions } from '../../console';
import type { Sandbox } from '../../sandbox';
import type { LinkName } from '../../shared/operation';

/** One link to WeChat Pay under test, and what is peculiar to it. */
export interface LinkUnderTest {
  readonly name: string;
  readonly link: LinkName;
  /** Receivers of a platform have agreed to returns by joining it; all others are asked. */
  readonly returnsAgreed?: true;
  /** A merchant that calls for itself: there is no sub-merchant's permission to ask about. */
  readonly direct?: true;
  readonly setUp: (sandbox: Sandbox) => Promise<MerchantSetup>;
}

const underTest = (link: LinkName, how = '', options?: SetupOptions): LinkUnderTest => ({
  name: how ? `${link} (${how})` : link,
  link,
  setUp: (sandbox) => merchantSetup(sandbox, link, options),
});

/** Every link, in every mode that changes its wire. The suite runs on each of them unchanged. */
export const linkUnderTest = {
  cloudpay: underTest('cloudpay'),
  cloudrun: underTest('cloudrun'),
  apiv2: underTest('apiv2'),
  'apiv2-direct': { ...underTest('apiv2', 'direct merchant', { direct: true }), direct: true as const },
  apiv3: underTest('apiv3', 'public key', { keys: 'public-key' }),
  'apiv3-certificates': underTest('apiv3', 'platform certificates', { keys: 'certificates' }),
  'apiv3-direct': { ...underTest('apiv3', 'direct merchant', { direct: true }), direct: true as const },
  ecommerce: { ...underTest('ecommerce'), returnsAgreed: true as const },
  brand: underTest('brand'),
};

export const linksUnderTest: readonly LinkUnderTest[] = Object.values(linkUnderTest);
