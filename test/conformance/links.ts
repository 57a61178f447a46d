import { type KeyMode, type MerchantSetup, merchantSetup, type Sandbox } from '../../sandbox';
import type { LinkName } from '../../shared/operation';

/** One road to WeChat Pay under test, and what is peculiar to it. */
export interface LinkUnderTest {
  readonly name: string;
  readonly link: LinkName;
  /** Receivers of a platform have agreed to returns by joining it; everybody else is asked. */
  readonly returnsAgreed?: true;
  readonly setUp: (sandbox: Sandbox) => Promise<MerchantSetup>;
}

const underTest = (link: LinkName, keys?: KeyMode): LinkUnderTest => ({
  name: keys ? `${link} (${keys})` : link,
  link,
  setUp: (sandbox) => merchantSetup(sandbox, link, keys),
});

/** Every link, in every mode that changes its wire. The suite runs on each of them unchanged. */
export const linksUnderTest: readonly LinkUnderTest[] = [
  underTest('cloudpay'),
  underTest('cloudrun'),
  underTest('apiv2'),
  underTest('apiv3', 'public-key'),
  underTest('apiv3', 'certificates'),
  { ...underTest('ecommerce'), returnsAgreed: true },
  underTest('brand'),
];
