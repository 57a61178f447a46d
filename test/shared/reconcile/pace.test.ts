import fc from 'fast-check';
import { TokenBucket } from '../../../shared/reconcile/tokenBucket';
import { VirtualTime } from '../virtualTime';
import { HOUR, line, reconcileFixture, shareAnswer, timer } from './reconcileFixture';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const DATABASE_MS = 15;
const WECHAT_MS = 60;

/** Open shares, a database and a WeChat Pay that take their time. @param answerMs how long a query takes, by its number */
async function slowly(count: number, answerMs: (number: string) => number = () => WECHAT_MS) {
  const time = new VirtualTime();
  const fixture = reconcileFixture('cloudpay', {}, time.clock());
  for (let n = 1; n <= count; n += 1) await time.run(fixture.share(`S${n}`));
  time.now += HOUR;
  const calls = { reads: 0, writes: 0 };
  const sentAt: number[] = [];
  const { store } = fixture;
  const due = store.due.bind(store);
  const replace = store.replace.bind(store);
  store.due = async (...given) => {
    calls.reads += 1;
    await time.sleep(DATABASE_MS);
    return due(...given);
  };
  store.replace = async (...given) => {
    calls.writes += 1;
    await time.sleep(DATABASE_MS);
    return replace(...given);
  };
  fixture.answers = async (_operation, request) => {
    sentAt.push(time.now);
    await time.sleep(answerMs(String(request.out_order_no)));
    return shareAnswer(request, [line(100)]);
  };
  const run = () => time.run(fixture.run(timer(60_000)));
  return { fixture, calls, sentAt, run };
}

/** The most calls within any one second. */
const mostInASecond = (times: readonly number[]) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));

it('queries 75 records a second and never more than 80, with two writes each and a read of 20', async () => {
  const { fixture, calls, sentAt, run } = await slowly(1500);
  const { report } = await run();
  expect(report).toMatchObject({ looked: 1500, settled: 1500, remaining: 0 });
  expect(report.looked / (report.ms / 1000)).toBeGreaterThanOrEqual(75);
  expect(mostInASecond(sentAt)).toBeLessThanOrEqual(80);
  expect(calls.writes).toBe(2 * 1500);
  expect(calls.reads).toBeLessThanOrEqual(1500 / 10);
  expect([...fixture.store.records.values()].every(({ version }) => version === 3)).toBe(true);
});

it('lets no record wait for a slower one', async () => {
  const { sentAt, run } = await slowly(400, (number) => (Number(number.slice(1)) % 40 === 0 ? 3000 : WECHAT_MS));
  const { report } = await run();
  expect(report).toMatchObject({ looked: 400, settled: 400 });
  // Ten slow ones in turn would take half a minute.
  expect(report.ms).toBeLessThan(12_000);
  expect(mostInASecond(sentAt)).toBeLessThanOrEqual(80);
});

it('shares the work with a second timer: every record is queried once', async () => {
  const time = new VirtualTime();
  const fixture = reconcileFixture('cloudpay', {}, time.clock());
  for (let n = 1; n <= 200; n += 1) await time.run(fixture.share(`S${n}`));
  time.now += HOUR;
  fixture.answers = async (_operation, request) => {
    await time.sleep(WECHAT_MS);
    return shareAnswer(request, [line(100)]);
  };
  const [one, other] = await time.run(Promise.all([fixture.run(timer(60_000)), fixture.run(timer(60_000))]));
  expect(one.report.looked + other.report.looked).toBe(200);
  expect(new Set(fixture.asked.map(({ request }) => request.out_order_no)).size).toBe(200);
  expect(fixture.asked).toHaveLength(200);
});

it('a token bucket lets rate and burst through in any one second, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(400), { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 10 }),
      async (gaps, perSecond, burst) => {
        const time = new VirtualTime();
        const bucket = new TokenBucket(perSecond, burst, time.clock());
        const went: number[] = [];
        const order: number[] = [];
        const calls = async () => {
          const taken: Promise<void>[] = [];
          for (const [index, gap] of gaps.entries()) {
            await time.sleep(gap);
            const go = () => {
              went.push(time.now);
              order.push(index);
            };
            taken.push(bucket.take().then(go));
          }
          await Promise.all(taken);
        };
        await time.run(calls());
        expect(order).toEqual(gaps.map((_, index) => index));
        expect(mostInASecond(went)).toBeLessThanOrEqual(perSecond + burst);
      },
    ),
    { numRuns: 30 },
  );
});
