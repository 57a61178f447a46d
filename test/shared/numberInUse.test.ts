import { failed } from '../../shared/failure';
import { profitSharing } from '../../shared/generated/operations/profitSharing';
import { Ledger } from '../../shared/ledger/ledger';
import { isInUse, type LedgerRecord } from '../../shared/ledger/record';
import { LedgerUnavailableError } from '../../shared/ledger/store';
import type { Link } from '../../shared/links/link';
import { withNumberInUse } from '../../shared/result';
import { serve } from '../../shared/serve';
import { UNKNOWN } from '../../shared/settlement';
import { fromFunction } from './callers';
import { MemoryStore } from './ledger/memoryStore';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const share = {
  ...{ transaction_id: '42', out_order_no: 'S1' },
  receivers: [{ type: 'MERCHANT_ID', account: '1900000110', amount: 1, description: 'd' }],
};

/** A store that takes an intent and nothing after it. */
class IntentsOnly extends MemoryStore {
  override async replace(): Promise<boolean> {
    throw new LedgerUnavailableError('outage');
  }
}

it('a refusal that could not be recorded is no doubt about its own number', async () => {
  const link: Link = {
    send: async () => ({
      kind: 'answer',
      fields: { return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'NOT_SHARE_ORDER', err_code_des: '-' },
    }),
  };
  const env = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en' };
  const store = new IntentsOnly();
  const main = serve(profitSharing, env, { cloudpay: async () => link }, async () => new Ledger(store));
  expect(await main(share, fromFunction)).toMatchObject({
    ...{ err_code: 'NOT_SHARE_ORDER', unrecorded: true },
    advice: { funds: 'unchanged', retry: 'never' },
  });
});

it('an attempt is no reason to hold back its own number, another open one is', () => {
  const attempt = (by: string) => ({ kind: 'send' as const, at: 1, by, caller: 'scf' });
  const record = (...bys: string[]) => ({ state: 'intended' as const, attempts: bys.map(attempt) });
  const inUse = (some: Partial<LedgerRecord>) => isInUse(some as LedgerRecord, 'mine');
  expect([inUse(record('mine')), inUse(record('mine', 'other'))]).toEqual([false, true]);
});

it('what a call itself knows of the money is not replaced by what the ledger knew before', () => {
  const known = { state: 'settled' as const, receivers: [] };
  const doubt = { failure: failed('NO_ANSWER', profitSharing), settlement: UNKNOWN };
  expect(withNumberInUse(doubt, profitSharing, known)).toBe(doubt);
  const refusal = { failure: failed('NOT_SHARE_ORDER', profitSharing) };
  expect(withNumberInUse(refusal, profitSharing, known)).toMatchObject({
    ...{ settlement: known, failure: { code: 'NOT_SHARE_ORDER' } },
  });
});
