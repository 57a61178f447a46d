import { ask, nonce_str, openDesk, provider } from './apiv2/desk';
import { merchant, type Sandbox, startSandbox } from './v3/v3Merchants';

describe('a ratio is asked for without a merchant number', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  it.each(['/v3/profitsharing/merchant-configs/', '/v3/brand/profitsharing/brand-configs/'])(
    'and %s says that it is missing, in the words of its page',
    async (path) => {
      const calling = await merchant(sandbox);
      const { status, json } = await calling.ask('GET', path);
      expect({ status, ...json }).toEqual({ status: 400, code: 'PARAM_ERROR', message: '商户号未设置' });
    },
  );

  it('and API v2 says the same', () => {
    const { fields } = ask(openDesk().state, 'profitSharingMerchantRatioQuery', { mch_id: provider.mchId, nonce_str });
    expect(fields).toEqual({ return_code: 'FAIL', err_code: 'PARAM_ERROR', err_msg: '商户号未设置' });
  });
});
