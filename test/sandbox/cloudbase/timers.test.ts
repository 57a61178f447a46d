import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CallError, type Sandbox, startSandbox } from '../../../sandbox';
import { wrongCron } from '../../../sandbox/cloudbase/cron';

describe('a function with a timer', () => {
  let sandbox: Sandbox;
  const dir = mkdtempSync(join(tmpdir(), 'timers-'));
  beforeAll(async () => {
    writeFileSync(join(dir, 'index.js'), 'exports.main = async () => null;');
    sandbox = await startSandbox({ functionsDir: join(__dirname, 'fixtures'), functions: { odd: { dir } } });
  });
  afterAll(async () => {
    await sandbox.stop();
    rmSync(dir, { recursive: true });
  });

  const fire = (name: string) => fetch(`${sandbox.url}/_sandbox/timers/${name}/fire`, { method: 'POST' });
  const config = (value: unknown) => writeFileSync(join(dir, 'config.json'), JSON.stringify(value));
  const timer = (change: object) => ({ triggers: [{ name: 't', type: 'timer', config: '0 0 2 * * * *', ...change }] });

  it('is called by the trigger, with the event of a timer and on behalf of no user', async () => {
    await sandbox.call('clockwork');
    const { result } = await sandbox.fire('clockwork');
    expect(result).toMatchObject({
      event: {
        Type: 'Timer',
        TriggerName: 'everyMinute',
        Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/),
        Message: '',
      },
      source: 'wx_trigger',
      trigger: 'timer',
    });
    expect(Object.keys((result as { event: object }).event)).toHaveLength(4);
  });

  it('carries a call token where its trigger was uploaded with WeChat DevTools, and none where not', async () => {
    const tokenOf = async (token?: boolean) => {
      const { result } = await sandbox.fire('clockwork', token === undefined ? {} : { token });
      return (result as { token?: string }).token;
    };
    expect(await tokenOf()).toBeUndefined();
    expect(await tokenOf(true)).toMatch(/^[0-9a-f]+$/);
  });

  it('is called over HTTP too, and fails there as everywhere', async () => {
    expect(await (await fire('clockwork')).json()).toMatchObject({ result: { source: 'wx_trigger' } });
    sandbox.setEnv('clockwork', { BROKEN: 'yes' });
    expect(await (await fire('clockwork')).json()).toMatchObject({ errCode: -504002, failure: { kind: 'threw' } });
    await expect(sandbox.fire('clockwork')).rejects.toThrow(CallError);
    sandbox.setEnv('clockwork', {});
  });

  it.each([
    [undefined, 'config.json'],
    [{}, 'no triggers'],
    [{ triggers: [] }, 'no triggers'],
    [{ triggers: [timer({}), timer({})] }, 'more than one'],
    [timer({ type: 'cos' }), 'no timer'],
    [timer({ name: '1st' }), 'letter'],
    [timer({ name: 'a'.repeat(61) }), '60 characters'],
    [timer({ config: '0 2 * * *' }), '5 fields instead of 7'],
    [timer({ config: 5 }), 'no cron expression'],
  ])('is refused with the config %j', async (value, reason) => {
    if (value) config(value);
    const refused = await fire('odd');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: expect.stringContaining(reason) });
    await expect(sandbox.fire('odd')).rejects.toThrow(reason);
  });

  it('goes off once its timer is a good one', async () => {
    config(timer({}));
    expect((await sandbox.fire('odd')).result).toBeNull();
  });

  it('must exist, and be asked to go off', async () => {
    expect((await fire('nosuch')).status).toBe(400);
    expect((await fetch(`${sandbox.url}/_sandbox/timers/clockwork`, { method: 'POST' })).status).toBe(404);
  });
});

describe('a cron expression', () => {
  it.each([
    '0 * * * * * *',
    '0 0 2 1 * * *',
    '0 30 10 * * MON-FRI *',
    '*/15 0,30 9-17/2 1-31 JAN,jun SUN 1970-2099',
    '59 59 23 31 12 6 2099',
    ' 0  0 0 * * * * ',
  ])('%j is one', (text) => expect(wrongCron(text)).toBeUndefined());

  it.each([
    ['', 'fields'],
    ['* * * * * *', '6 fields'],
    ['60 * * * * * *', 'second'],
    ['* 60 * * * * *', 'minute'],
    ['* * 24 * * * *', 'hour'],
    ['* * * 0 * * *', 'day'],
    ['* * * * 13 * *', 'month'],
    ['* * * * * 7 *', 'weekday'],
    ['* * * * * MONDAY *', 'weekday'],
    ['* * * * * * 1969', 'year'],
    ['5-1 * * * * * *', 'second'],
    ['1-2-3 * * * * * *', 'second'],
    ['*/0 * * * * * *', 'second'],
    ['1,,2 * * * * * *', 'second'],
    ['? * * * * * *', 'second'],
    ['-1 * * * * * *', 'second'],
  ])('%j is none, because of its %s', (text, reason) => expect(wrongCron(text)).toContain(reason));
});
