import { identity, startCloud } from './startCloud';

type Started = Awaited<ReturnType<typeof startCloud>>;

describe('who calls a function', () => {
  let box: Started;
  beforeAll(async () => {
    box = await startCloud(undefined, { maxInstances: 2 });
  });
  afterAll(() => box.stop());
  /** New variables mean new processes, which are unused. */
  const freshProcesses = () => box.cloud.setEnv('*', {});

  it('is the mini-program user, as wx-server-sdk and the event tell', async () => {
    expect(await box.reply('whoami', { amount: 1 })).toMatchObject({
      wx: { OPENID: 'oAlice', APPID: identity.appid, SOURCE: 'wx_client', ENV: box.cloud.env.envId },
      event: { amount: 1, userInfo: { appId: identity.appid, openId: 'oAlice' }, tcbContext: {} },
    });
  });

  it('can be any user of any mini program', async () => {
    const as = { openid: 'oBob', appid: 'wx1', unionid: 'u1' };
    expect(await box.reply('whoami', {}, as)).toMatchObject({
      wx: { OPENID: 'oBob', APPID: 'wx1', UNIONID: 'u1', SOURCE: 'wx_client' },
      event: { userInfo: { appId: 'wx1', openId: 'oBob' } },
    });
  });

  it('is absent for a timer, whose event gets nothing injected', async () => {
    freshProcesses();
    const seen = await box.reply('whoami', { Type: 'Timer' }, 'timer');
    expect(seen).toHaveProperty('wx', { SOURCE: 'wx_trigger', ENV: box.cloud.env.envId });
    expect(seen).toHaveProperty('event', { Type: 'Timer' });
    expect(seen).toHaveProperty('context.environ', expect.stringContaining('TRIGGER_SRC=timer;'));
    expect(seen).toHaveProperty('left', {});
  });

  it('is not known at all when nothing is handed over', async () => {
    freshProcesses();
    const seen = await box.reply('whoami', {}, 'anonymous');
    expect(seen).toHaveProperty('wx', {});
    expect(seen).toHaveProperty('event', {});
    expect(seen).toHaveProperty('left', {});
    const context = await box.reply('probe', { act: 'context' }, 'anonymous', 'none');
    expect(context).not.toHaveProperty('environ');
    expect(context).not.toHaveProperty('environment');
  });

  it.each([
    ['devtools', 'wx_devtools', true],
    ['server', 'wx_http', false],
    ['function', 'wx_client,scf', true],
  ])('%s has source %s', async (as, source, hasOpenid) => {
    freshProcesses();
    const seen = await box.reply('whoami', {}, as);
    expect(seen).toMatchObject({ wx: { SOURCE: source } });
    expect(JSON.stringify(seen).includes('oAlice')).toBe(hasOpenid);
  });

  it('is an HTTP request when a stranger comes through HTTP access', async () => {
    freshProcesses();
    expect(await box.reply('probe', { act: 'echo', httpMethod: 'GET' }, 'stranger')).toEqual({
      act: 'echo',
      httpMethod: 'GET',
    });
    const seen = await box.reply('whoami', { a: 1 }, 'stranger');
    expect(seen).toMatchObject({ event: { httpMethod: 'POST', body: '{"a":1}', isBase64Encoded: false } });
    expect(seen).toHaveProperty('wx', {});
  });

  it('travels along the chain of functions, which grows by one link each', async () => {
    const nested = { name: 'relay', data: { name: 'whoami', data: { amount: 2 } } };
    expect(await box.reply('relay', nested.data, { openid: 'oCarol' })).toMatchObject({
      result: { wx: { OPENID: 'oCarol', SOURCE: 'wx_client,scf' }, event: { amount: 2 } },
      errMsg: 'callFunction:ok',
    });
    expect(await box.reply('relay', nested, { openid: 'oCarol' })).toMatchObject({
      result: { result: { wx: { OPENID: 'oCarol', SOURCE: 'wx_client,scf,scf' } } },
    });
  });

  it('stays in process.env of a warm instance after that caller has gone', async () => {
    freshProcesses();
    const first = await box.reply('whoami', {}, { openid: 'oVictim' });
    const second = await box.reply('whoami', {}, 'timer');
    expect(second).toMatchObject({ wx: { OPENID: 'oVictim', SOURCE: 'wx_trigger' }, left: { openid: 'oVictim' } });
    expect(second).toHaveProperty('pid', (first as { pid: number }).pid);
    expect(second).toHaveProperty('left.token', (first as { left: { token: string } }).left.token);
    const context = (second as { context: { environ: string; environment: string } }).context;
    expect(context.environ).not.toContain('oVictim');
    expect(context.environment).not.toContain('oVictim');
  });

  it.each([
    ['old', ['environ']],
    ['new', ['environment']],
    ['both', ['environ', 'environment']],
  ])('reaches the handler in the %s form of the context', async (shape, keys) => {
    const context = await box.reply('probe', { act: 'context' }, undefined, shape);
    const present = ['environ', 'environment'].filter((key) => key in (context as object));
    expect(present).toEqual(keys);
    const values = JSON.stringify(context);
    expect(values).toContain('oAlice');
    expect(context).toMatchObject({
      function_name: 'probe',
      function_version: '$LATEST',
      namespace: box.cloud.env.envId,
      memory_limit_in_mb: 256,
      time_limit_in_ms: 20_000,
    });
  });

  it.each([
    ['as: an unknown name', { as: 'king' }, /^as: expected client/],
    ['as: a wrong type', { as: { openid: 1 } }, /^as.openid: expected a string/],
    ['as: an unknown key', { as: { openId: 'o' } }, /^as.openId: expected one of/],
    ['an unknown form of context', { environment: 'newest' }, /^environment: expected one of old/],
    ['data that is no object', { data: [] }, /^data: expected an object/],
  ])('must make sense: %s is refused with its name', async (_, input, message) => {
    expect(await box.cloud.call('probe', input)).toEqual({ refused: expect.stringMatching(message) });
  });
});
