import { Bank } from '../../../../sandbox/wechatpay/bank/bank';
import { seedParties } from '../../../../sandbox/wechatpay/seedParties';
import { day, got, me, merchantGets, minute, openBank, payerMchId, refusal, supplier } from './openBank';

const start = Date.UTC(2031, 4, 5, 6, 7, 8);

/** A bank whose clock runs with one that the test moves. */
function running(options: { readonly speed?: number; readonly startAt?: number } = {}) {
  let time = start;
  const bank = new Bank({ ticking: () => time, ...options });
  seedParties(bank);
  const { mchId: account, name } = supplier;
  got(bank.addReceiver(me, { type: 'MERCHANT_ID', account, name, relationType: 'SUPPLIER' }));
  let serial = 0;
  return {
    bank,
    pass: (ms: number) => {
      time += ms;
    },
    order: () => bank.payOrder({ payerMchId, amount: 10_000, paidAt: bank.clock.now() - minute }).transactionId,
    share: (transactionId: string) => {
      serial += 1;
      const receivers = [merchantGets(supplier.mchId, 1)];
      return bank.share(me, { kind: 'multi', transactionId, outOrderNo: `S${serial}`, receivers });
    },
  };
}

describe('a clock that runs', () => {
  test('starts now, and a share is paid when its second has passed', () => {
    const { bank, order, share, pass } = running();
    expect(bank.clock.now()).toBe(start);
    const made = got(share(order()));
    pass(999);
    bank.clock.now();
    expect(made.lines[0]?.result).toBe('PENDING');
    pass(1);
    bank.clock.now();
    expect(made.lines[0]?.result).toBe('SUCCESS');
  });

  test('is back at the real time after a reset, and starts at another moment where one is named', () => {
    const { bank, pass } = running();
    bank.clock.advance(40 * day);
    pass(minute);
    bank.reset();
    expect(bank.clock.now()).toBe(start + minute);
    const other = running({ startAt: 1_000 });
    other.pass(50);
    expect(other.bank.clock.now()).toBe(1_050);
  });

  test('runs faster or slower than the callers’, without losing time', () => {
    const fast = running({ speed: 3_600 });
    fast.pass(1_500);
    expect(fast.bank.clock.now()).toBe(start + 5_400_000);
    const slow = running({ speed: 0.25 });
    for (let passed = 0; passed < 40; passed += 1) {
      slow.pass(1);
      slow.bank.clock.now();
    }
    expect(slow.bank.clock.now()).toBe(start + 10);
  });

  test('goes on when the callers’ clock is put back, and never goes back itself', () => {
    const { bank, pass } = running();
    pass(-day);
    expect(bank.clock.now()).toBe(start);
    pass(5);
    expect(bank.clock.now()).toBe(start + 5);
  });

  test('limits count by the callers’ time, however fast the bank’s runs: the 31st share of a second is refused', () => {
    const { order, share, pass } = running({ speed: 1_000_000 });
    const orders = Array.from({ length: 31 }, order);
    const [last = '', ...first] = orders;
    for (const transactionId of first) {
      got(share(transactionId));
      pass(1);
    }
    expect(refusal(share(last)).v2.code).toBe('FREQUENCY_LIMITED');
    pass(1_000);
    got(share(last));
  });
});

test('a clock that stands still refuses nothing for its pace', () => {
  const { order, share, bank } = openBank();
  for (let made = 0; made < 40; made += 1)
    got(share(order(10_000, { waited: minute }), [merchantGets(supplier.mchId, 1)]));
  const paidAt = bank.clock.now() - minute;
  for (let made = 0; made < 40; made += 1) {
    const { transactionId } = bank.payOrder({ payerMchId, amount: 10_000, paidAt });
    got(share(transactionId, [merchantGets(supplier.mchId, 1)]));
  }
});
