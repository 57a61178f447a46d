import { type FamilyUnderTest, families, query, shareOf } from './families';
import { type Json, type Merchant, merchant, paidOrder, type Sandbox, startSandbox } from './v3Merchants';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.state.reset());

const tooLong = (length: number) => 'x'.repeat(length + 1);

/** Every change breaks one field of an honest share; the answer names it. */
const broken: readonly [string, (share: Json, account: string) => Json, string][] = [
  ['no transaction_id', (share) => ({ ...share, transaction_id: undefined }), 'transaction_id'],
  ['an empty transaction_id', (share) => ({ ...share, transaction_id: '' }), 'transaction_id'],
  ['a transaction_id that is too long', (share) => ({ ...share, transaction_id: tooLong(32) }), 'transaction_id'],
  ['an out_order_no that is too long', (share) => ({ ...share, out_order_no: tooLong(64) }), 'out_order_no'],
  ['an out_order_no with a space', (share) => ({ ...share, out_order_no: 'a b' }), 'out_order_no'],
  ['a number for text', (share) => ({ ...share, out_order_no: 1 }), 'out_order_no'],
  ['null', (share) => ({ ...share, appid: null }), 'appid'],
  ['receivers as JSON text, as v2 has them', (share) => ({ ...share, receivers: '[]' }), 'receivers'],
  ['a receiver that is text', (share) => ({ ...share, receivers: ['a'] }), 'receivers/0'],
  ['a field no page lists', (share) => ({ ...share, mch_id: '1' }), 'mch_id'],
  ...(
    [
      ['an unknown type', { type: 'PERSONAL_WECHATID' }, 'type'],
      ['half a fen', { amount: 1.5 }, 'amount'],
      ['an amount as text', { amount: '100' }, 'amount'],
      ['nothing', { amount: 0 }, 'amount'],
      ['a negative amount', { amount: -1 }, 'amount'],
      ['no description', { description: undefined }, 'description'],
      ['a description that is too long', { description: '长'.repeat(81) }, 'description'],
      ['a field no page lists in a receiver', { fee: 1 }, 'fee'],
    ] as const
  ).map(([title, change, field]): [string, (share: Json) => Json, string] => [
    title,
    (share) => ({ ...share, receivers: [{ ...(share.receivers as Json[])[0], ...change }] }),
    `receivers/0/${field}`,
  ]),
];

describe.each(families)('the form of a share, $name', (family: FamilyUnderTest) => {
  let calling: Merchant;
  let share: Json;

  beforeEach(async () => {
    calling = await merchant(sandbox, family.callerMchId);
    share = shareOf(family, paidOrder(sandbox, family.payerMchId, family.family), 'P1', 100);
  });

  it.each(broken)('refuses %s', async (_, change, field) => {
    const { status, json } = await calling.ask('POST', family.paths.orders, change(share, family.account));
    expect({ status, ...json }).toMatchObject({
      status: 400,
      code: 'PARAM_ERROR',
      detail: { field: `/${field}`, location: 'body' },
    });
  });

  it('refuses a missing account, by the name this family gives it', async () => {
    const [receiver] = share.receivers as Json[];
    const receivers = [{ ...receiver, [family.account]: undefined }];
    const { json } = await calling.ask('POST', family.paths.orders, { ...share, receivers });
    expect(json.detail).toMatchObject({ field: `/receivers/0/${family.account}` });
  });

  it('wants a boolean to say whether the rest goes back', async () => {
    for (const value of [undefined, 'true', 1]) {
      const { json } = await calling.ask('POST', family.paths.orders, { ...share, [family.keepsOpen]: value });
      expect(json.detail).toMatchObject({ field: `/${family.keepsOpen}` });
    }
  });

  it('wants an appid beside a personal receiver', async () => {
    const receivers = [{ ...(share.receivers as Json[])[0], type: 'PERSONAL_OPENID' }];
    const { json } = await calling.ask('POST', family.paths.orders, { ...share, receivers, appid: undefined });
    expect(json.detail).toMatchObject({ field: '/appid' });
  });

  it('counts 80 characters, not bytes', async () => {
    const receivers = [{ ...(share.receivers as Json[])[0], description: '𠮷'.repeat(80) }];
    const { json } = await calling.ask('POST', family.paths.orders, { ...share, receivers });
    expect(json.message).toMatch('分账接收方关系不存在');
  });

  it('wants its query fields too, and no others', async () => {
    const asked = { ...family.sub, transaction_id: share.transaction_id };
    const at = (fields: Json) => calling.ask('GET', family.queryPath('P1') + query(fields));
    expect((await at(asked)).json.code).toBe('RESOURCE_NOT_EXISTS');
    expect((await at({ ...asked, appid: 'wx1' })).json.detail).toMatchObject({ field: '/appid', location: 'query' });
    expect((await at(family.sub)).json.detail).toMatchObject({ field: '/transaction_id', location: 'query' });
  });
});

describe('what only some may say', () => {
  const [partner, direct, ecommerce] = families as [FamilyUnderTest, FamilyUnderTest, FamilyUnderTest];

  const refusedField = async (family: FamilyUnderTest, path: string, body: Json) => {
    const calling = await merchant(sandbox, family.callerMchId);
    return ((await calling.ask('POST', path, body)).json.detail as Json).field;
  };

  it('a service provider must name the sub-merchant, a direct merchant must not', async () => {
    const share = shareOf(partner, '1', 'P1', 1);
    expect(await refusedField(partner, partner.paths.orders, { ...share, sub_mchid: undefined })).toBe('/sub_mchid');
    const own = shareOf(direct, '1', 'P1', 1);
    expect(await refusedField(direct, direct.paths.orders, { ...own, sub_mchid: '1' })).toBe('/sub_mchid');
    expect(await refusedField(direct, direct.paths.orders, { ...own, sub_appid: 'wx' })).toBe('/sub_appid');
  });

  it('openids under a sub_appid exist for partners and brands', async () => {
    const receiver = { type: 'PERSONAL_SUB_OPENID', account: 'o', relation_type: 'USER' };
    const add = (family: FamilyUnderTest) => refusedField(family, family.paths.add, { ...family.addHead, ...receiver });
    expect(await add(partner)).toBe('/sub_appid');
    expect(await add(direct)).toBe('/type');
    expect(await add(ecommerce)).toBe('/type');
  });

  it('every family has relations of its own', async () => {
    const receiver = { type: 'PERSONAL_OPENID', account: 'o', relation_type: 'STORE_OWNER' };
    const add = (family: FamilyUnderTest) => refusedField(family, family.paths.add, { ...family.addHead, ...receiver });
    expect(await add(ecommerce)).toBe('/relation_type');
    const custom = { ...partner.addHead, ...receiver, relation_type: 'CUSTOM' };
    expect(await refusedField(partner, partner.paths.add, custom)).toBe('/custom_relation');
  });

  it('merchants are registered by name', async () => {
    const receiver = { type: 'MERCHANT_ID', account: '1900000110', relation_type: 'SUPPLIER' };
    for (const family of families) {
      expect(await refusedField(family, family.paths.add, { ...family.addHead, ...receiver })).toBe('/name');
    }
  });

  it('only the ordinary return has no | in its numbers', async () => {
    const back = { out_order_no: 'P1', out_return_no: 'R|1', return_mchid: '1', amount: 1, description: '退' };
    expect(await refusedField(partner, partner.paths.returns, { ...partner.sub, ...back })).toBe('/out_return_no');
    const calling = await merchant(sandbox, ecommerce.callerMchId);
    const { json } = await calling.ask('POST', ecommerce.paths.returns, { ...ecommerce.sub, ...back });
    expect(json.code).toBe('RESOURCE_NOT_EXISTS');
  });
});

it('refuses a body that is no JSON object', async () => {
  const calling = await merchant(sandbox);
  for (const body of ['', '[]', '{"a":', 'null']) {
    const { status, json } = await calling.ask('POST', '/v3/profitsharing/orders', body);
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'PARAM_ERROR' });
  }
});

it('refuses a path that is no percent-encoding', async () => {
  const calling = await merchant(sandbox);
  const { json } = await calling.ask('GET', '/v3/profitsharing/orders/%FF?sub_mchid=1&transaction_id=1');
  expect(json.code).toBe('PARAM_ERROR');
});

it('knows no other addresses, and no other methods on those it knows', async () => {
  const calling = await merchant(sandbox);
  for (const path of ['/v3/', '/v3/profitsharing/orders/', '/v3/profitsharing/transactions//amounts']) {
    expect((await calling.ask('GET', path)).status).toBe(404);
  }
  expect((await calling.ask('POST', '/v3/certificates', {})).status).toBe(404);
});

it('lets unknown fields pass when told to', async () => {
  sandbox.state.v3.switches = { ...sandbox.state.v3.switches, unknownFields: 'ignore' };
  const [partner] = families as [FamilyUnderTest];
  const calling = await merchant(sandbox);
  const { json } = await calling.ask('POST', partner.paths.orders, { ...shareOf(partner, '1', 'P1', 1), other: 1 });
  expect(json.message).toBe('无效的微信支付订单号');
});
