import type { LoggedCall } from '../../sandbox/wechatpay/callLog';
import { staysWithItsFamily } from './strayCalls';

const inDoubt = { family: 'share', number: 'N1', link: 'ecommerce', state: 'unknown' } as const;
const request = { out_order_no: 'N1' };

const call = (api: string, link: string, code?: string): LoggedCall => ({
  at: 0,
  api,
  link,
  request,
  outcome: { code },
});

const sent = (link: string) => call('multiProfitSharing', link);
const asked = (link: string, code?: string) => call('profitSharingQuery', link, code);

describe('the judge of a number in doubt', () => {
  it('lets it be repeated over its own family of links', () => {
    expect(() => staysWithItsFamily([inDoubt], [sent('ecommerce')])).not.toThrow();
  });

  it('finds it sent over another family', () => {
    expect(() => staysWithItsFamily([inDoubt], [sent('apiv3')])).toThrow('another family of links');
  });

  it('lets it go over another family once its own has said that it does not know it', () => {
    const calls = [asked('ecommerce', 'RESOURCE_NOT_EXISTS'), sent('apiv3')];
    expect(() => staysWithItsFamily([inDoubt], calls)).not.toThrow();
  });

  it.each([
    ['before its own family was asked', [sent('apiv3'), asked('ecommerce', 'RESOURCE_NOT_EXISTS')]],
    ['on the word of the other family', [asked('apiv3', 'RESOURCE_NOT_EXISTS'), sent('apiv3')]],
    ['after an answer that is none', [asked('ecommerce', 'SYSTEM_ERROR'), sent('apiv3')]],
  ])('finds it sent over another family %s', (_, calls) => {
    expect(() => staysWithItsFamily([inDoubt], calls)).toThrow('another family of links');
  });
});
