import * as fc from 'fast-check';
import { orderViews } from '../../console/orderViews';
import { openState, type SandboxState } from '../../sandbox/sandboxState';
import type { Identity } from '../../sandbox/wechatpay/bank/outcome';
import { parties } from '../../sandbox/wechatpay/seedParties';

const { provider, subMerchant, receivers } = parties;
const me: Identity = {
  mchId: provider.mchId,
  subMchId: subMerchant.mchId,
  appid: provider.appid,
  family: 'ordinary',
  wire: 'v2',
};
const [supplier] = receivers;

/** One thing that happens to the order. */
type Act = { readonly does: 'share' | 'finish' | 'return' | 'refund' | 'wait'; readonly amount: number };

const actions: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    does: fc.constantFrom('share', 'finish', 'return', 'refund', 'wait'),
    amount: fc.integer({ min: 1, max: 4000 }),
  }),
  { maxLength: 12 },
);

function open(sharing: boolean): { state: SandboxState; transactionId: string } {
  const state = openState({ switches: { rates: 'off' } });
  const { bank } = state;
  const receiver = {
    type: 'MERCHANT_ID',
    account: supplier.mchId,
    name: supplier.name,
    relationType: 'SUPPLIER',
  } as const;
  bank.addReceiver(me, receiver);
  const { transactionId } = bank.payOrder({ amount: 10_000, payerMchId: subMerchant.mchId, sharing });
  bank.clock.advance(60_000);
  return { state, transactionId };
}

function happen({ bank }: SandboxState, transactionId: string, { does, amount }: Act, index: number): void {
  const number = `N-${index}`;
  const line = { type: 'MERCHANT_ID', account: supplier.mchId, amount, description: 'goods' } as const;
  const [first] = bank.books().shares;
  if (does === 'wait') bank.clock.advance(5000);
  if (does === 'share') bank.share(me, { kind: 'multi', transactionId, outOrderNo: number, receivers: [line] });
  if (does === 'finish') bank.finish(me, { transactionId, outOrderNo: number, description: 'over' });
  if (does === 'refund') bank.refund({ transactionId, amount });
  if (does === 'return' && first) {
    const from = { orderId: first.orderId, returnMchId: supplier.mchId };
    bank.returnShare(me, { ...from, outReturnNo: number, amount, description: 'back' });
  }
}

describe("an order's bar", () => {
  it('adds up to what the buyer paid, to the fen, whatever happens to the order', () => {
    fc.assert(
      fc.property(fc.boolean(), actions, (sharing, life) => {
        const { state, transactionId } = open(sharing);
        life.forEach((act, index) => {
          happen(state, transactionId, act, index);
          const [view] = orderViews(state.bank.books());
          const parts = Object.values(view?.bar ?? {});
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(10_000);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('says that money without the sharing flag is not for sharing', () => {
    const { state } = open(false);
    expect(orderViews(state.bank.books())).toMatchObject([
      { bar: { unshareable: 9940, fee: 60, frozen: 0, released: 0 } },
    ]);
  });

  it('names every receiver with the result, and why money did not arrive', () => {
    const { state, transactionId } = open(true);
    state.bank.setMerchant(supplier.mchId, { highRisk: true });
    happen(state, transactionId, { does: 'share', amount: 500 }, 0);
    state.bank.clock.advance(5000);
    const [view] = orderViews(state.bank.books());
    expect(view?.shares[0]?.lines).toMatchObject([
      { name: supplier.name, amount: 500, result: 'CLOSED', failReason: 'RECEIVER_HIGH_RISK' },
    ]);
  });
});
