import { startBoth } from './sdks';

type Both = Awaited<ReturnType<typeof startBoth>>;

describe('wx-server-sdk on the sandbox', () => {
  let box: Both;
  beforeAll(async () => {
    box = await startBoth();
    await box.wx((db) => db.createCollection('orders'));
  });
  beforeEach(async () => {
    await box.wx((db) => db.collection('orders').where({}).remove());
  });
  afterAll(() => box.stop());

  it('adds, reads, updates, sets, counts and removes', async () => {
    const { value } = await box.wx(async (db, _) => {
      const orders = db.collection('orders');
      const order = orders.doc('k');
      const replies: unknown[] = [];
      replies.push(await orders.add({ data: { _id: 'k', fee: 1, at: db.serverDate() } }));
      replies.push(await order.update({ data: { fee: _.inc(1) } }));
      replies.push(await order.update({ data: { fee: 2 } }));
      replies.push(await orders.where({ fee: _.gte(2) }).count());
      replies.push(await order.set({ data: { fee: 9 } }));
      replies.push(await orders.doc('new').set({ data: { fee: 3 } }));
      replies.push(
        await orders
          .where({ fee: _.gt(0) })
          .orderBy('fee', 'asc')
          .limit(5)
          .get(),
      );
      replies.push(await orders.where({ fee: _.gt(0) }).update({ data: { paid: true } }));
      replies.push(await order.remove({}));
      replies.push(await orders.where({ paid: true }).remove());
      return replies;
    });
    expect(value).toMatchObject([
      { _id: 'k', errMsg: 'collection.add:ok' },
      { stats: { updated: 1 }, errMsg: 'document.update:ok' },
      { stats: { updated: 0 } },
      { total: 1, errMsg: 'collection.count:ok' },
      { _id: 'k', stats: { updated: 1, created: 0 } },
      { _id: 'new', stats: { updated: 0, created: 1 } },
      {
        data: [
          { _id: 'new', fee: 3 },
          { _id: 'k', fee: 9 },
        ],
      },
      { stats: { updated: 2 } },
      { stats: { removed: 1 } },
      { stats: { removed: 1 } },
    ]);
  });

  it('updates and removes only the first that matches with multi:false', async () => {
    const { value } = await box.wx(async (db) => {
      for (const _id of ['a', 'b']) await db.collection('orders').add({ data: { _id, s: 'new' } });
      const some = db.collection('orders').where({ s: 'new' });
      const first = { multi: false, data: { paid: true } };
      return [await some.update(first), await (some.remove as (options: object) => unknown).call(some, first)];
    });
    expect(value).toMatchObject([{ stats: { updated: 1 } }, { stats: { removed: 1 } }]);
  });

  it('sums amounts in a pipeline', async () => {
    const { value } = await box.wx(async (db) => {
      for (const fee of [1, 2]) await db.collection('orders').add({ data: { fee } });
      return db
        .collection('orders')
        .aggregate()
        .group({ _id: null, sum: db.command.aggregate.sum('$fee') })
        .end();
    });
    expect(value).toMatchObject({ list: [{ _id: null, sum: 3 }] });
  });

  it('throws for a document that is not there, unless told not to', async () => {
    const get = await box.wx((db) => db.collection('orders').doc('zz').get());
    expect(get.thrown).toEqual({ errCode: -1, errMsg: 'document.get:fail document with _id zz does not exist' });
    const lenient = await box.wx((db) => db.collection('orders').doc('zz').get(), {}, { lenient: true });
    expect(lenient.value).toMatchObject({ data: null });
  });

  it('numbers a missing collection -502005 and a duplicate key -502001, with the text kept', async () => {
    const absent = await box.wx((db) => db.collection('absent').add({ data: {} }));
    expect(absent.thrown).toEqual({
      errCode: -502005,
      errMsg: expect.stringContaining('collection.add:fail -502005 database collection not exists. [ResourceNotFound]'),
    });
    const twice = await box.wx(async (db) => {
      await db.collection('orders').add({ data: { _id: 'k1' } });
      return db.collection('orders').add({ data: { _id: 'k1' } });
    });
    expect(twice.thrown).toEqual({
      errCode: -502001,
      errMsg: expect.stringMatching(
        /^collection\.add:fail -502001 database request fail\. .*E11000 duplicate key error/,
      ),
    });
  });

  it('erases the code of a conflict on an operation, so that no caller retries', async () => {
    const { value } = await box.wx(async (db) => {
      const orders = db.collection('orders');
      await orders.add({ data: { _id: 'k', n: 0 } });
      let runs = 0;
      try {
        await db.runTransaction(async (transaction: { collection: typeof db.collection }) => {
          runs += 1;
          await orders.doc('k').update({ data: { n: runs } });
          await transaction
            .collection('orders')
            .doc('k')
            .update({ data: { n: 100 } });
        });
      } catch (error) {
        return { runs, ...(error as object) };
      }
      return { runs };
    });
    expect(value).toEqual({
      runs: 1,
      errCode: -501001,
      errMsg: expect.stringContaining(
        'document.update:fail -501001 resource system error. [ResourceUnavailable.TransactionConflict]',
      ),
    });
  });

  it('commits a transaction, and rolls one back that throws', async () => {
    const { value } = await box.wx(async (db) => {
      const orders = db.collection('orders');
      await orders.add({ data: { _id: 'k', n: 0 } });
      type Inside = { collection: typeof db.collection };
      const change = (n: number) => async (inside: Inside) => {
        await inside.collection('orders').doc('k').update({ data: { n } });
        await inside.collection('orders').add({ data: { _id: `copy${n}` } });
        if (n === 2) throw new Error('changed my mind');
      };
      await db.runTransaction(change(1));
      await db.runTransaction(change(2)).catch(() => undefined);
      return orders.get();
    });
    expect(value).toMatchObject({ data: [{ _id: 'k', n: 1 }, { _id: 'copy1' }] });
  });
});
