import { compareLedger } from '../../console/compareLedger';
import type { Books } from '../../sandbox/wechatpay/bank/books';
import type { ShareOrder } from '../../sandbox/wechatpay/bank/records';
import type { LedgerRecord, RecordState } from '../../shared/ledger/record';

type Result = 'PENDING' | 'SUCCESS' | 'CLOSED';

function booksOf(results: readonly Result[] | undefined): Books {
  const line = { type: 'MERCHANT_ID', account: '1900000110', toPayer: false, amount: 100, backToPayer: false } as const;
  const share = {
    outOrderNo: 'N1',
    transactionId: '4200',
    lines: (results ?? []).map((result) => ({ ...line, result })),
  } as unknown as ShareOrder;
  return { now: 0, orders: [], merchants: [], people: [], receivers: [], shares: results ? [share] : [], returns: [] };
}

const record = (state: RecordState, paid = 0) =>
  ({
    family: 'share',
    number: 'N1',
    state,
    operation: 'multiProfitSharing',
    link: 'cloudpay',
    attempts: [{}],
    settlement: { state, receivers: paid > 0 ? [{ amount: paid, result: 'SUCCESS' }] : [] },
  }) as unknown as LedgerRecord;

describe('the ledger beside the bank', () => {
  it.each<[string, ReturnType<typeof record> | undefined, readonly Result[] | undefined, string]>([
    ['both say paid', record('settled', 100), ['SUCCESS'], 'same'],
    ['both say on its way', record('processing'), ['PENDING'], 'same'],
    ['a refusal left no trace at the bank', record('refused'), undefined, 'same'],
    ['the bank has paid, the ledger has not heard', record('processing'), ['SUCCESS'], 'behind'],
    ['a crash left an intent, the bank has the share', record('intended'), ['PENDING'], 'behind'],
    ['it is not known whether it left', record('intended'), undefined, 'doubt'],
    ['an answer was lost and the bank knows nothing', record('unknown'), undefined, 'doubt'],
    ['money moved that the ledger never heard of', undefined, ['SUCCESS'], 'missing'],
    ['the ledger says paid, the bank says not', record('settled', 100), ['CLOSED'], 'differs'],
    ['the amounts differ', record('settled', 99), ['SUCCESS'], 'differs'],
    ['the ledger says paid, the bank knows nothing', record('settled', 100), undefined, 'differs'],
    ['a refused number was paid', record('refused'), ['SUCCESS'], 'differs'],
  ])('%s', (_, ledger, bank, verdict) => {
    expect(compareLedger(booksOf(bank), ledger ? [ledger] : [])).toMatchObject([
      { number: 'N1', family: 'share', verdict },
    ]);
  });
});
