import { openDatabase } from './openDatabase';

const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT' };
const ended = { code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringContaining('TransactionNotExist') };
const updated = (count: number) => ({ data: { updated: count } });

describe('a unique index', () => {
  const indexed = () => {
    const db = openDatabase();
    db.database.createIndex('orders', { name: 'no_1', keys: { 'o.no': 1 }, unique: true });
    return db;
  };
  const duplicate = {
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('index: no_1 dup key: { : 1 }'),
  };

  it('stops an insert, an update and a set; the documents before it in one insert stay', async () => {
    const db = indexed();
    const batch = [{ _id: 'a', o: { no: 1 } }, { _id: 'b', o: { no: 2 } }, { _id: 'c', o: { no: 1 } }, { _id: 'd' }];
    expect(await db.insert(batch)).toMatchObject(duplicate);
    expect(await db.update({ _id: 'b' }, { $set: { 'o.no': 1 } })).toMatchObject(duplicate);
    expect(await db.set('b', { o: { no: 1 } })).toMatchObject(duplicate);
    expect(db.database.read('orders').map(({ _id }) => _id)).toEqual(['a', 'b']);
    expect(await db.update({ _id: 'a' }, { $set: { paid: true } })).toMatchObject(updated(1));
  });

  it('takes a missing field as null: two documents without it collide', async () => {
    const db = indexed();
    expect(await db.insert([{ _id: 'a' }, { _id: 'b' }])).toMatchObject({
      message: expect.stringContaining('dup key: { : null }'),
    });
  });

  it('cannot be made over documents that break it, nor on a collection that is not there', async () => {
    const db = openDatabase();
    await db.insert([{ n: 1 }, { n: 1 }]);
    const spec = { name: 'n_1', keys: { n: 1 }, unique: true } as const;
    expect(() => db.database.createIndex('orders', spec)).toThrow('E11000');
    expect(() => db.database.createIndex('absent', spec)).toThrow('Db or Table not exist: absent');
  });

  it('can be told with the code of the docs instead of the text of the cloud', async () => {
    const db = openDatabase({ duplicates: 'documented' });
    await db.insert([{ _id: 'a' }]);
    const reply = await db.insert([{ _id: 'a' }]);
    expect(reply.code).toBe('DATABASE_DUPLICATE_WRITE');
    expect(reply.message).not.toContain('E11000');
  });

  it('holds between transactions: the same number twice is a conflict, and an error once it can be seen', async () => {
    const db = indexed();
    const [one, two, late] = [await db.begin(), await db.begin(), await db.begin()];
    await db.insert([{ _id: 'a', o: { no: 1 } }], one);
    expect(await db.insert([{ _id: 'b', o: { no: 1 } }], two)).toMatchObject(conflict);
    await db.commit(one);
    expect(await db.insert([{ _id: 'c', o: { no: 1 } }], late)).toMatchObject(conflict);
    const after = await db.begin();
    expect(await db.insert([{ _id: 'd', o: { no: 1 } }], after)).toMatchObject(duplicate);
    expect(await db.commit(after)).toMatchObject(ended);
    expect(db.database.read('orders')).toHaveLength(1);
  });
});

describe('a transaction', () => {
  it('is gone after 30 seconds, with what it wrote and what it locked', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a', n: 0 }]);
    const id = await db.begin();
    await db.update({ _id: 'a' }, { $set: { n: 1 } }, id);
    db.clock.now += 30_000;
    expect(await db.get({}, id)).toEqual([{ _id: 'a', n: 1 }]);
    db.clock.now += 1;
    expect(await db.commit(id)).toMatchObject(ended);
    expect(await db.update({ _id: 'a' }, { $inc: { n: 5 } })).toMatchObject(updated(1));
    expect(db.database.read('orders')).toEqual([{ _id: 'a', n: 5 }]);
  });

  it('frees a write that waits outside when it ends, by itself or by time', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a', n: 0 }]);
    const expire = () => {
      db.clock.now += 30_001;
    };
    for (const end of [db.commit, db.abort, expire]) {
      const id = await db.begin();
      await db.update({ _id: 'a' }, { $inc: { n: 1 } }, id);
      const waiting = db.update({ _id: 'a' }, { $inc: { n: 10 } });
      await end(id);
      expect(await waiting).toMatchObject(updated(1));
    }
    expect(db.database.read('orders')).toEqual([{ _id: 'a', n: 31 }]);
  });

  it('lets two write different documents, even where each has read the other', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a' }, { _id: 'b' }]);
    const [one, two] = [await db.begin(), await db.begin()];
    await db.get({ _id: 'b' }, one);
    await db.get({ _id: 'a' }, two);
    await db.update({ _id: 'a' }, { $set: { by: 1 } }, one);
    await db.update({ _id: 'b' }, { $set: { by: 2 } }, two);
    await db.commit(one);
    await db.commit(two);
    expect(db.database.read('orders')).toEqual([
      { _id: 'a', by: 1 },
      { _id: 'b', by: 2 },
    ]);
  });

  it('conflicts over a document that another removed, and over an _id that another made', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a', n: 0 }]);
    const [one, two] = [await db.begin(), await db.begin()];
    await db.remove({ _id: 'a' }, false);
    await db.insert([{ _id: 'b' }]);
    expect(await db.update({ _id: 'a' }, { $inc: { n: 1 } }, one)).toMatchObject(conflict);
    expect(await db.insert([{ _id: 'b' }], two)).toMatchObject(conflict);
    expect(db.database.read('orders')).toEqual([{ _id: 'b' }]);
  });

  it('can be dropped while it is busy, but not used', async () => {
    const db = openDatabase({ operationMs: 50 });
    const id = await db.begin();
    const first = db.insert([{ _id: 'a' }], id);
    expect(await db.get({}, id).catch(() => 'refused')).toBe('refused');
    expect(await db.commit(id)).toMatchObject({ message: expect.stringContaining('Transaction is busy') });
    expect(await db.abort(id)).not.toHaveProperty('code');
    await first;
    expect(db.database.read('orders')).toEqual([]);
  });
});
