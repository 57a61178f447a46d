import fc from 'fast-check';
import { openDatabase } from './openDatabase';

type Opened = ReturnType<typeof openDatabase>;

const accounts = ['a', 'b'] as const;
type Account = (typeof accounts)[number];
type Sums = Record<Account, number>;

/** One of two transactions, or the state outside of them, does one thing. */
interface Step {
  readonly actor: 0 | 1 | 'outside';
  readonly act: 'add' | 'readAndSet' | 'commit' | 'abort';
  readonly account: Account;
  readonly fen: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  actor: fc.constantFrom<Step['actor']>(0, 1, 'outside'),
  act: fc.constantFrom<Step['act']>('add', 'add', 'readAndSet', 'readAndSet', 'commit', 'abort'),
  account: fc.constantFrom(...accounts),
  fen: fc.integer({ min: 1, max: 9 }),
});

/** Adds money on a condition; what was read may be old, then nothing is updated. */
async function add(db: Opened, { act, account: _id, fen }: Step, id?: string): Promise<number> {
  if (act === 'add') {
    const { data } = await db.update({ _id, fen: { $gte: 0 } }, { $inc: { fen } }, id);
    return data?.updated === 1 ? fen : 0;
  }
  const [{ fen: had } = { fen: 0 }] = await db.get({ _id }, id);
  const { data } = await db.update({ _id, fen: had }, { $set: { fen: Number(had) + fen } }, id);
  return data?.updated === 1 ? fen : 0;
}

interface Actor {
  id: string;
  sums: Sums;
}

const nothing = (): Sums => ({ a: 0, b: 0 });

async function live(steps: readonly Step[]): Promise<{ acknowledged: Sums; kept: unknown }> {
  const db = openDatabase();
  await db.insert(accounts.map((_id) => ({ _id, fen: 0 })));
  const acknowledged = nothing();
  const count = (sums: Sums) => {
    for (const account of accounts) acknowledged[account] += sums[account];
  };
  const begin = async (): Promise<Actor> => ({ id: await db.begin(), sums: nothing() });
  const actors: [Actor, Actor] = [await begin(), await begin()];
  const outside: Promise<void>[] = [];

  for (const one of steps) {
    if (one.actor === 'outside') {
      // It may have to wait for a transaction, so the others go on meanwhile.
      outside.push(add(db, one).then((fen) => count({ ...nothing(), [one.account]: fen })));
      continue;
    }
    const actor = actors[one.actor];
    if (one.act === 'commit' || one.act === 'abort') {
      const { code } = await db[one.act](actor.id);
      if (one.act === 'commit' && code === undefined) count(actor.sums);
      actors[one.actor] = await begin();
    } else {
      actor.sums[one.account] += await add(db, one, actor.id).catch(() => 0);
    }
  }
  for (const { id, sums } of actors) {
    if ((await db.commit(id)).code === undefined) count(sums);
  }
  await Promise.all(outside);
  return { acknowledged, kept: Object.fromEntries(db.database.read('orders').map(({ _id, fen }) => [_id, fen])) };
}

it('keeps exactly the money that was acknowledged, however two transactions and the state outside interleave', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { acknowledged, kept } = await live(steps);
      expect(kept).toEqual(acknowledged);
    }),
    { numRuns: 150 },
  );
});
