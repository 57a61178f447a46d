import type { LinkName } from '../../../shared/operation';
import type { ReconcileReply } from '../../../shared/reconcile';
import { answer, DAY, OWN_KEYS, reconcileFixture } from './reconcileFixture';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => jest.restoreAllMocks());

const settled = { state: 'settled' } as const;
const warned = (reply: ReconcileReply) => reply.warnings ?? [];

it.each<[LinkName, number, NodeJS.ProcessEnv]>([
  ['cloudpay', 30, {}],
  ['apiv3', 30, OWN_KEYS],
  ['ecommerce', 180, OWN_KEYS],
  ['brand', 180, OWN_KEYS],
])('on %s it warns once, three days before the %d days are over', async (link, days, variables) => {
  const fixture = reconcileFixture(link, variables);
  fixture.answers = () => answer({ result_code: 'FAIL', err_code: 'NO_STATEMENT_EXIST' });
  await fixture.share('S1', settled, [100], '42');
  const paid = fixture.clock.now;
  fixture.clock.now = paid + (days - 4) * DAY;
  expect(warned(await fixture.run())).toEqual([]);
  fixture.clock.now = paid + (days - 3) * DAY;
  const reply = await fixture.run();
  const last = new Date(paid + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(warned(reply)).toEqual([expect.stringContaining(last)]);
  expect(reply).toMatchObject({
    warnings: [expect.stringMatching(/\b42\b.*profitSharingFinish/)],
    report: { warnings: 1 },
  });
  expect(warned(await fixture.run())).toEqual([]);
});

it('still warns when nothing ran on the day', async () => {
  const fixture = reconcileFixture();
  await fixture.share('S1', settled);
  fixture.clock.now += 29 * DAY;
  expect(warned(await fixture.run())).toHaveLength(1);
});

it('counts from the first share of the order, and warns of the order once', async () => {
  const fixture = reconcileFixture();
  await fixture.share('S1', settled, [100], '42');
  fixture.clock.now += 60_000;
  await fixture.share('S2', settled, [100], '42');
  fixture.clock.now += 10 * DAY;
  await fixture.share('S3', settled, [100], '42');
  fixture.clock.now += 17 * DAY;
  expect(warned(await fixture.run())).toHaveLength(1);
  fixture.clock.now += 10 * DAY;
  expect(warned(await fixture.run())).toEqual([]);
});

it.each([
  ['was finished', 'settled', 0],
  ['has a finish on its way', 'accepted', 0],
  ['has only a refused finish', 'refused', 1],
] as const)('minds whether the order %s', async (_what, state, warnings) => {
  const fixture = reconcileFixture();
  await fixture.share('S1', settled, [100], '42');
  await fixture.finish('F1', { state }, '42');
  fixture.clock.now += 27 * DAY;
  expect(warned(await fixture.run())).toHaveLength(warnings);
});

it('has nothing to say about a share that was refused', async () => {
  const fixture = reconcileFixture();
  await fixture.share('S1', { state: 'refused', code: 'NOAUTH' });
  fixture.clock.now += 27 * DAY;
  expect(warned(await fixture.run())).toEqual([]);
});

it('knows that the other links froze for a shorter time', async () => {
  const fixture = reconcileFixture('ecommerce', OWN_KEYS);
  fixture.answers = () => answer({ result_code: 'FAIL', err_code: 'NO_STATEMENT_EXIST' });
  await fixture.share('S1', settled, [100], '42', 'apiv3');
  fixture.clock.now += 177 * DAY;
  expect(warned(await fixture.run())).toEqual([]);
});

it('goes through a day of many shares', async () => {
  const fixture = reconcileFixture();
  for (let n = 1; n <= 130; n += 1) {
    fixture.clock.now += 1;
    await fixture.share(`S${n}`, settled);
  }
  fixture.clock.now += 27 * DAY;
  expect(await fixture.run()).toMatchObject({ warnings: { length: 50 }, report: { warnings: 130 } });
});
