import { openState, type SandboxState, type StateOptions } from '../../../sandbox/sandboxState';
import { askControl } from './askControl';

function open(options?: StateOptions) {
  const state = openState(options);
  const ask = (request: string, body?: unknown) => askControl(state, request, body);
  return { state, ask };
}

const insert = ({ database }: SandboxState, name: string, document: object) =>
  database.perform(undefined, (store) => store.write(name, [{ key: '"1"', after: { ...document } }], 'insertOne'));

describe('the database in the control API', () => {
  test('has the collections of the functions in every new state, empty', async () => {
    const { ask } = open();
    for (const name of ['profit_sharing_ledger', 'profit_sharing_breaks', 'profit_sharing_receivers']) {
      expect(await ask(`GET /_sandbox/database/${name}`)).toEqual({ status: 200, body: [] });
    }
    expect(await ask('GET /_sandbox/database/other')).toMatchObject({ status: 400, body: { field: 'collection' } });
  });

  test('has other collections where other ones are asked for', async () => {
    const { ask } = open({ collections: { orders: [{ name: 'number', keys: { number: 1 }, unique: true }] } });
    expect((await ask('GET /_sandbox/database/orders')).status).toBe(200);
    expect((await ask('GET /_sandbox/database/profit_sharing_ledger')).status).toBe(400);
  });

  test('shows what was written, and forgets documents and faults on a reset', async () => {
    const { ask, state } = open();
    await insert(state, 'profit_sharing_ledger', { _id: '1', amount: 100 });
    expect((await ask('GET /_sandbox/database/profit_sharing_ledger')).body).toEqual([{ _id: '1', amount: 100 }]);
    await ask('POST /_sandbox/database/faults', { kind: 'busy' });
    await ask('POST /_sandbox/reset');
    expect((await ask('GET /_sandbox/database/profit_sharing_ledger')).body).toEqual([]);
    expect((await ask('GET /_sandbox/database/faults')).body).toEqual([]);
  });

  test('takes faults for its next calls, and takes them back', async () => {
    const { ask } = open();
    const conflict = { kind: 'conflict', action: 'database.commitTransaction', times: 2 };
    expect((await ask('POST /_sandbox/database/faults', conflict)).body).toEqual([conflict]);
    await ask('POST /_sandbox/database/faults', { kind: 'outage' });
    await ask('POST /_sandbox/database/faults', { kind: 'slow', delayMs: 10 });
    expect((await ask('GET /_sandbox/database/faults')).body).toEqual([
      conflict,
      { kind: 'outage', effect: 'before', times: 1 },
      { kind: 'slow', delayMs: 10, times: 1 },
    ]);
    expect((await ask('DELETE /_sandbox/database/faults')).body).toEqual([]);
    await ask('POST /_sandbox/database/faults', { kind: 'hang', effect: 'after' });
    await ask('POST /_sandbox/database/faults', { kind: 'drip', delayMs: 10 });
    await ask('POST /_sandbox/database/faults', { kind: 'error' });
    await ask('POST /_sandbox/database/faults', { kind: 'unmatched', times: 9 });
    await ask('POST /_sandbox/database/faults', { kind: 'unseen' });
    expect((await ask('GET /_sandbox/database/faults')).body).toEqual([
      { kind: 'hang', effect: 'after', times: 1 },
      { kind: 'drip', delayMs: 10, times: 1 },
      { kind: 'error', effect: 'before', times: 1 },
      { kind: 'unmatched', times: 9 },
      { kind: 'unseen', times: 1 },
    ]);
  });

  test.each([
    [{}, 'kind'],
    [{ kind: 'fire' }, 'kind'],
    [{ kind: 'slow' }, 'delayMs'],
    [{ kind: 'drip' }, 'delayMs'],
    [{ kind: 'busy', times: 0 }, 'times'],
    [{ kind: 'busy', action: 'database.drop' }, 'action'],
  ])('refuses %j as a fault, naming %s', async (body, field) => {
    expect(await open().ask('POST /_sandbox/database/faults', body)).toMatchObject({ status: 400, body: { field } });
  });
});
