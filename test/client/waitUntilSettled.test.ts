import { ProfitSharingError, profitSharing, SettlementTimeout, waitUntilSettled } from '../../client';

const share = { transaction_id: '4200000000', out_order_no: 'S1' };
const success = { return_code: 'SUCCESS', result_code: 'SUCCESS' };
const being = (state: string) => ({ ...success, settlement: { state, receivers: [] } });
const failed = (err_code: string, advice: object) => ({ return_code: 'FAIL', err_code, err_code_des: 'no', advice });
const busy = failed('FREQUENCY_LIMITED', { retry: 'later', number: 'any', funds: 'unchanged', after_ms: 5000 });

/** A WeChat Pay that answers in this order, the last answer for ever, and a clock that moves only while a caller sleeps. */
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

describe('options that are no times', () => {
  const wrong: [string, unknown][] = [
    ['NaN', Number.NaN],
    ['text', '5000'],
    ['zero', 0],
    ['a negative number', -1],
    ['for ever', Number.POSITIVE_INFINITY],
    ['null', null],
    ['an object', {}],
  ];
  it.each(wrong)('%s is a TypeError before anything is asked', async (_what, value) => {
    for (const name of ['timeoutMs', 'intervalMs']) {
      const { client, asked } = wait([being('settled')]);
      await expect(waitUntilSettled(client, share, { [name]: value } as object)).rejects.toThrow(TypeError);
      await expect(waitUntilSettled(client, share, { [name]: value } as object)).rejects.toThrow(name);
      expect(asked).toEqual([]);
    }
  });

  it('undefined is the default, as for every option', async () => {
    const { client } = wait([being('settled')]);
    const none = { timeoutMs: undefined, intervalMs: undefined, sleep: undefined, now: undefined, signal: undefined };
    await waitUntilSettled(client, share, none as object);
  });
});

describe('the time limit', () => {
  const never = () => new Promise<never>(() => undefined);
  const hanging = (answers: unknown[]) =>
    profitSharing({
      callFunction: () => (answers.length > 0 ? Promise.resolve({ result: answers.shift() }) : never()),
    });

  it('ends a call that never settles', async () => {
    const startedAt = performance.now();
    const waiting = waitUntilSettled(hanging([]), share, { timeoutMs: 60 });
    await expect(waiting).rejects.toBeInstanceOf(SettlementTimeout);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('ends a later call that never settles, with the last thing known', async () => {
    const waiting = waitUntilSettled(hanging([being('processing')]), share, { timeoutMs: 80, intervalMs: 1 });
    await expect(waiting).rejects.toMatchObject({ reply: { settlement: { state: 'processing' } } });
  });

  it('ends a pause that never settles', async () => {
    const waiting = waitUntilSettled(hanging([being('processing')]), share, { timeoutMs: 60, sleep: never });
    await expect(waiting).rejects.toBeInstanceOf(SettlementTimeout);
  });

  it('asks a last time early enough for a slow answer to arrive', async () => {
    let asked = 0;
    const slow = profitSharing({
      callFunction: async () => {
        asked += 1;
        await new Promise((over) => setTimeout(over, 50));
        return { result: being(asked === 1 ? 'processing' : 'settled') };
      },
    });
    const reply = await waitUntilSettled(slow, share, { timeoutMs: 1000, intervalMs: 5000 });
    expect(reply.settlement.state).toBe('settled');
  });

  it('leaves no rejection behind when the abandoned call fails later', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const failing = profitSharing({
      callFunction: () => new Promise((_, fail) => setTimeout(() => fail(new Error('late')), 40)),
    });
    await expect(waitUntilSettled(failing, share, { timeoutMs: 10 })).rejects.toBeInstanceOf(SettlementTimeout);
    await new Promise((over) => setTimeout(over, 60));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('is not prolonged by a clock that goes back', async () => {
    const { client, asked, patience } = wait([being('processing')]);
    let clock = 1_000_000;
    const now = () => {
      clock -= 5000;
      return clock;
    };
    const backwards = { ...patience, now, timeoutMs: 10_000, intervalMs: 1000 };
    await expect(waitUntilSettled(client, share, backwards)).rejects.toBeInstanceOf(SettlementTimeout);
    expect(asked.length).toBeLessThan(10);
  });

  it('is not prolonged by a clock that stands still', async () => {
    const { client, asked, patience } = wait([being('processing')]);
    const frozen = { ...patience, now: () => 0, timeoutMs: 10_000, intervalMs: 1000 };
    await expect(waitUntilSettled(client, share, frozen)).rejects.toBeInstanceOf(SettlementTimeout);
    expect(asked.length).toBeLessThan(10);
  });

  it.each([
    ['with a monotonic clock', true],
    ['without one, as in a mini program', false],
  ])('is not prolonged by a wall clock that is set back an hour, %s', async (_what, monotonic) => {
    const { client } = wait([being('processing')]);
    const { performance: kept } = globalThis;
    let clock = 1e12;
    const wallClock = jest.spyOn(Date, 'now').mockImplementation(() => {
      clock -= 3_600_000;
      return clock;
    });
    if (!monotonic) Object.defineProperty(globalThis, 'performance', { value: undefined, configurable: true });
    try {
      const waiting = waitUntilSettled(client, share, { timeoutMs: 60, intervalMs: 20 });
      await expect(waiting).rejects.toBeInstanceOf(SettlementTimeout);
    } finally {
      wallClock.mockRestore();
      Object.defineProperty(globalThis, 'performance', { value: kept, configurable: true, writable: true });
    }
  });
});

it.each([['NaN'], [Number.NaN], [-1], [null], [{}]])(
  'waits its own pause where the advice is no time: %p',
  async (after_ms) => {
    const advice = { retry: 'later', number: 'any', funds: 'unchanged', after_ms };
    const { client, slept, patience } = wait([failed('FREQUENCY_LIMITED', advice)], { timeoutMs: 3000 });
    await expect(waitUntilSettled(client, share, patience)).rejects.toBeInstanceOf(SettlementTimeout);
    expect(slept).toEqual([1000, 1500, 500]);
  },
);

it('throws on what the listener throws, whatever that is', async () => {
  const { client, patience } = wait([busy, being('processing')]);
  const harmless = await client.profitSharingQuery(share).catch((error: unknown) => error);
  const onReply = () => {
    throw harmless;
  };
  await expect(waitUntilSettled(client, share, { ...patience, onReply })).rejects.toBe(harmless);
});

describe('a signal', () => {
  it('that is aborted already asks nothing', async () => {
    const { client, asked } = wait([being('settled')]);
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(waitUntilSettled(client, share, { signal })).rejects.toThrow('gone');
    expect(asked).toEqual([]);
  });

  it('ends a pause, and a call that never settles', async () => {
    const processing = wait([being('processing')]).client;
    const hanging = profitSharing({ callFunction: () => new Promise<never>(() => undefined) });
    for (const client of [processing, hanging]) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 20);
      const startedAt = performance.now();
      await expect(waitUntilSettled(client, share, { signal: controller.signal })).rejects.toMatchObject({
        name: 'AbortError',
      });
      expect(performance.now() - startedAt).toBeLessThan(900);
    }
  });

  it('is let go when waiting is over', async () => {
    const { client, patience } = wait([being('processing'), being('settled')]);
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    await waitUntilSettled(client, share, { ...patience, signal });
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
    expect(added).toHaveBeenCalled();
  });

  it('may be a plain object, as mini programs have no AbortSignal', async () => {
    const { client, patience, asked } = wait([being('processing')]);
    const signal = { aborted: false };
    const waiting = waitUntilSettled(client, share, {
      ...patience,
      signal,
      onReply: () => {
        signal.aborted = true;
      },
    });
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).toHaveLength(1);
  });

  it.each([[null], ['stop'], [{}], [{ aborted: 'no' }]])('that is none is a TypeError: %j', async (signal) => {
    const { client } = wait([being('settled')]);
    await expect(waitUntilSettled(client, share, { signal } as object)).rejects.toThrow(TypeError);
  });
});
