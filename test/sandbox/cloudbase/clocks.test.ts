import { startCloud } from './startCloud';

type Started = Awaited<ReturnType<typeof startCloud>>;

interface Readings {
  /** Date.now(), new Date(), Date() in ms, and the monotonic clock. */
  readonly before: readonly [number, number, number, number];
  readonly after: readonly [number, number, number, number];
  readonly isDate: boolean;
  readonly remaining: number;
}

describe('the wall clock of an instance', () => {
  let box: Started;
  beforeEach(async () => {
    box = await startCloud(undefined, { maxInstances: 2 });
  });
  afterEach(() => box.stop());

  const read = async () => (await box.reply('probe', { act: 'clock', ms: 20 })) as Readings;
  /** How far a reading is ahead of this machine's clock, to the second. */
  const ahead = ({ after: [now] }: Readings) => Math.round((now - Date.now()) / 1000) + 0;

  it('can be ahead or behind, one number for each instance, in every way to read it', async () => {
    box.cloud.setClocks('*', [300_000, -90_000]);
    const both = await Promise.all([read(), read()]);
    expect(both.map(ahead).sort((a, b) => a - b)).toEqual([-90, 300]);
    for (const { after, isDate } of both) {
      const [now, date, text] = after;
      expect(Math.abs(date - now)).toBeLessThan(100);
      expect(Math.abs(text - now)).toBeLessThan(1100);
      expect(isDate).toBe(true);
    }
  });

  it('is set on instances that run already, and is true again with no offset', async () => {
    expect(ahead(await read())).toBe(0);
    box.cloud.setClocks('probe', [5000]);
    expect(ahead(await read())).toBe(5);
    box.cloud.setClocks('probe', []);
    expect(ahead(await read())).toBe(0);
  });

  it('leaves monotonic clocks, timers and the time that remains alone, also where it jumps in the middle of a request', async () => {
    await read();
    const reading = box.reply('probe', { act: 'clock', ms: 1000 }) as Promise<Readings>;
    await new Promise((wake) => setTimeout(wake, 300));
    box.cloud.setClocks('probe', [-300_000]);
    const { before, after, remaining } = await reading;
    expect(after[0] - before[0]).toBeLessThan(-290_000);
    expect(after[3] - before[3]).toBeGreaterThan(990);
    expect(after[3] - before[3]).toBeLessThan(10_000);
    expect(remaining).toBeGreaterThan(5000);
    expect(remaining).toBeLessThanOrEqual(19_010);
  });

  it('can be set from outside, and by numbers only', async () => {
    const post = async (path: string, body: string) => {
      const answer = await fetch(`${box.url}/_sandbox/functions/${path}`, { method: 'POST', body });
      return { status: answer.status, body: (await answer.json()) as object };
    };
    const set = { function: 'probe', offsetsMs: [-5000] };
    expect(await post('probe/clocks', '{"offsetsMs":[-5000]}')).toEqual({ status: 200, body: set });
    expect(ahead(await read())).toBe(-5);
    for (const wrong of ['{"offsetsMs":[0.5]}', '{"offsetsMs":["5"]}', '{"offsetsMs":5}', '{}', 'null', '[']) {
      expect((await post('probe/clocks', wrong)).status).toBe(400);
    }
    expect((await post('probe', '{"offsetsMs":[]}')).status).toBe(404);
  });
});
