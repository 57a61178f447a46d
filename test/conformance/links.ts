import type { Sandbox } from '../../sandbox';

/** One road to WeChat Pay under test: how functions are told to take it, and what is peculiar to it. */
export interface LinkUnderTest {
  readonly name: string;
  /** Environment variables of the functions. */
  readonly variables: (sandbox: Sandbox) => Record<string, string>;
}

const common = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en' };

/** Every implemented link. The suite runs on each of them unchanged. */
export const linksUnderTest: readonly LinkUnderTest[] = [
  { name: 'cloudpay', variables: () => ({ ...common, PROFIT_SHARING_LINK: 'cloudpay' }) },
  {
    name: 'cloudrun',
    variables: ({ url }) => ({ ...common, PROFIT_SHARING_LINK: 'cloudrun', WECHATPAY_BASE_URL: url }),
  },
];
