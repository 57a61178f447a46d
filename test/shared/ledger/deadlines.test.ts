import { parseCaller } from '../../../shared/caller';
import { Deadline } from '../../../shared/deadline';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { Ledger } from '../../../shared/ledger/ledger';
import { LedgerUnavailableError, type Store } from '../../../shared/ledger/store';
import type { SendResult } from '../../../shared/links/link';
import { serve } from '../../../shared/serve';
import { contextOf, fromFunction } from '../callers';
import { VirtualTime } from '../virtualTime';
import { MemoryStore } from './memoryStore';

const caller = parseCaller(fromFunction);
if (!caller) throw new Error('the fixture has an identity');
const share = {
  ...{ sub_mch_id: '1900000109', transaction_id: '42', out_order_no: 'S1' },
  receivers: [{ type: 'MERCHANT_ID', account: '1900000110', amount: 100, description: 'd' }],
};
const LIMIT_MS = 3000;

let time: VirtualTime;
let store: MemoryStore;
beforeEach(() => {
  time = new VirtualTime();
  store = new MemoryStore(() => time.now);
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

type Method = 'insert' | 'read' | 'replace' | 'time';
const hanging = () => new Promise<never>(() => {});

/** The database with some of its methods replaced. */
function broken(over: Partial<Pick<Store, Method>>): Store {
  return {
    insert: (record) => store.insert(record),
    read: (id) => store.read(id),
    replace: (after, before) => store.replace(after, before),
    due: (now, limit, except) => store.due(now, limit, except),
    dueIds: (now, limit, except) => store.dueIds(now, limit, except),
    postpone: (id, now, dueAt, troubles) => store.postpone(id, now, dueAt, troubles),
    time: (id) => store.time(id),
    ...over,
  };
}

/** A share through the function itself, with the ledger over this store; how long it took, in ms. */
async function call(over: Partial<Pick<Store, Method>>, send = async (): Promise<SendResult> => accepted) {
  let sends = 0;
  const clock = time.clock();
  const link = {
    send: () => {
      sends += 1;
      return send();
    },
  };
  const env = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en' };
  const ledger = async () => new Ledger(broken(over), { clock });
  const main = serve(multiProfitSharing, env, { cloudpay: async () => link }, ledger, clock);
  const began = time.now;
  const reply = await time.run(main(share, contextOf({ TCB_SOURCE: 'scf' }, 'both', LIMIT_MS)));
  return { reply, sends, ms: time.now - began };
}

const accepted: SendResult = {
  kind: 'answer',
  fields: {
    ...{ return_code: 'SUCCESS', result_code: 'SUCCESS', mch_id: '1900000100', sub_mch_id: '1900000109' },
    ...{ transaction_id: '42', out_order_no: 'S1', order_id: '30', nonce_str: 'n', sign: 's' },
  },
};

describe('before money moves', () => {
  it.each<[string, Partial<Pick<Store, Method>>]>([
    ['hangs', { insert: hanging, read: hanging }],
    ['hangs after it said that the number is taken', { insert: async () => false, read: hanging }],
    [
      'says that the number is taken and shows no record of it',
      { insert: async () => false, read: async () => undefined },
    ],
    [
      'fails',
      {
        insert: () => Promise.reject(new LedgerUnavailableError('outage')),
        read: () => Promise.reject(new LedgerUnavailableError('outage')),
      },
    ],
  ])('a database that %s is LEDGER_DOWN in time, and nothing is sent', async (_what, over) => {
    const { reply, sends, ms } = await call(over);
    expect(reply).toMatchObject({ err_code: 'LEDGER_DOWN', advice: { funds: 'unchanged', number: 'reuse' } });
    expect(sends).toBe(0);
    expect(ms).toBeLessThan(LIMIT_MS);
  });

  it('a database that never lets a change through is an answer in time', async () => {
    await call({});
    const { reply, sends, ms } = await call({ replace: async () => false });
    expect(reply).toMatchObject({ err_code: 'LEDGER_DOWN', advice: { funds: 'unchanged', number: 'reuse' } });
    expect(sends).toBe(0);
    expect(ms).toBeLessThan(LIMIT_MS);
  });

  it.each([
    ['is lost', () => Promise.reject(new LedgerUnavailableError('ECONNRESET'))],
    ['never comes', hanging],
    ['says that the number is taken, because the SDK wrote twice', async () => false],
  ])('an intent that was written is recognised as ours when the acknowledgement %s', async (_what, end) => {
    const insert: Store['insert'] = async (record) => {
      await store.insert(record);
      return end();
    };
    const { reply, sends, ms } = await call({ insert });
    expect(reply).toMatchObject({ result_code: 'SUCCESS' });
    expect(reply).not.toHaveProperty('err_code');
    expect(sends).toBe(1);
    expect(ms).toBeLessThan(LIMIT_MS);
    expect([...store.records.values()]).toMatchObject([{ state: 'accepted', attempts: [{ kind: 'send' }] }]);
  });
});

describe('after money moved', () => {
  it.each<[string, Partial<Pick<Store, Method>>]>([
    ['hangs', { replace: hanging }],
    ['fails', { replace: () => Promise.reject(new LedgerUnavailableError('outage')) }],
    ['never lets a change through', { replace: async () => false }],
    ['forgot the record', { replace: async () => false, read: async () => undefined }],
  ])('a database that %s costs the record and not the reply', async (_what, over) => {
    const { reply, ms } = await call(over);
    expect(reply).toMatchObject({ result_code: 'SUCCESS', settlement: { state: 'accepted' }, unrecorded: true });
    expect(ms).toBeLessThan(LIMIT_MS);
  });

  it('an outcome that was written is recognised when the acknowledgement is lost', async () => {
    const replace: Store['replace'] = async (after, before) => {
      await store.replace(after, before);
      throw new LedgerUnavailableError('ECONNRESET');
    };
    const { reply } = await call({ replace });
    expect(reply).not.toHaveProperty('unrecorded');
    expect([...store.records.values()]).toMatchObject([{ state: 'accepted', version: 2 }]);
  });

  it('a link that never answers is an answer in time, with the doubt', async () => {
    const { reply, ms } = await call({}, hanging);
    expect(reply).toMatchObject({ err_code: 'NO_ANSWER', advice: { funds: 'unknown', number: 'reuse' } });
    expect(ms).toBeLessThan(LIMIT_MS);
  });
});

it('takes no more of the database than an insert and an update where nothing goes wrong', async () => {
  const asked: string[] = [];
  const counted = Object.fromEntries(
    (['insert', 'read', 'replace', 'time'] as const).map((name) => [
      name,
      (...given: never[]) => {
        asked.push(name);
        return (MemoryStore.prototype[name] as (...all: never[]) => Promise<never>).apply(store, given);
      },
    ]),
  );
  await call(counted);
  expect(asked).toEqual(['insert', 'replace']);
});

it('a deadline that is over begins nothing', async () => {
  let begun = false;
  const work = async () => {
    begun = true;
  };
  await expect(new Deadline(0, time.clock()).race(work, () => new LedgerUnavailableError('TIMEOUT'))).rejects.toThrow(
    'TIMEOUT',
  );
  expect(begun).toBe(false);
});
