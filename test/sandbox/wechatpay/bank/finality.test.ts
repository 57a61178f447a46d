import { Finality } from '../../../../sandbox/wechatpay/bank/finality';
import { importState } from '../../../../sandbox/wechatpay/bank/snapshot';
import type { State } from '../../../../sandbox/wechatpay/bank/state';
import { got, merchantGets, openBank, supplier } from './openBank';

/** A finished life: one share paid, one return, the order closed. */
function finished(): State {
  const { bank, order, share, finish, settle, returnShare } = openBank();
  const transactionId = order();
  got(share(transactionId, [merchantGets(supplier.mchId, 100)], { outOrderNo: 'A' }));
  got(finish(transactionId));
  settle();
  got(returnShare('A', 10));
  return importState(bank.export());
}

const first = <T>(records: Map<string, T>): T => [...records.values()][0] ?? raise();
const raise = (): never => {
  throw new Error('no record');
};

describe('what is final', () => {
  const revivals: [string, (state: State) => void][] = [
    ['a closed order opens', (state) => Object.assign(first(state.orders), { state: 'OPEN' })],
    [
      'a paid line is pending again',
      (state) => Object.assign(first(state.shares).lines[0] ?? raise(), { result: 'PENDING' }),
    ],
    ['a paid line closes', (state) => Object.assign(first(state.shares).lines[0] ?? raise(), { result: 'CLOSED' })],
    ['a done return fails', (state) => Object.assign(first(state.returns), { result: 'FAILED' })],
    ['a share has other parameters', (state) => Object.assign(first(state.shares), { fingerprint: {} })],
    ['a return has other parameters', (state) => Object.assign(first(state.returns), { fingerprint: 'other' })],
    ['a number means another share', (state) => state.shareNumbers.set('1900000100/A', 'other')],
    [
      'a number means another return',
      (state) => state.returnNumbers.set([...state.returnNumbers.keys()][0] ?? '', 'other'),
    ],
  ];
  test.each(revivals)('never changes: %s', (_what, revive) => {
    const state = finished();
    const finality = new Finality();
    finality.check(state);
    finality.check(state);
    revive(state);
    expect(() => finality.check(state)).toThrow(expect.objectContaining({ name: 'InvariantBroken' }));
  });
});
