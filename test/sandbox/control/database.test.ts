import { handleControl } from '../../../sandbox/control';
import { createWorld, type World, type WorldOptions } from '../../../sandbox/world';

function open(options?: WorldOptions) {
  const world = createWorld(options);
  const ask = (route: string, body?: unknown) => {
    const [method = '', path = ''] = route.split(' ');
    return handleControl(world, method, path, body);
  };
  return { world, ask };
}

const insert = ({ database }: World, name: string, document: object) =>
  database.perform(undefined, (store) => store.write(name, [{ key: '"1"', after: { ...document } }], 'insertOne'));

describe('the database in the control API', () => {
  test('has the collections of the functions in every new world, empty', () => {
    const { ask } = open();
    for (const name of ['profit_sharing_ledger', 'profit_sharing_notices', 'profit_sharing_breaks']) {
      expect(ask(`GET /_sandbox/database/${name}`)).toEqual({ status: 200, body: [] });
    }
    expect(ask('GET /_sandbox/database/other')).toMatchObject({ status: 400, body: { field: 'collection' } });
  });

  test('has other collections where other ones are asked for', () => {
    const { ask } = open({ collections: { orders: [{ name: 'number', keys: { number: 1 }, unique: true }] } });
    expect(ask('GET /_sandbox/database/orders').status).toBe(200);
    expect(ask('GET /_sandbox/database/profit_sharing_ledger').status).toBe(400);
  });

  test('shows what was written, and forgets documents and faults on a reset', async () => {
    const { ask, world } = open();
    await insert(world, 'profit_sharing_ledger', { _id: '1', amount: 100 });
    expect(ask('GET /_sandbox/database/profit_sharing_ledger').body).toEqual([{ _id: '1', amount: 100 }]);
    ask('POST /_sandbox/database/faults', { kind: 'busy' });
    ask('POST /_sandbox/reset');
    expect(ask('GET /_sandbox/database/profit_sharing_ledger').body).toEqual([]);
    expect(ask('GET /_sandbox/database/faults').body).toEqual([]);
  });

  test('takes faults for its next calls, and takes them back', () => {
    const { ask } = open();
    const conflict = { kind: 'conflict', action: 'database.commitTransaction', times: 2 };
    expect(ask('POST /_sandbox/database/faults', conflict).body).toEqual([conflict]);
    ask('POST /_sandbox/database/faults', { kind: 'outage' });
    ask('POST /_sandbox/database/faults', { kind: 'slow', delayMs: 10 });
    expect(ask('GET /_sandbox/database/faults').body).toEqual([
      conflict,
      { kind: 'outage', effect: 'before', times: 1 },
      { kind: 'slow', delayMs: 10, times: 1 },
    ]);
    expect(ask('DELETE /_sandbox/database/faults').body).toEqual([]);
    ask('POST /_sandbox/database/faults', { kind: 'hang', effect: 'after' });
    ask('POST /_sandbox/database/faults', { kind: 'drip', delayMs: 10 });
    ask('POST /_sandbox/database/faults', { kind: 'error' });
    ask('POST /_sandbox/database/faults', { kind: 'unmatched', times: 9 });
    ask('POST /_sandbox/database/faults', { kind: 'unseen' });
    expect(ask('GET /_sandbox/database/faults').body).toEqual([
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
  ])('refuses %j as a fault, naming %s', (body, field) => {
    expect(open().ask('POST /_sandbox/database/faults', body)).toMatchObject({ status: 400, body: { field } });
  });
});
