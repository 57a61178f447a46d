import { startCloud } from './startCloud';

type Started = Awaited<ReturnType<typeof startCloud>>;

const mib = 1024 * 1024;

describe('a function', () => {
  let box: Started;
  beforeAll(async () => {
    box = await startCloud();
  });
  afterAll(() => box.stop());
  const call = (name: string, data: object, as?: unknown) => box.cloud.call(name, { data, as });

  it('that throws shows its message to the mini program, and its stack to us', async () => {
    expect(await call('probe', { act: 'throw' })).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('errCode: -504002 functions execute fail | errMsg: no money'),
      failure: {
        errorCode: 1,
        errorMessage: 'no money',
        statusCode: 430,
        stackTrace: expect.stringContaining('TypeError'),
      },
    });
  });

  it('that throws outside of its promise, exits, or cannot be loaded fails, and the next call gets a fresh process', async () => {
    expect(await call('probe', { act: 'throwLater' })).toMatchObject({ failure: { errorMessage: 'late' } });
    expect(await call('probe', { act: 'pid' })).toMatchObject({ result: { calls: 1 } });
    expect(await call('probe', { act: 'exit' })).toMatchObject({
      failure: { kind: 'exited', errorMessage: expect.stringContaining('code 3') },
    });
    expect(await call('probe', { act: 'pid' })).toMatchObject({ result: { calls: 1 } });
    for (const _ of [1, 2]) {
      expect(await call('unloadable', {})).toMatchObject({
        failure: { kind: 'threw', errorMessage: expect.stringContaining('broken at load') },
      });
    }
  });

  it.each(['absent', '../fixtures/probe', 'constructor'])('that is not there (%s) is not found', async (name) => {
    expect(await call(name, {})).toMatchObject({
      errCode: -501000,
      errMsg: expect.stringContaining('FunctionName parameter could not be found.'),
    });
  });

  it.each(['sleep', 'spin'])('that does not end in time (%s) is killed at its limit', async (act) => {
    expect(await call('hurried', { act, ms: 3_600_000 })).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('Invoking task timed out after 0.2 seconds'),
      failure: { errorCode: -1, statusCode: 433 },
    });
    // A busy machine may need more than the limit for the next call, too.
    let next = await call('hurried', { act: 'pid' });
    while (!('result' in next)) next = await call('hurried', { act: 'pid' });
    expect(next).toMatchObject({ result: { calls: 1 } });
  });

  it('may answer through the callback, or with nothing, but only with what JSON can say', async () => {
    expect(await call('probe', { act: 'callback' })).toMatchObject({ result: { by: 'callback' } });
    expect(await call('probe', { act: 'nothing' })).toMatchObject({ result: null });
    expect(await call('probe', { act: 'circular' })).toMatchObject({
      failure: { errorMessage: expect.stringContaining('circular') },
    });
  });

  it('may send 1 MB to a mini program and 6 MB to other callers', async () => {
    expect(await call('probe', { act: 'big', bytes: mib })).toHaveProperty('result');
    expect(await call('probe', { act: 'big', bytes: mib + 1 })).toMatchObject({ errCode: -604001 });
    expect(await call('probe', { act: 'big', bytes: mib + 1 }, 'server')).toHaveProperty('result');
    expect(await call('probe', { act: 'big', bytes: 6 * mib }, 'server')).toHaveProperty('result');
    expect(await call('probe', { act: 'big', bytes: 6 * mib + 1 }, 'server')).toMatchObject({
      failure: { statusCode: 407, errorMessage: 'The size of response exceeds the upper limit (6MB)' },
    });
  });

  it('never sees an event over 6 MB', async () => {
    const filled = (bytes: number) => {
      const event = { act: 'nothing', fill: '' };
      return { ...event, fill: 'x'.repeat(bytes - JSON.stringify(event).length) };
    };
    expect(await call('probe', filled(6 * mib), 'server')).toHaveProperty('result');
    expect(await call('probe', filled(6 * mib + 1), 'server')).toMatchObject({ failure: { statusCode: 406 } });
  });

  it('has everything it prints kept with its call', async () => {
    expect(await call('probe', { act: 'print', word: 'seven' })).toMatchObject({
      logs: ['to stdout seven', 'to stderr', 'two', 'lines'],
    });
    expect(await call('probe', { act: 'nothing' })).toMatchObject({ logs: [] });
  });

  it('runs in UTC and sees the platform’s variables and its own, nothing of this machine', async () => {
    process.env.SECRET_OF_THIS_MACHINE = 'x';
    expect(await call('probe', { act: 'zone' })).toMatchObject({ result: 0 });
    const seen = await box.reply('probe', { act: 'variables' }, 'anonymous');
    expect(
      Object.keys(seen as object)
        .filter((name) => !/^(WX|TCB|TENCENTCLOUD|SCF)_|^TRIGGER_SRC$/.test(name))
        .sort(),
    ).toEqual(['PATH', 'TZ']);
    expect(seen).toMatchObject({
      TENCENTCLOUD_RUNENV: 'SCF',
      SCF_NAMESPACE: box.cloud.env.envId,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${box.url}/admin` }),
    });
  });
});

describe('instances', () => {
  let box: Started;
  afterEach(() => box.stop());
  const pids = async (replies: readonly Promise<unknown>[]) =>
    (await Promise.all(replies)).map((reply) => (reply as { pid: number }).pid);

  it('two calls at once take two, each serving one request at a time', async () => {
    box = await startCloud(undefined, { maxInstances: 2 });
    const both = await pids([
      box.reply('probe', { act: 'sleep', ms: 200 }),
      box.reply('probe', { act: 'sleep', ms: 200 }),
    ]);
    expect(new Set(both).size).toBe(2);
  });

  it('are used in turn, the least recently used first', async () => {
    box = await startCloud(undefined, { maxInstances: 2 });
    await pids([1, 2].map(() => box.reply('probe', { act: 'sleep', ms: 100 })));
    const turns: number[] = [];
    for (const _ of [1, 2, 3, 4]) turns.push(...(await pids([box.reply('probe', { act: 'pid' })])));
    expect(turns.slice(2)).toEqual(turns.slice(0, 2));
    expect(new Set(turns).size).toBe(2);
  });

  it('with one at most, calls wait their turn and meet the same process', async () => {
    box = await startCloud(undefined, { maxInstances: 1 });
    const started = Date.now();
    const all = await pids([1, 2, 3].map(() => box.reply('probe', { act: 'sleep', ms: 100 })));
    expect(new Set(all).size).toBe(1);
    expect(Date.now() - started).toBeGreaterThanOrEqual(300);
  });

  it('start anew when the variables change, the function’s own winning over those of all', async () => {
    box = await startCloud();
    const before = await pids([box.reply('probe', { act: 'pid' })]);
    box.cloud.setEnv('*', { A: 'all', B: 'all' });
    box.cloud.setEnv('probe', { B: 'own' });
    expect(await box.reply('probe', { act: 'variables' })).toMatchObject({ A: 'all', B: 'own' });
    expect(await pids([box.reply('probe', { act: 'pid' })])).not.toEqual(before);
  });

  it('end with the sandbox, and so do the calls that wait', async () => {
    box = await startCloud(undefined, { maxInstances: 1 });
    const calls = [1, 2].map(() => box.cloud.call('probe', { data: { act: 'sleep', ms: 10_000 } }));
    await new Promise((wake) => setTimeout(wake, 100));
    box.cloud.stop();
    for (const answer of await Promise.all(calls)) expect(answer).toMatchObject({ failure: { kind: 'exited' } });
  });
});
