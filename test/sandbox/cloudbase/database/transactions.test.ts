import { startBoth } from './sdks';

type Both = Awaited<ReturnType<typeof startBoth>>;

describe('a transaction of @cloudbase/node-sdk', () => {
  let box: Both;
  beforeAll(async () => {
    box = await startBoth();
    await box.node((db) => db.createCollection('orders'));
  });
  beforeEach(async () => {
    await box.node(async (db) => {
      await db.collection('orders').where({}).remove();
      await db.collection('orders').add([
        { _id: 'a', n: 0 },
        { _id: 'b', n: 0 },
      ]);
    });
  });
  afterAll(() => box.stop());

  it('moves money between two documents, or not at all', async () => {
    const { value } = await box.node(async (db, _) => {
      const move = (fail: boolean) =>
        db.runTransaction(async (inside: typeof db) => {
          await inside
            .collection('orders')
            .doc('a')
            .update({ n: _.inc(-5) });
          await inside
            .collection('orders')
            .doc('b')
            .update({ n: _.inc(5) });
          if (fail) throw new Error('no');
        });
      await move(false);
      await move(true).catch(() => undefined);
      return (await db.collection('orders').get()).data;
    });
    expect(value).toEqual([
      { _id: 'a', n: -5 },
      { _id: 'b', n: 5 },
    ]);
  });

  it('reads what was there when it began, and what it wrote, which no other client sees yet', async () => {
    const { value } = await box.node(async (db) => {
      const inside = await db.startTransaction();
      const first = (await inside.collection('orders').doc('a').get()).data.n;
      await db.collection('orders').doc('b').set({ n: 7 });
      const snapshot = (await inside.collection('orders').doc('b').get()).data.n;
      await inside.collection('orders').doc('a').set({ n: 1 });
      const added = await inside.collection('orders').add({ _id: 'c', n: 3 });
      const own = (await inside.collection('orders').where({}).get()).data.length;
      const outside = (await db.collection('orders').get()).data;
      const missing = (await inside.collection('orders').doc('zz').get()).data;
      const created = (await inside.collection('orders').doc('d').set({ n: 4 })).upserted;
      const deleted = (await inside.collection('orders').doc('d').delete()).deleted;
      await inside.rollback();
      return { first, snapshot, added: [added.id, added.inserted], own, outside, missing, created, deleted };
    });
    expect(value).toEqual({
      first: 0,
      snapshot: 0,
      added: ['c', 1],
      own: 3,
      outside: [
        { _id: 'a', n: 0 },
        { _id: 'b', n: 7 },
      ],
      missing: null,
      created: [{ _id: 'd' }],
      deleted: 1,
    });
  });

  it('carries add, doc, where.get and updateAndReturn, but where.update, where.remove and count run outside of it', async () => {
    const { value } = await box.node(async (db, _) => {
      const inside = await db.startTransaction();
      const orders = inside.collection('orders');
      await orders.where({ _id: 'a' }).updateAndReturn({ n: 1 });
      await orders.where({ _id: 'b' }).update({ n: 2 });
      const counted = (await orders.where({ n: _.gt(0) }).count()).total;
      await inside.rollback();
      const kept = (await db.collection('orders').get()).data;
      const another = await db.startTransaction();
      await another.collection('orders').where({ _id: 'b' }).remove();
      await another.rollback();
      return { counted, kept, left: (await db.collection('orders').get()).data };
    });
    expect(value).toEqual({
      counted: 1,
      kept: [
        { _id: 'a', n: 0 },
        { _id: 'b', n: 2 },
      ],
      left: [{ _id: 'a', n: 0 }],
    });
  });

  it('loses against the first writer: one who wrote and is still open, and one who has committed', async () => {
    const { value } = await box.node(async (db) => {
      const codes: unknown[] = [];
      const lose = async (write: () => Promise<unknown>) =>
        codes.push(
          await write().then(
            () => 'won',
            ({ code }) => code,
          ),
        );
      const [one, two] = [await db.startTransaction(), await db.startTransaction()];
      await two.collection('orders').doc('a').update({ n: 2 });
      await lose(() => one.collection('orders').doc('a').update({ n: 1 }));
      await lose(() => one.collection('orders').doc('b').update({ n: 1 }));
      await two.commit();
      const late = await db.startTransaction();
      await late.collection('orders').doc('b').get();
      await db.collection('orders').doc('b').update({ n: 3 });
      await lose(() => late.collection('orders').doc('b').update({ n: 4 }));
      return { codes, data: (await db.collection('orders').get()).data };
    });
    expect(value).toEqual({
      codes: ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL', 'DATABASE_TRANSACTION_CONFLICT'],
      data: [
        { _id: 'a', n: 2 },
        { _id: 'b', n: 3 },
      ],
    });
  });

  it('runs its callback four times at most when it meets conflicts, then throws the last one', async () => {
    const { value } = await box.node(async (db) => {
      let runs = 0;
      const run = db.runTransaction(async (inside: typeof db) => {
        runs += 1;
        await db.collection('orders').doc('a').update({ n: runs });
        await inside.collection('orders').doc('a').update({ n: 100 });
      });
      const code = await run.catch((error: { code: string }) => error.code);
      return { runs, code, data: (await db.collection('orders').doc('a').get()).data };
    });
    expect(value).toEqual({ runs: 4, code: 'DATABASE_TRANSACTION_CONFLICT', data: [{ _id: 'a', n: 4 }] });
  });

  it('adds every amount of ten concurrent read-modify-writes that was acknowledged', async () => {
    const { value } = await box.node(async (db) => {
      const add = async () => {
        for (let left = 40; left > 0; left--) {
          try {
            await db.runTransaction(async (inside: typeof db) => {
              const { n } = (await inside.collection('orders').doc('a').get()).data as unknown as { n: number };
              await inside
                .collection('orders')
                .doc('a')
                .update({ n: n + 1 });
            });
            return 1;
          } catch {
            await new Promise((wake) => setTimeout(wake, Math.random() * 30));
          }
        }
        return 0;
      };
      const acknowledged = await Promise.all(Array.from({ length: 10 }, add));
      const [{ n }] = (await db.collection('orders').doc('a').get()).data;
      return { n, acknowledged: acknowledged.reduce((sum: number, one) => sum + one, 0) };
    });
    expect((value as { n: number }).n).toBe((value as { acknowledged: number }).acknowledged);
    expect((value as { n: number }).n).toBeGreaterThan(1);
  });

  it('cannot be used once it has ended', async () => {
    const { thrown } = await box.node(async (db) => {
      const inside = await db.startTransaction();
      await inside.commit();
      await inside.collection('orders').doc('a').set({ n: 1 });
    });
    expect(thrown).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
      message: expect.stringContaining(
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
      ),
    });
  });
});
