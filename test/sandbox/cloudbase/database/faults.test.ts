import { openDatabase } from './openDatabase';
import { startWithDatabase } from './sdks';

type Started = Awaited<ReturnType<typeof startWithDatabase>>;

describe('what an SDK sees when the database is in trouble', () => {
  let box: Started;
  beforeAll(async () => {
    box = await startWithDatabase();
  });
  beforeEach(() => {
    box.database.reset();
    box.database.createCollection('orders');
  });
  afterAll(() => box.stop());

  it('a conflict at commit is retried by both', async () => {
    box.database.faults.inject({ kind: 'conflict', action: 'database.commitTransaction', times: 2 });
    const node = await box.node(async (db) => {
      let runs = 0;
      await db.runTransaction(async (inside: typeof db) => {
        runs += 1;
        await inside.collection('orders').doc('node').set({ runs });
      });
      return runs;
    });
    box.database.faults.inject({ kind: 'conflict', action: 'database.commitTransaction' });
    const wx = await box.wx(async (db) => {
      let runs = 0;
      await db.runTransaction(async (inside: { collection: typeof db.collection }) => {
        runs += 1;
        await inside.collection('orders').doc('wx').set({ data: { runs } });
      });
      return runs;
    });
    expect([node.value, wx.value]).toEqual([3, 2]);
    expect(box.database.read('orders')).toEqual([
      { _id: 'node', runs: 3 },
      { _id: 'wx', runs: 2 },
    ]);
  });

  it('a second operation while the first is under way is refused, and the transaction lives on', async () => {
    box.database.faults.inject({ kind: 'slow', delayMs: 2_000, action: 'database.getDocument' });
    const { value } = await box.node(async (db) => {
      const inside = await db.startTransaction();
      const slow = inside.collection('orders').doc('a').get();
      await new Promise((wake) => setTimeout(wake, 100));
      const refused = await inside
        .collection('orders')
        .doc('b')
        .get()
        .catch((error: Error) => error.message);
      await slow;
      await inside.collection('orders').doc('a').set({ n: 1 });
      await inside.commit();
      return refused;
    });
    expect(value).toContain('[ResourceUnavailable.TransactionBusy] Transaction is busy');
    expect(box.database.read('orders')).toEqual([{ _id: 'a', n: 1 }]);
  });

  it('wx-server-sdk shows an injected busy as -501001', async () => {
    box.database.faults.inject({ kind: 'busy', action: 'database.insertDocument' });
    const { thrown } = await box.wx((db) => db.collection('orders').add({ data: {} }));
    expect(thrown).toEqual({
      errCode: -501001,
      errMsg: expect.stringContaining('[ResourceUnavailable.TransactionBusy] Transaction is busy'),
    });
  });

  it.each(['before', 'after'] as const)(
    'an outage %s the effect looks the same from outside, but not in the books',
    async (effect) => {
      box.database.faults.inject({ kind: 'outage', effect, action: 'database.insertDocument', times: 2 });
      const node = await box.node((db) => db.collection('orders').add({ _id: 'node' }));
      const wx = await box.wx((db) => db.collection('orders').add({ data: { _id: 'wx' } }));
      expect(node.thrown).toMatchObject({ code: 'ECONNRESET' });
      expect(wx.thrown).toMatchObject({ errCode: -501001 });
      expect(box.database.read('orders')).toEqual(effect === 'before' ? [] : [{ _id: 'node' }, { _id: 'wx' }]);
      expect(box.database.faults.list()).toEqual([]);
    },
  );

  it('an answer that comes too late leaves the order written and the caller in the dark', async () => {
    box.database.faults.inject({ kind: 'slow', delayMs: 10_000, action: 'database.insertDocument' });
    const { thrown } = await box.node((db) => db.collection('orders').add({ _id: 'late' }), {}, { timeout: 2_000 });
    expect(thrown).toMatchObject({ code: 'ESOCKETTIMEDOUT', message: expect.stringContaining('request timeout') });
    expect(box.database.read('orders')).toEqual([{ _id: 'late' }]);
  });

  it.each([
    { kind: 'hang', effect: 'before' },
    { kind: 'hang', effect: 'after' },
  ] as const)('a database that %j holds the connection until its caller gives up', async (fault) => {
    box.database.faults.inject({ ...fault, action: 'database.insertDocument' });
    const { thrown } = await box.node((db) => db.collection('orders').add({ _id: 'a' }), {}, { timeout: 200 });
    expect(thrown).toMatchObject({ code: 'ESOCKETTIMEDOUT' });
    expect(box.database.read('orders')).toEqual(fault.effect === 'before' ? [] : [{ _id: 'a' }]);
  });

  it('an answer that drips outlives a timeout which counts silence only', async () => {
    box.database.faults.inject({ kind: 'drip', delayMs: 15, action: 'database.insertDocument' });
    const { value } = await box.node(async (db) => {
      const began = performance.now();
      await db.collection('orders').add({ _id: 'a' });
      return performance.now() - began;
    });
    expect(value).toBeGreaterThan(500);
    expect(box.database.read('orders')).toEqual([{ _id: 'a' }]);
  });

  it('a unique index refuses the second intent of one number, in both SDKs', async () => {
    box.database.createIndex('orders', { name: 'number', keys: { mch: 1, no: 1 }, unique: true });
    const node = await box.node((db) =>
      db.collection('orders').add([
        { mch: 'm', no: 1 },
        { mch: 'm', no: 1 },
      ]),
    );
    const wx = await box.wx((db) => db.collection('orders').add({ data: { mch: 'm', no: 1 } }));
    expect(node.thrown).toMatchObject({
      message: expect.stringContaining(
        '[FailedOperation.Insert] bulk write error: [{E11000 duplicate key error collection: tnt-sandbox.orders index: number dup key: { : "m", : 1 }}]',
      ),
    });
    expect(wx.thrown).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('E11000 duplicate key error'),
    });
    expect(box.database.read('orders')).toHaveLength(1);
  });

  it('a write outside waits for the transaction that holds the document', async () => {
    const { value } = await box.node(async (db) => {
      await db.collection('orders').add({ _id: 'a', n: 0 });
      const inside = await db.startTransaction();
      await inside.collection('orders').doc('a').update({ n: 1 });
      let ended = false;
      // What the transaction wrote is not to be found outside, so this waits for nothing.
      const { updated } = await db.collection('orders').where({ n: 1 }).update({ n: 2 });
      const held = db
        .collection('orders')
        .doc('a')
        .update({ n: 3 })
        .then(() => ended);
      await new Promise((wake) => setTimeout(wake, 100));
      ended = true;
      await inside.commit();
      return [updated, await held];
    });
    expect(value).toEqual([0, true]);
    expect(box.database.read('orders')).toEqual([{ _id: 'a', n: 3 }]);
  });
});

const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT' };
const ended = { code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringContaining('TransactionNotExist') };

describe('faults', () => {
  it('hit the next calls of their action, in order, and no other', async () => {
    const db = openDatabase();
    const { faults } = db.database;
    faults.inject({ kind: 'conflict', action: 'database.insertDocument', times: 2 });
    faults.inject({ kind: 'busy' });
    expect(await db.insert([{}])).toMatchObject(conflict);
    expect(faults.list()).toEqual([
      { kind: 'conflict', action: 'database.insertDocument', times: 1 },
      { kind: 'busy', times: 1 },
    ]);
    expect(await db.update({}, { $set: { n: 1 } })).toMatchObject({
      message: expect.stringContaining('TransactionBusy'),
    });
    expect(await db.insert([{}])).toMatchObject(conflict);
    expect(await db.insert([{}])).not.toHaveProperty('code');
    faults.inject({ kind: 'busy' });
    faults.clear();
    expect(faults.list()).toEqual([]);
  });

  it('a conflict gives the transaction up, a busy does not, a lost commit has committed', async () => {
    const db = openDatabase();
    const { faults } = db.database;
    const [one, two] = [await db.begin(), await db.begin()];
    faults.inject({ kind: 'conflict' });
    expect(await db.insert([{ _id: 'one' }], one)).toMatchObject(conflict);
    expect(await db.commit(one)).toMatchObject(ended);
    faults.inject({ kind: 'busy' });
    expect(await db.insert([{ _id: 'two' }], two)).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
    await db.insert([{ _id: 'two' }], two);
    faults.inject({ kind: 'outage', effect: 'after' });
    expect(await db.raw('database.commitTransaction', { transactionId: two })).toMatchObject({ cut: 'before-answer' });
    expect(db.database.read('orders')).toEqual([{ _id: 'two' }]);
  });

  it.each(['before', 'after'] as const)(
    'an error %s the effect has the same words, and is no duplicate',
    async (effect) => {
      const db = openDatabase();
      db.database.faults.inject({ kind: 'error', effect });
      expect(await db.insert([{ _id: 'a' }])).toMatchObject({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining('context deadline exceeded'),
      });
      expect(db.database.read('orders')).toEqual(effect === 'before' ? [] : [{ _id: 'a' }]);
    },
  );

  it('an update that is not to match answers 0 and changes nothing; no other action is hit by it', async () => {
    const db = openDatabase();
    db.database.faults.inject({ kind: 'unmatched', times: 2 });
    await db.insert([{ _id: 'a', n: 0 }]);
    for (const updated of [0, 0, 1]) {
      expect((await db.update({ _id: 'a' }, { $set: { n: 1 } })).data).toMatchObject({ updated });
    }
    expect(db.database.read('orders')).toEqual([{ _id: 'a', n: 1 }]);
  });

  it('a query that is to see nothing finds no document, though an insert of it is a duplicate', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a' }]);
    db.database.faults.inject({ kind: 'unseen' });
    expect(await db.insert([{ _id: 'a' }])).toMatchObject({ message: expect.stringContaining('E11000') });
    expect(await db.get({ _id: 'a' })).toEqual([]);
    expect(await db.get({ _id: 'a' })).toEqual([{ _id: 'a' }]);
  });

  it('an outage before the effect of an abort leaves the transaction open', async () => {
    const db = openDatabase();
    const id = await db.begin();
    db.database.faults.inject({ kind: 'outage', effect: 'before' });
    await db.raw('database.abortTransaction', { transactionId: id });
    expect(await db.abort(id)).not.toHaveProperty('code');
    expect(await db.abort(id)).toMatchObject(ended);
  });
});
