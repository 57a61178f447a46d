/** @jest-environment ./test/examples/miniprogram/besideNode.ts */
import { distributor, openShop, type Shop, supplier } from '../openShop';
import { openPhone, type Phone } from './openPhone';

let shop: Shop;
let phone: Phone;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.reset();
  phone = openPhone(shop);
});

const received = () => [shop.balanceOf(supplier.account), shop.balanceOf(distributor.account)];
const fault = (code: string, more: object = {}) =>
  shop.control('POST', 'faults', { kind: 'code', code, api: 'multiProfitSharing', ...more });

/** A paid order that waits to be shared. */
async function waiting(): Promise<void> {
  await fault('ORDER_NOT_READY');
  await shop.callback(await shop.paid('T1'));
}

/** An order whose share has arrived, on the phone. */
async function settled(): Promise<void> {
  await shop.callback(await shop.paid('T1'));
  await shop.settle();
  await phone.open('/pages/order/order?id=T1');
  await phone.tap('.page--button-ask');
}

describe('the list of orders', () => {
  it('says that there are none yet', async () => {
    await phone.open('/pages/orders/orders');
    expect(phone.texts('.page--empty-title')).toEqual(['还没有订单']);
  });

  it('shows each with its amount to the fen, its state in a word, and its money as a bar', async () => {
    await shop.callback(await shop.paid('T1'));
    await phone.open('/pages/orders/orders');
    expect(phone.texts('.page--total')).toEqual(['¥100.00']);
    expect(phone.texts('.state-tag--tag-moving')).toEqual(['分账中']);
    expect(phone.texts('.money-bar--part')).toHaveLength(2);
  });

  it('says that it is reading until it has read', async () => {
    const { promise, resolve } = deferred();
    phone.calls({ until: promise });
    const opened = phone.open('/pages/orders/orders');
    expect(phone.texts('.waiting-note--loading')).toEqual(['正在读取…']);
    resolve();
    await opened;
    expect(phone.texts('.waiting-note--loading')).toEqual([]);
  });

  it('says that it could not be read, and reads again when asked to', async () => {
    await shop.callback(await shop.paid('T1'));
    phone.calls({ fail: true });
    await phone.open('/pages/orders/orders');
    expect(phone.texts('.refusal-card--title')).toEqual(['没有连上']);
    phone.calls();
    await phone.tap('.waiting-note--again');
    expect(phone.texts('.page--total')).toEqual(['¥100.00']);
  });

  it('tells a stranger nothing but who could let them in', async () => {
    await shop.callback(await shop.paid('T1'));
    phone.calls({ as: { source: 'wx_client', openid: 'oAnotherUser' } });
    await phone.open('/pages/orders/orders');
    expect(phone.texts('.refusal-card--title')).toEqual(['您不是管理员']);
    expect(phone.text()).not.toContain('T1');
  });

  it('is read anew when pulled down, and opens an order', async () => {
    await phone.open('/pages/orders/orders');
    await shop.callback(await shop.paid('T1'));
    await phone.pullDown();
    await phone.tap('.page--order');
    expect(phone.page()).toBe('/pages/order/order');
  });
});

describe('sharing', () => {
  it('moves money in the bank, and shows who got what', async () => {
    await waiting();
    await phone.open('/pages/order/order?id=T1');
    expect(phone.texts('.refusal-card--retry')).toEqual(['请稍后重试']);
    await phone.tap('.page--button-main');
    expect(phone.texts('.payee-line--amount')).toEqual(['¥12.00', '¥8.00']);
    expect(phone.texts('.page--button-main')).toEqual(['分账 ¥20.00']);
    await phone.tap('.page--button-main');
    expect(phone.page()).toBe('/pages/order/order');
    expect(phone.texts('.payee-line--result')).toEqual(['处理中', '处理中']);
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
    await phone.tap('.page--button-ask');
    expect(phone.texts('.payee-line--result-SUCCESS')).toEqual(['已到账', '已到账']);
    expect(phone.texts('.money-bar--amount')).toEqual(['¥20.00', '¥80.00']);
  });

  it('shows a person without a name by a masked account', async () => {
    const payee = { type: 'PERSONAL_OPENID', account: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' };
    await fault('ORDER_NOT_READY');
    await shop.callback(await shop.paid('T1', { items: [{ title: '佣金', price: 10_000, cost: 500, payee }] }));
    await phone.open('/pages/order/order?id=T1');
    expect(phone.texts('.payee-line--name')).toEqual(['oUp****eS6o']);
    expect(phone.text()).not.toContain(payee.account);
  });

  it('pays no receiver that is held back', async () => {
    await waiting();
    await phone.open('/pages/order/order?id=T1');
    await phone.tap('.page--button-main');
    await phone.tap('.page--payee', 0);
    expect(phone.texts('.page--button-main')).toEqual(['分账 ¥8.00']);
    await phone.tap('.page--button-main');
    await shop.settle();
    expect(received()).toEqual([0, 800]);
    await phone.tap('.page--button-ask');
    await phone.tap('.page--button-main');
    expect(phone.texts('.payee-line--name')).toEqual(['示例供应商']);
  });

  it('does nothing while all receivers are held back', async () => {
    await waiting();
    await phone.open('/pages/order/order?id=T1');
    await phone.tap('.page--button-main');
    await phone.tap('.page--payee', 0);
    await phone.tap('.page--payee', 1);
    const before = phone.called();
    await phone.tap('.page--button-main');
    expect(phone.called()).toBe(before);
  });

  it('asks once for two taps', async () => {
    await waiting();
    await phone.open('/pages/order/order?id=T1');
    await phone.tap('.page--button-main');
    const before = phone.called();
    const { promise, resolve } = deferred();
    phone.calls({ until: promise });
    await phone.tap('.page--button-main');
    await phone.tap('.page--button-main');
    expect(phone.called()).toBe(before + 1);
    resolve();
    await phone.rest();
  });

  it('shows a refusal with its advice, stays, and succeeds once it is mended', async () => {
    await waiting();
    await phone.open('/pages/order/order?id=T1');
    await phone.tap('.page--button-main');
    await fault('NOAUTH', { message: '无分账权限' });
    await phone.tap('.page--button-main');
    expect(phone.page()).toBe('/pages/share/share');
    expect(phone.texts('.refusal-card--title')).toEqual(['没有成功，钱没有动']);
    expect(phone.texts('.refusal-card--description')).toEqual(['无分账权限']);
    expect(phone.texts('.refusal-card--next')[0]).toMatch(/^This call moved nothing/);
    expect(phone.texts('.refusal-card--code')).toEqual(['NOAUTH']);
    await phone.tap('.page--button-main');
    await shop.settle();
    expect(received()).toEqual([1_200, 800]);
  });

  it('never says that nothing moved when it is not known', async () => {
    await waiting();
    await phone.open('/pages/order/order?id=T1');
    await phone.tap('.page--button-main');
    await shop.control('POST', 'faults', { kind: 'silence', effect: 'after', times: 9 });
    await phone.tap('.page--button-main');
    expect(phone.texts('.refusal-card--doubt')).toHaveLength(1);
    expect(phone.texts('.refusal-card--title')).toEqual(['还不知道结果']);
    phone.calls({ fail: true });
    await phone.tap('.page--button-main');
    expect(phone.texts('.refusal-card--doubt .refusal-card--title')).toEqual(['没有收到回音']);
  });

  it('shows what has changed behind its back before it acts', async () => {
    await waiting();
    await phone.open('/pages/share/share?id=T1');
    await shop.orders('share', { id: 'T1', seen: shop.order('T1').version });
    await phone.tap('.page--button-main');
    expect(phone.texts('.refusal-card--title')).toEqual(['订单刚刚有变化']);
    expect(phone.texts('.page--payee')).toEqual([]);
  });

  it('says why a receiver was not paid', async () => {
    await shop.callback(await shop.paid('T1'));
    await shop.control('PATCH', `merchants/${distributor.account}`, { abnormal: true });
    await shop.settle();
    await phone.open('/pages/order/order?id=T1');
    await phone.tap('.page--button-ask');
    expect(phone.texts('.payee-line--result-CLOSED')).toEqual(['未到账']);
    expect(phone.texts('.payee-line--reason')).toEqual(['收款账户异常，解除后可再分']);
    expect(phone.texts('.state-tag--tag')).toContain('部分未到账');
    expect(phone.texts('.page--button-main')).toEqual(['分账']);
  });

  it('is not offered for a payment of the wrong amount, which is shown instead', async () => {
    await shop.callback({ ...(await shop.paid('T1')), totalFee: 9_999 });
    await phone.open('/pages/order/order?id=T1');
    expect(phone.texts('.page--trouble')[0]).toMatch(/没有分账.*¥100\.00.*¥99\.99/);
    expect(phone.texts('.page--button-main')).toEqual([]);
    expect(phone.texts('.page--button-danger')).toEqual([]);
  });
});

describe('what cannot be undone', () => {
  it('finishes an order only when asked twice', async () => {
    await settled();
    await phone.tap('.page--button-danger');
    expect(phone.page()).toBe('/pages/finish/finish');
    const before = phone.called();
    await phone.tap('.page--button-danger');
    expect(phone.texts('.second-look--amount')).toEqual(['¥80.00']);
    await phone.tap('.second-look--choice-cancel');
    expect(phone.texts('.second-look--sheet')).toEqual([]);
    expect(phone.called()).toBe(before);
    await phone.tap('.page--button-danger');
    await phone.tap('.second-look--choice-confirm');
    expect(phone.page()).toBe('/pages/order/order');
    await shop.settle();
    await phone.tap('.page--button-ask');
    expect(phone.texts('.state-tag--tag')[0]).toBe('已完结');
    expect(phone.texts('.money-bar--name')).toEqual(['已分', '已归商户']);
  });

  it('names those who would go without, before an order is finished', async () => {
    await waiting();
    await phone.open('/pages/finish/finish?id=T1');
    expect(phone.texts('.page--missing .payee-line--name')).toEqual(['示例供应商', '示例分销商']);
    expect(phone.texts('.page--missing .payee-line--amount')).toEqual(['¥12.00', '¥8.00']);
  });

  it('takes money back only when asked twice', async () => {
    await settled();
    await phone.tap('.page--back', 1);
    expect(phone.page()).toBe('/pages/giveBack/giveBack');
    await phone.tap('.page--button-danger');
    expect(received()).toEqual([1_200, 800]);
    await phone.tap('.second-look--choice-confirm');
    expect(phone.page()).toBe('/pages/order/order');
    expect(received()).toEqual([1_200, 0]);
    expect(phone.texts('.page--returned')).toEqual([expect.stringContaining('已到账')]);
    expect(phone.texts('.page--back')).toHaveLength(1);
  });

  it('shows why a return was refused, and offers it again', async () => {
    await settled();
    await shop.control('PATCH', `merchants/${distributor.account}`, { returnsEnabled: false });
    await phone.tap('.page--back', 1);
    await phone.tap('.page--button-danger');
    await phone.tap('.second-look--choice-confirm');
    expect(phone.texts('.refusal-card--title')).toEqual(['没有成功，钱没有动']);
    expect(phone.texts('.page--button-danger')).toEqual(['退回']);
    expect(received()).toEqual([1_200, 800]);
  });
});

it('speaks English on an English phone', async () => {
  phone = openPhone(shop, 'en');
  await phone.open('/pages/orders/orders');
  expect(phone.texts('.page--empty-title')).toEqual(['No orders yet']);
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
