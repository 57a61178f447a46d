import { ProfitSharingError, profitSharing, SettlementTimeout, waitUntilSettled } from '../../client';

const share = { transaction_id: '4200000000', out_order_no: 'S1' };
const success = { return_code: 'SUCCESS', result_code: 'SUCCESS' };
const being = (state: string) => ({ ...success, settlement: { state, receivers: [] } });
const failed = (err_code: string, advice: object) => ({ return_code: 'FAIL', err_code, err_code_des: 'no', advice });
const busy = failed('FREQUENCY_LIMITED', { retry: 'later', number: 'any', funds: 'unchanged', after_ms: 5000 });

/** A WeChat Pay that answers in this order, the last answer for ever, and a clock that moves only while somebody sleeps. */
function wait(answers: unknown[], options: { timeoutMs?: number; intervalMs?: number } = {}) {
  const asked: string[] = [];
  const slept: number[] = [];
  const seen: string[] = [];
  const client = profitSharing({
    callFunction: async ({ name }) => {
      asked.push(name);
      const result = answers[Math.min(asked.length, answers.length) - 1];
      if (result instanceof Error) throw result;
      return { result };
    },
  });
  let clock = 1_000_000;
  const patience = {
    ...options,
    now: () => clock,
    sleep: async (ms: number) => {
      slept.push(ms);
      clock += ms;
    },
    onReply: ({ settlement }: { settlement: { state: string } }) => seen.push(settlement.state),
  };
  return { client, asked, slept, seen, patience };
}

it.each(['settled', 'partly_failed', 'closed'])('stops at %s, which no further query changes', async (state) => {
  const { client, asked, seen, patience } = wait([being('accepted'), being('processing'), being(state)]);
  const reply = await waitUntilSettled(client, share, patience);
  expect(reply.settlement.state).toBe(state);
  expect(seen).toEqual(['accepted', 'processing', state]);
  expect(asked).toEqual(Array(3).fill('profitSharingQuery'));
});

it('asks about a return by its own number', async () => {
  const { client, asked, patience } = wait([being('settled')]);
  await waitUntilSettled(client, { out_order_no: 'S1', out_return_no: 'R1' }, patience);
  expect(asked).toEqual(['profitSharingReturnQuery']);
});

it('waits longer and longer, half a minute at most, and asks once more when the time is over', async () => {
  const { client, asked, slept, patience } = wait([being('processing')], { timeoutMs: 120_000, intervalMs: 8000 });
  await expect(waitUntilSettled(client, share, patience)).rejects.toBeInstanceOf(SettlementTimeout);
  expect(slept).toEqual([8000, 12_000, 18_000, 27_000, 30_000, 25_000]);
  expect(asked).toHaveLength(slept.length + 1);
});

it('tells a timeout from a failure, with the last thing known', async () => {
  const { client, patience } = wait([being('processing')]);
  const timeout: unknown = await waitUntilSettled(client, share, patience).catch((error: unknown) => error);
  expect(timeout).not.toBeInstanceOf(ProfitSharingError);
  expect(timeout).toMatchObject({ waitedMs: 60_000, reply: { settlement: { state: 'processing' } } });
  expect(JSON.stringify(timeout)).not.toContain('return_code');
});

it.each([
  ['unknown', being('unknown')],
  ['absent', success],
  ['a word of a later version', being('probably_settled')],
])('never takes a settlement for final that is %s', async (_what, answer) => {
  const { client, patience } = wait([answer]);
  await expect(waitUntilSettled(client, share, patience)).rejects.toBeInstanceOf(SettlementTimeout);
});

it('asks again after a query that failed and may be repeated, as late as its advice says', async () => {
  const { client, slept, seen, patience } = wait([being('processing'), busy, new Error('offline'), being('settled')]);
  await waitUntilSettled(client, share, patience);
  expect(slept).toEqual([1000, 5000, 2250]);
  expect(seen).toEqual(['processing', 'settled']);
});

it('says why the last query failed when the time is over', async () => {
  const { client, patience } = wait([being('processing'), busy]);
  const timeout = await waitUntilSettled(client, share, patience).catch((error: unknown) => error);
  expect(timeout).toMatchObject({
    reply: { settlement: { state: 'processing' } },
    lastError: { code: 'FREQUENCY_LIMITED' },
  });
});

it('fails at once when asking again cannot help', async () => {
  const unknownNumber = failed('RESOURCE_NOT_EXISTS', { retry: 'after_fix', number: 'any', funds: 'unchanged' });
  const { client, asked, patience } = wait([unknownNumber]);
  await expect(waitUntilSettled(client, share, patience)).rejects.toMatchObject({ code: 'RESOURCE_NOT_EXISTS' });
  expect(asked).toHaveLength(1);
});

it('with real time, asks until the share is settled', async () => {
  const { client, asked } = wait([being('accepted'), being('settled')]);
  await waitUntilSettled(client, share, { intervalMs: 1 });
  expect(asked).toHaveLength(2);
});
