import { startBoth } from './sdks';

type Both = Awaited<ReturnType<typeof startBoth>>;

describe('@cloudbase/node-sdk on the sandbox', () => {
  let box: Both;
  beforeAll(async () => {
    box = await startBoth();
    await box.node((db) => db.createCollection('orders'));
  });
  beforeEach(async () => {
    await box.node((db) => db.collection('orders').where({}).remove());
  });
  afterAll(() => box.stop());

  it('adds one order and many, and gives their ids', async () => {
    const { value } = await box.node(async (db) => {
      const orders = db.collection('orders');
      return [await orders.add({ fee: 1 }), await orders.add({ _id: 7, fee: 2 }), await orders.add([{ _id: 'a' }, {}])];
    });
    expect(value).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{32}$/), requestId: expect.any(String) },
      { id: 7, requestId: expect.any(String) },
      { ids: ['a', expect.stringMatching(/^[0-9a-f]{32}$/)], requestId: expect.any(String) },
    ]);
  });

  it('gives every type back as it was stored', async () => {
    const { value } = await box.node(async (db) => {
      const orders = db.collection('orders');
      const stored = {
        _id: 'k',
        fen: 1,
        big: 5_000_000_000,
        rate: 0.3,
        none: null,
        left: undefined,
        paidAt: new Date(86_400_000),
        list: [1, { x: 'y' }],
        deep: { er: { est: true } },
        pattern: /^a/i,
      };
      await orders.add(stored);
      const [read] = (await orders.doc('k').get()).data;
      return { ...read, paidAt: read.paidAt instanceof Date && read.paidAt.getTime(), keys: Object.keys(read) };
    });
    expect(value).toMatchObject({
      fen: 1,
      big: 5_000_000_000,
      rate: 0.3,
      none: null,
      paidAt: 86_400_000,
      list: [1, { x: 'y' }],
      deep: { er: { est: true } },
    });
    expect(value).not.toHaveProperty('left');
  });

  it('resolves the server date, with its offset, on the server', async () => {
    const before = Date.now();
    const { value } = await box.node(async (db) => {
      await db.collection('orders').add({ _id: 'k', at: db.serverDate(), due: db.serverDate({ offset: 60_000 }) });
      const [{ at, due }] = (await db.collection('orders').doc('k').get()).data;
      return { at: at.getTime(), apart: due - at };
    });
    expect(value).toMatchObject({ apart: 60_000 });
    expect((value as { at: number }).at).toBeGreaterThanOrEqual(before);
  });

  it('finds by condition, in order, a page at a time, and shows only what was asked for', async () => {
    const { value } = await box.node(async (db, _) => {
      const orders = db.collection('orders');
      await orders.add([1, 2, 3, 4].map((n) => ({ _id: `o${n}`, n, shop: { id: n % 2 } })));
      const some = await orders
        .where({ n: _.gt(1), shop: { id: _.in([0, 1]) } })
        .orderBy('n', 'desc')
        .skip(1)
        .limit(1)
        .get();
      const field = await orders.where({ _id: /^o1/ }).field({ n: true, _id: false }).get();
      return [some.data, field.data, (await orders.where({ n: _.lte(3) }).count()).total];
    });
    expect(value).toEqual([[{ _id: 'o3', n: 3, shop: { id: 1 } }], [{ n: 1 }], 3]);
  });

  it('gives 100 documents unless told otherwise, and never more than 1000', async () => {
    const { value } = await box.node(async (db) => {
      const orders = db.collection('orders');
      await orders.add(Array.from({ length: 1001 }, (_, n) => ({ n })));
      const sizes = [orders.get(), orders.limit(2).get(), orders.limit(5000).get()].map(
        async (page) => (await page).data.length,
      );
      return Promise.all(sizes);
    });
    expect(value).toEqual([100, 2, 1000]);
  });

  it('refuses a result over 1 MB', async () => {
    const { thrown } = await box.node(async (db) => {
      const orders = db.collection('orders');
      await orders.add([{ fill: 'x'.repeat(700_000) }, { fill: 'x'.repeat(700_000) }]);
      return orders.get();
    });
    expect(thrown).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('1MB') });
  });

  it('updates one document and counts only what changed', async () => {
    const { value } = await box.node(async (db, _) => {
      const order = db.collection('orders').doc('k');
      await db.collection('orders').add({ _id: 'k', n: 1, tags: ['a'], old: true, o: { p: 1, q: 2 } });
      const change = { n: _.inc(2), tags: _.push(['b']), old: _.remove(), o: { p: 9 } };
      const counts = [(await order.update(change)).updated, (await order.update({ n: 3 })).updated];
      const zz = db.collection('orders').doc('zz');
      const missing = [(await zz.update({ n: 1 })).updated, (await zz.get()).data];
      return { counts, missing, data: (await order.get()).data };
    });
    expect(value).toEqual({
      counts: [1, 0],
      missing: [0, []],
      data: [{ _id: 'k', n: 3, tags: ['a', 'b'], o: { p: 9, q: 2 } }],
    });
  });

  it('updates all that match, or the first with multiple:false, whatever limit and order say', async () => {
    const { value } = await box.node(async (db) => {
      const orders = db.collection('orders');
      await orders.add([{ s: 'new' }, { s: 'new' }, { s: 'new' }]);
      const one = await orders.options({ multiple: false }).where({ s: 'new' }).update({ s: 'paid' });
      const all = await orders.where({ s: 'new' }).limit(1).orderBy('_id', 'asc').update({ s: 'paid' });
      return [one.updated, all.updated];
    });
    expect(value).toEqual([1, 2]);
  });

  it('sets a document: creates it, replaces it whole', async () => {
    const { value } = await box.node(async (db) => {
      const order = db.collection('orders').doc('k');
      const created = await order.set({ a: 1, b: 2 });
      const again = await order.set({ c: 3 });
      return [created.updated, created.upsertedId, again.updated, again.upsertedId, (await order.get()).data];
    });
    expect(value).toEqual([0, 'k', 1, null, [{ _id: 'k', c: 3 }]]);
  });

  it('removes one, or all that match', async () => {
    const { value } = await box.node(async (db) => {
      const orders = db.collection('orders');
      await orders.add([
        { _id: 'a', s: 1 },
        { _id: 'b', s: 1 },
        { _id: 'c', s: 1 },
      ]);
      const doc = await orders.doc('a').remove();
      const gone = await orders.doc('a').remove();
      const where = await orders.where({ s: 1 }).remove();
      return [doc.deleted, gone.deleted, where.deleted];
    });
    expect(value).toEqual([1, 0, 2]);
  });

  it('updates one document and gives it back', async () => {
    const { value } = await box.node(async (db, _) => {
      const orders = db.collection('orders');
      await orders.add({ _id: 'k', n: 1 });
      const hit = await orders.where({ n: 1 }).updateAndReturn({ n: _.inc(1) });
      const miss = await orders.where({ n: 1 }).updateAndReturn({ n: _.inc(1) });
      return [hit.updated, hit.doc, miss.updated, miss.doc];
    });
    expect(value).toEqual([1, { _id: 'k', n: 2 }, 0, null]);
  });

  it('sums amounts in a pipeline', async () => {
    const { value } = await box.node(async (db, _) => {
      const orders = db.collection('orders');
      await orders.add([1, 2, 3].map((fee) => ({ fee, shop: fee % 2 })));
      const sum = _.aggregate.sum('$fee');
      return (
        await orders
          .aggregate()
          .match({ fee: _.gt(0) })
          .group({ _id: '$shop', sum })
          .sort({ _id: 1 })
          .limit(1)
          .end()
      ).data;
    });
    expect(value).toEqual([{ _id: 0, sum: 2 }]);
  });

  it('never creates a collection by writing to it, and creates none twice', async () => {
    const absent = await box.node((db) => db.collection('absent').add({ fee: 1 }));
    expect(absent.thrown).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.stringContaining('Db or Table not exist: absent'),
    });
    const twice = await box.node((db) => db.createCollection('orders'));
    expect(twice.thrown).toMatchObject({
      message: expect.stringContaining('[ResourceUnavailable.ResourceExist] Table exist'),
    });
  });

  it('tells a second order with the same _id by E11000', async () => {
    const { thrown } = await box.node(async (db) => {
      await db.collection('orders').add({ _id: 'k1' });
      return db.collection('orders').add({ _id: 'k1' });
    });
    expect(thrown).toEqual({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(
        '[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-sandbox.orders index: _id_ dup key: { : "k1" }}]}, {<nil>}]',
      ),
    });
  });

  it('lets one of two concurrent conditional updates win, without an error', async () => {
    const { value } = await box.node(async (db) => {
      const orders = db.collection('orders');
      await orders.add({ _id: 'k', counter: 0 });
      const claim = (counter: number) => orders.where({ _id: 'k', counter: 0 }).update({ counter });
      const both = await Promise.all([claim(1), claim(2)]);
      return both.map(({ updated }) => updated).sort();
    });
    expect(value).toEqual([0, 1]);
  });

  it('loses an empty object in an update, and a filter that has nothing but one matches everything', async () => {
    const { value } = await box.node(async (db, _) => {
      const orders = db.collection('orders');
      await orders.add([{ _id: 'a', o: { p: 1 } }, { _id: 'b' }]);
      await orders.doc('a').update({ o: {}, x: 1 });
      const [a] = (await orders.doc('a').get()).data;
      const everything = (await orders.where({ o: {} }).count()).total;
      const dropped = (await orders.where({ _id: 'a', o: undefined }).count()).total;
      await orders.doc('a').update({ o: _.set({}) });
      const empty = (await orders.where({ o: _.eq(undefined) }).count()).total;
      return { a, everything, dropped, empty, emptied: (await orders.doc('a').get()).data[0].o };
    });
    expect(value).toEqual({ a: { _id: 'a', o: { p: 1 }, x: 1 }, everything: 2, dropped: 1, empty: 1, emptied: {} });
  });

  it('refuses an update inside of a field that holds null', async () => {
    const { thrown } = await box.node(async (db) => {
      await db.collection('orders').add({ _id: 'k', result: null });
      return db
        .collection('orders')
        .doc('k')
        .update({ result: { code: 'OK' } });
    });
    expect(thrown).toMatchObject({
      message: expect.stringContaining("Cannot create field 'code' in element {result: null}"),
    });
  });
});
