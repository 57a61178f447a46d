import { Bank } from '../../../../sandbox/wechatpay/bank/bank';
import { got, merchantGets, openBank, payerMchId, supplier } from './openBank';

const broken = expect.objectContaining({ name: 'InvariantBroken' });

/** Two orders with a share each, paid. */
function twoOrders() {
  const stage = openBank();
  const [mine, other] = [stage.order(), stage.order()];
  const share = got(stage.share(mine, [merchantGets(supplier.mchId, 1_000)]));
  got(stage.share(other, [merchantGets(supplier.mchId, 500)]));
  stage.settle();
  return { ...stage, mine, other, line: share.lines[0] };
}

describe('what a step has touched is proved at once', () => {
  test('an altered line of the order that is shared again', () => {
    const { mine, line, share } = twoOrders();
    Object.assign(line ?? {}, { amount: 1_001 });
    expect(() => share(mine, [merchantGets(supplier.mchId, 1)])).toThrow(broken);
  });

  test('an altered balance of a merchant that is paid by another order', () => {
    const { bank, other, share } = twoOrders();
    Object.assign(bank.merchant(supplier.mchId) ?? {}, { available: 1_501 });
    expect(() => share(other, [merchantGets(supplier.mchId, 1)])).toThrow(broken);
  });

  test('money that is moved while time passes', () => {
    const { bank, other, share, settle } = twoOrders();
    const again = got(share(other, [merchantGets(supplier.mchId, 1)]));
    Object.assign(bank.merchant(payerMchId) ?? {}, { available: 1 });
    Object.assign(again.lines[0] ?? {}, { amount: 2 });
    expect(settle).toThrow(broken);
  });
});

describe('the whole book is proved on demand', () => {
  test('an altered order that no step touches stays unseen until then', () => {
    const { bank, other, line, share } = twoOrders();
    Object.assign(line ?? {}, { amount: 999 });
    got(share(other, [merchantGets(supplier.mchId, 1)]));
    expect(() => bank.prove()).toThrow(broken);
    expect(() => bank.export()).toThrow(broken);
  });

  test('a share that leads to no order is found', () => {
    const text = twoOrders().bank.export();
    const state = JSON.parse(text);
    state.orders[0][1].shareIds = [];
    expect(() => new Bank().import(JSON.stringify(state))).toThrow(broken);
  });

  test('a good book is proved again and again', () => {
    const { bank, mine, finish, settle } = twoOrders();
    bank.prove();
    got(finish(mine));
    settle();
    bank.prove();
    expect(bank.order(mine)).toMatchObject({ state: 'CLOSED', shared: 1_000 });
  });
});
