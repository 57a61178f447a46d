import { EJSON } from 'bson';
import { openDatabase } from './openDatabase';

const ended = { code: 'DATABASE_TRANSACTION_FAIL', message: expect.stringContaining('TransactionNotExist') };
const updated = (count: number) => ({ data: { updated: count } });

describe('a name that a database may read as a path or an operator is refused, however deep', () => {
  const dotted = 'is not valid for storage';
  it.each([
    ['in a new document', { 'receivers[0].fen': 1 }],
    ['inside of one', { payload: [{ 'a.b': 1 }] }],
    ['of an operator', { payload: { $set: 1 } }],
  ])('%s', async (_, document) => {
    const db = openDatabase();
    expect(await db.insert([document])).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(dotted),
    });
    expect(db.database.read('orders')).toEqual([]);
  });

  it('in the value of an update, whose own names are paths', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a' }]);
    expect(await db.update({ _id: 'a' }, { $set: { 'new.deep': { 'a.b': 1 } } })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(dotted),
    });
    expect(db.database.read('orders')).toEqual([{ _id: 'a' }]);
  });
});

describe('an update', () => {
  it.each([
    ['moves money that is a text', { $inc: { 'o.text': 1 } }, 'Cannot apply $inc to a value of non-numeric type'],
    ['writes inside of a number', { $set: { 'n.x': 1 } }, "Cannot create field 'x' in element {n: 1}"],
    ['pushes into a number', { $push: { n: { $each: [1] } } }, "The field 'n' must be an array but is of type int"],
    ['has an empty operator', { $set: {} }, "'$set' is empty"],
    ['has nothing', {}, 'update document must have at least one element'],
    ['has no operator', { n: 2 }, 'update document must only contain update operators'],
    ['has an unknown operator', { $double: { n: 1 } }, "Unknown update operator: '$double'"],
    ['changes the _id', { $set: { _id: 'b' } }, "immutable field '_id'"],
  ])('that %s is refused and changes nothing', async (_, data, words) => {
    const db = openDatabase();
    const before = { _id: 'a', n: 1, o: { text: '1' } };
    await db.insert([before]);
    const reply = await db.update({ _id: 'a' }, data);
    expect(reply).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining(words) });
    expect(db.database.read('orders')).toEqual([before]);
  });

  it('reaches the element that the condition matched, and creates the objects on its way', async () => {
    const db = openDatabase();
    await db.insert([
      {
        _id: 'a',
        receivers: [
          { id: 1, fen: 1 },
          { id: 2, fen: 1 },
        ],
      },
    ]);
    const change = { $set: { 'receivers.$.fen': 9, 'new.deep': 1 } };
    expect(await db.update({ _id: 'a', 'receivers.id': 2 }, change)).toMatchObject(updated(1));
    expect(db.database.read('orders')).toEqual([
      {
        _id: 'a',
        receivers: [
          { id: 1, fen: 1 },
          { id: 2, fen: 9 },
        ],
        new: { deep: 1 },
      },
    ]);
  });

  it('of many documents gives each its own copy of the value', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a' }, { _id: 'b' }]);
    await db.update({}, { $set: { o: { n: 1 } } });
    await db.update({ _id: 'a' }, { $inc: { 'o.n': 1 } });
    expect(db.database.read('orders')).toEqual([
      { _id: 'a', o: { n: 2 } },
      { _id: 'b', o: { n: 1 } },
    ]);
  });
});

describe('reading', () => {
  it('never changes what is stored, and hands out copies', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a', o: { secret: 1, open: 2 } }]);
    expect(await db.get({}, undefined, { projection: '{"o.secret":0}' })).toEqual([{ _id: 'a', o: { open: 2 } }]);
    const [copy] = db.database.read('orders');
    Object.assign(copy?.o as object, { secret: 'gone' });
    expect(await db.get({})).toEqual([{ _id: 'a', o: { secret: 1, open: 2 } }]);
  });

  it('gives numbers back with their types, and a long that JavaScript would round to the digit', async () => {
    const { send } = openDatabase();
    const data =
      '{"_id":"a","i":{"$numberInt":"1"},"d":{"$numberDouble":"1.5"},"l":{"$numberLong":"5000000000"},"L":{"$numberLong":"9007199254740993"},"at":{"$date":{"$numberLong":"5"}}}';
    await send('database.insertDocument', { data: [data] });
    const { data: reply = {} } = await send('database.getDocument', { queryType: 'WHERE' });
    expect(reply.list).toEqual([data]);
  });

  it('cuts at 1000 documents whatever limit travels, and at 100 without one', async () => {
    const db = openDatabase();
    await db.insert(Array.from({ length: 1001 }, (_, n) => ({ n })));
    expect(await db.get({})).toHaveLength(100);
    expect(await db.get({}, undefined, { limit: 1001 })).toHaveLength(1000);
  });

  it('joins another collection, and writes none through a pipeline', async () => {
    const db = openDatabase();
    db.database.createCollection('shops');
    await db.insert([{ _id: 'a', shop: 1 }]);
    await db.send('database.insertDocument', { collectionName: 'shops', data: ['{"_id":1,"name":"tea"}'] });
    const lookup = { from: 'shops', localField: 'shop', foreignField: '_id', as: 'shop' };
    const stages = [{ stageKey: '$lookup', stageValue: JSON.stringify(lookup) }];
    const { data = {} } = await db.send('database.aggregateDocuments', { stages });
    expect(EJSON.parse((data.list as string[])[0] ?? '')).toEqual({ _id: 'a', shop: [{ _id: 1, name: 'tea' }] });
    const out = [{ stageKey: '$out', stageValue: '"shops"' }];
    expect(await db.send('database.aggregateDocuments', { stages: out })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
  });
});

describe('a request that no SDK would send', () => {
  it.each([
    ['database.insertDocument', { data: ['{'] }],
    ['database.insertDocument', { data: [] }],
    ['database.insertDocument', { data: ['[1]'] }],
    ['database.getDocument', { query: 7 }],
    ['database.getDocument', { limit: -1 }],
    ['database.getDocument', { order: '{"n":"up"}' }],
    ['database.getDocument', { collectionName: '' }],
    ['database.getDocument', { query: '{"a":{"$regularExpression":{"pattern":"(","options":""}}}' }],
    ['database.aggregateDocuments', { stages: [{}] }],
    ['database.commitTransaction', {}],
    ['database.getDocument', { transactionId: 1 }],
  ] as const)('%s %j is answered with INVALID_PARAM', async (action, params) => {
    expect(await openDatabase().send(action, params)).toMatchObject({ code: 'INVALID_PARAM' });
  });

  it('a query with an operator that is not simulated fails, it does not match', async () => {
    const db = openDatabase();
    await db.insert([{ _id: 'a' }]);
    const near = '{"place":{"$nearSphere":{"$maxDistance":1}}}';
    expect(await db.send('database.getDocument', { query: near })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  });
});

describe('the state', () => {
  it('travels as JSON into another database, types and unique indexes included', async () => {
    const one = openDatabase();
    one.database.createIndex('orders', { name: 'n_1', keys: { n: 1 }, unique: true });
    await one.insert([{ _id: 'a', n: 1, at: new Date(5), big: 5_000_000_000 }]);
    const open = await one.begin();
    await one.insert([{ _id: 'b' }], open);

    const two = openDatabase();
    const lost = await two.begin();
    two.database.import(one.database.export());
    expect(two.database.read('orders')).toEqual([{ _id: 'a', n: 1, at: new Date(5), big: 5_000_000_000 }]);
    expect(two.database.export()).toBe(one.database.export());
    expect(await two.insert([{ n: 1 }])).toMatchObject({ message: expect.stringContaining('index: n_1') });
    expect(await two.commit(lost)).toMatchObject(ended);
  });

  it.each(['{}', '{"collections":[{}]}', '{"collections":[{"name":"x","documents":[1],"indexes":[]}]}', '7', '{'])(
    'is left alone by a text that is none (%s)',
    async (text) => {
      const db = openDatabase();
      await db.insert([{ _id: 'a' }]);
      expect(() => db.database.import(text)).toThrow();
      expect(db.database.read('orders')).toEqual([{ _id: 'a' }]);
    },
  );

  it('is empty after a reset: no collections, no faults', () => {
    const { database } = openDatabase();
    database.faults.inject({ kind: 'busy' });
    database.reset();
    expect(() => database.read('orders')).toThrow('Db or Table not exist: orders');
    expect(database.faults.list()).toEqual([]);
  });
});
