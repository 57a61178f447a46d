import { beijingRfc3339, beijingStamp } from '../../../../sandbox/wechatpay/bank/beijingTime';
import { got, li, merchantGets, openBank, payerMchId, personGets, supplier } from './openBank';

describe('what WeChat Pay would announce', () => {
  test('each paid merchant line once; nothing for the payer, for people, for closed lines (rule 61)', () => {
    const { order, share, settle, bank } = openBank();
    const heard: string[] = [];
    const stop = bank.on('lineSucceeded', ({ share: { outOrderNo }, line }) =>
      heard.push(`${outOrderNo} ${line.account}`),
    );
    const receivers = [merchantGets(supplier.mchId, 100), personGets(li.openid, 100), merchantGets(payerMchId, 100)];
    const transactionId = order();
    got(share(transactionId, receivers, { outOrderNo: 'A' }));
    expect(heard).toEqual([]);
    settle();
    got(share(transactionId, receivers, { outOrderNo: 'A' }));
    bank.setMerchant(supplier.mchId, { abnormal: true });
    got(share(transactionId, receivers, { outOrderNo: 'B' }));
    settle();
    expect(heard).toEqual([`A ${supplier.mchId}`]);
    stop();
    bank.setMerchant(supplier.mchId, { abnormal: false });
    got(share(transactionId, receivers, { outOrderNo: 'C' }));
    settle();
    expect(heard).toHaveLength(1);
  });

  test('each successful return once, with the original payer in it (rule 62)', () => {
    const { order, share, settle, bank, returnShare } = openBank();
    const heard: string[] = [];
    bank.on('returnSucceeded', (order) => heard.push(`${order.outReturnNo} to ${order.payerMchId}`));
    got(share(order(), [merchantGets(supplier.mchId, 100)], { outOrderNo: 'A' }));
    settle();
    got(returnShare('A', 10, { number: 'R' }));
    got(returnShare('A', 10, { number: 'R' }));
    bank.setMerchant(supplier.mchId, { available: 0 });
    returnShare('A', 10, { number: 'S' });
    expect(heard).toEqual([`R to ${payerMchId}`]);
  });

  test('times are Beijing’s, whatever the zone of the process', () => {
    const midnight = Date.UTC(2026, 11, 31, 16, 0, 0);
    expect(beijingStamp(midnight)).toBe('20270101000000');
    expect(beijingRfc3339(midnight)).toBe('2027-01-01T00:00:00+08:00');
  });
});
