import { caller, type FamilyUnderTest, families, shareOf } from './families';
import { paidOrder, parties, type Sandbox, startSandbox, supplier } from './v3Merchants';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe('every family keeps to its own orders', () => {
  const [partner, , ecommerce, brand] = families as [
    FamilyUnderTest,
    FamilyUnderTest,
    FamilyUnderTest,
    FamilyUnderTest,
  ];

  beforeEach(() => sandbox.state.reset());

  it('a platform may not use the ordinary family', async () => {
    const calling = await caller(sandbox, ecommerce);
    const id = paidOrder(sandbox, ecommerce.payerMchId, 'ecommerce');
    const body = { ...shareOf(partner, id, 'P1', 100), ...ecommerce.shareHead };
    const { status, json } = await calling.ask('POST', partner.paths.orders, body);
    const message = '电商商户不允许调用非电商分账API';
    expect({ status, ...json }).toEqual({ status: 400, code: 'INVALID_REQUEST', message });
  });

  it('only a platform may use the ecommerce family', async () => {
    const calling = await caller(sandbox, partner);
    const receiver = { type: 'MERCHANT_ID', account: supplier.mchId, name: supplier.name, relation_type: 'SUPPLIER' };
    const { json } = await calling.ask('POST', ecommerce.paths.add, {
      ...partner.addHead,
      ...receiver,
      sub_mchid: undefined,
    });
    expect(json.message).toBe('非电商商户暂不支持调用此API');
  });

  it('an order of one family is refused by the other, for every caller', async () => {
    const calling = await caller(sandbox, partner);
    const id = paidOrder(sandbox, partner.payerMchId, 'ecommerce');
    const { json } = await calling.ask('POST', partner.paths.orders, shareOf(partner, id, 'P1', 100));
    expect(json.message).toBe('电商商户不允许调用非电商分账API');
    const platform = await caller(sandbox, ecommerce);
    const ordinary = paidOrder(sandbox, ecommerce.payerMchId, 'ordinary');
    const refused = await platform.ask('POST', ecommerce.paths.orders, shareOf(ecommerce, ordinary, 'P1', 100));
    expect(refused.json.message).toBe('非电商商户暂不支持调用此API');
  });

  it('an ecommerce order waits for its subsidy', async () => {
    const calling = await caller(sandbox, ecommerce);
    const { bank } = sandbox.state;
    const id = paidOrder(sandbox, ecommerce.payerMchId, 'ecommerce');
    bank.changeOrder(id, { subsidyPending: true });
    const ask = () => calling.ask('POST', ecommerce.paths.orders, shareOf(ecommerce, id, 'P1', 100));
    expect((await ask()).json.message).toBe('分账补贴还未到账,不能受理分账');
    bank.changeOrder(id, { subsidyPending: false });
    expect((await ask()).status).toBe(200);
  });

  it('a brand belongs to the provider it signed with', async () => {
    const calling = await caller(sandbox, brand);
    sandbox.state.bank.setMerchant(parties.brand.mchId, { providerMchId: parties.platform.mchId });
    const id = paidOrder(sandbox, brand.payerMchId, 'brand');
    const { status, json } = await calling.ask('POST', brand.paths.orders, shareOf(brand, id, 'P1', 100));
    expect({ status, ...json }).toEqual({ status: 403, code: 'NO_AUTH', message: '无分账权限' });
  });

  it('the list of receivers is the sub-merchant’s, the platform’s, or the brand’s', async () => {
    for (const family of families) await caller(sandbox, family);
    const owners = sandbox.state.bank.books().receivers.map(({ owner }) => owner);
    const { subMerchant, direct, platform, brand: chain } = parties;
    expect(owners).toEqual([subMerchant.mchId, direct.mchId, platform.mchId, chain.mchId]);
  });

  it('the ratio is the sub-merchant’s, or the brand’s', async () => {
    const calling = await caller(sandbox, partner);
    sandbox.state.bank.setMerchant(parties.brand.mchId, { maxRatio: 2000 });
    const ratioAt = async (path: string) => (await calling.ask('GET', path)).json;
    expect(await ratioAt(`/v3/profitsharing/merchant-configs/${parties.subMerchant.mchId}`)).toEqual({
      sub_mchid: parties.subMerchant.mchId,
      max_ratio: 3000,
    });
    expect(await ratioAt(`/v3/brand/profitsharing/brand-configs/${parties.brand.mchId}`)).toEqual({
      brand_mchid: parties.brand.mchId,
      max_ratio: 2000,
    });
    const foreign = await ratioAt(`/v3/profitsharing/merchant-configs/${parties.platformMerchant.mchId}`);
    expect(foreign).toEqual({ code: 'NO_AUTH', message: '非服务商下的签约子商户' });
  });
});
