import type { Config } from '../../../shared/config';
import type { UnknownFields } from '../../../shared/contract';
import { operations } from '../../../shared/generated/operations';
import { Ledger } from '../../../shared/ledger/ledger';
import type { RecordState } from '../../../shared/ledger/record';
import type { Link } from '../../../shared/links/link';
import { serve } from '../../../shared/serve';
import { fromFunction } from '../callers';
import { MemoryStore } from './memoryStore';

const env = { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: 'en' };
const head = { return_code: 'SUCCESS', result_code: 'SUCCESS', mch_id: '1900000100', nonce_str: 'n', sign: 's' };
const receiver = { type: 'MERCHANT_ID', account: '1900000110', amount: 100, description: 'd' };
const numbers = { transaction_id: '42', out_order_no: 'S1' };
const accepted = { ...head, ...numbers, order_id: '30', status: 'PROCESSING' };
const line = (result: string, amount = 100) => ({ ...receiver, amount, result });
const found = (status: string, ...lines: object[]): UnknownFields => ({
  ...{ ...accepted, status },
  receivers: JSON.stringify(lines),
});

let store: MemoryStore;
let answers: Record<string, UnknownFields>;
let opened: number;
beforeEach(() => {
  store = new MemoryStore();
  opened = 0;
  answers = { multiProfitSharing: { ...accepted, receivers: JSON.stringify([line('PENDING')]) } };
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const link: Link = {
  send: async ({ name }) => ({ kind: 'answer', fields: answers[name] ?? {} }),
};

function call(name: string, request: UnknownFields, variables: NodeJS.ProcessEnv = {}) {
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw new Error(name);
  const open = async ({ ledger }: Pick<Config, 'ledger'>) => {
    if (ledger === 'off') return undefined;
    opened += 1;
    return new Ledger(store, { notifies: true });
  };
  const make = async () => link;
  return serve(operation, { ...env, ...variables }, { cloudpay: make, cloudrun: make }, open)(request, fromFunction);
}

const share = () => call('multiProfitSharing', { ...numbers, receivers: [receiver] });
const query = (fields: UnknownFields, variables?: NodeJS.ProcessEnv) => {
  answers.profitSharingQuery = fields;
  return call('profitSharingQuery', numbers, variables);
};
const record = () => store.records.get('1900000109:share:S1');

it.each<[RecordState, UnknownFields]>([
  ['settled', found('FINISHED', line('SUCCESS'))],
  ['closed', found('FINISHED', line('CLOSED'))],
])('a query that finds a share %s ends its record, which is then due to be announced', async (state, fields) => {
  await share();
  expect(record()?.state).toBe('processing');
  expect((await query(fields)).settlement?.state).toBe(state);
  expect(record()).toMatchObject({ state, settlement: { state, receivers: [{ index: 0, amount: 100 }] } });
  expect(record()?.attempts.map(({ kind }) => kind)).toEqual(['send', 'query']);
  expect(record()?.dueAt).toBeLessThanOrEqual(Date.now());
});

it('ends the doubt about a share whose answer was lost', async () => {
  answers.multiProfitSharing = { return_code: 'SUCCESS' };
  await share();
  expect(record()?.state).toBe('unknown');
  await query(found('FINISHED', line('SUCCESS')));
  expect(record()).toMatchObject({ state: 'settled', attempts: [{ outcome: { concluded: true } }, {}] });
});

it('a return that a query finds done is done in the ledger too', async () => {
  const returned = {
    ...{ out_order_no: 'S1', out_return_no: 'R1', return_account_type: 'MERCHANT_ID', return_account: '1900000110' },
    ...{ return_amount: 40, description: 'd' },
  };
  answers.profitSharingReturn = { ...head, ...returned, return_no: '50', result: 'PROCESSING' };
  await call('profitSharingReturn', returned);
  answers.profitSharingReturnQuery = { ...head, ...returned, return_no: '50', result: 'SUCCESS' };
  await call('profitSharingReturnQuery', { out_order_no: 'S1', out_return_no: 'R1' });
  expect(store.records.get('1900000109:return:R1')).toMatchObject({ state: 'settled' });
});

describe('it keeps nothing', () => {
  beforeEach(async () => {
    await share();
  });

  it('of a share that is still on its way, and does not even open the ledger', async () => {
    opened = 0;
    await query(found('PROCESSING', line('PENDING')));
    expect([record()?.state, opened]).toEqual(['processing', 0]);
  });

  it('of another request with the same number', async () => {
    expect(await query(found('FINISHED', line('SUCCESS', 99)))).toMatchObject({
      err_code: 'BAD_ANSWER',
      err_code_des: expect.stringContaining('receivers[0]'),
    });
    expect(record()?.state).toBe('processing');
  });

  it('learned over links that do not see this share', async () => {
    const record = store.records.get('1900000109:share:S1');
    if (record) store.records.set(record._id, { ...record, link: 'apiv2' });
    await query(found('FINISHED', line('SUCCESS')));
    expect(store.records.get('1900000109:share:S1')?.state).toBe('processing');
  });

  it('while a sender has the number', async () => {
    const held = record();
    if (held) store.records.set(held._id, { ...held, lease: { by: 'another', ms: 60_000 } });
    expect((await query(found('FINISHED', line('SUCCESS')))).settlement?.state).toBe('settled');
    expect(record()?.state).toBe('processing');
  });

  it('while the database is down, and the caller gets the answer all the same', async () => {
    store.down = true;
    expect(await query(found('FINISHED', line('SUCCESS')))).toMatchObject({
      return_code: 'SUCCESS',
      settlement: { state: 'settled' },
    });
    expect(record()?.state).toBe('processing');
  });

  it('where the ledger is off', async () => {
    await query(found('FINISHED', line('SUCCESS')), { PROFIT_SHARING_LEDGER: 'off' });
    expect(opened).toBe(1);
    expect(record()?.state).toBe('processing');
  });
});

it('what was known to be settled before is not written again', async () => {
  await share();
  await query(found('FINISHED', line('SUCCESS')));
  const { version } = record() ?? {};
  await query(found('FINISHED', line('SUCCESS')));
  expect(record()?.version).toBe(version);
});

it('a number that the ledger never saw stays unknown to it', async () => {
  await query(found('FINISHED', line('SUCCESS')));
  expect(store.records.size).toBe(0);
});
