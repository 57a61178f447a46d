import { tmpdir } from 'node:os';
import { DOMAIN } from '../cloudApi/gateway';
import { onApiv3, onCloudpay } from './project';
import { useCloud } from './useCloud';

const LEDGER_OFF = { PROFIT_SHARING_LEDGER: 'off' };

const stage = useCloud();

/** The key of the ledger that a function was given. */
const keyOf = (name: string) => {
  const { PROFIT_SHARING_LEDGER_KEY } = stage.variablesOf(name);
  return { PROFIT_SHARING_LEDGER_KEY };
};

describe('an environment with nothing in it', () => {
  it('gets the functions of cloudpay, the timer and the collections, and nothing to do the second time', async () => {
    const args = stage.project.variables(onCloudpay);
    const first = await stage.deploy(args);
    expect(first).toMatchObject({ done: true, output: expect.stringContaining('Done.') });
    expect([...stage.api.functions.byName.keys()].sort()).toEqual([
      'multiProfitSharing',
      'profitSharing',
      'profitSharingAddReceiver',
      'profitSharingFinish',
      'profitSharingQuery',
      'profitSharingReconcile',
      'profitSharingRemoveReceiver',
      'profitSharingReport',
      'profitSharingReturn',
      'profitSharingReturnQuery',
    ]);
    expect(first.output).toContain('- profitSharingBill: not on cloudpay; name it with --only to have it anyway');
    expect(stage.found('profitSharing')).toMatchObject({ Runtime: 'Nodejs20.19', MemorySize: 256, Timeout: 20 });
    expect(stage.found('profitSharingReconcile')).toMatchObject({
      Timeout: 60,
      Triggers: [{ TriggerName: 'everyFiveMinutes', Type: 'timer', TriggerDesc: '{"cron":"0 */5 * * * * *"}' }],
    });
    expect(stage.variablesOf('profitSharingReturn')).toEqual({ ...onCloudpay, ...keyOf('profitSharing') });
    expect(stage.filesOf('profitSharingQuery')).toEqual(
      expect.arrayContaining(['config.json', 'index.js', 'package.json']),
    );
    expect([...stage.api.tables.keys()].sort()).toEqual([
      'profit_sharing_breaks',
      'profit_sharing_ledger',
      'profit_sharing_notices',
      'profit_sharing_receivers',
    ]);
    const { state } = stage.api;
    stage.api.calls.length = 0;
    const second = await stage.deploy(args);
    expect(second).toMatchObject({ done: true, output: expect.stringContaining('Nothing to do.') });
    expect(second.output).toContain('= profitSharing: unchanged');
    expect(stage.api.changes).toEqual([]);
    expect(stage.api.state).toBe(state);
  });

  it('shows the whole plan in a dry run and changes nothing', async () => {
    const { done, output } = await stage.deploy(['--dry-run', ...stage.project.variables(onApiv3)]);
    expect(done).toBe(true);
    expect(output).toContain('+ profitSharing: create\n  + Nodejs20.19, 256 MB, 20 s\n  + code ');
    expect(output).toContain('+ profitSharingReconcile: create, add trigger');
    expect(output).toContain('+ HTTP path /profitSharingNotify to profitSharingNotify');
    expect(output).toContain('+ profit_sharing_ledger');
    expect(output).toContain('! WECHATPAY_MCH_PRIVATE_KEY is not set, and apiv3 cannot work without it');
    expect(output).toContain('Dry run: nothing was changed.');
    expect(stage.api.changes).toEqual([]);
  });

  it('gets a path that WeChat Pay may call without a login', async () => {
    const { output } = await stage.deploy(['--only', 'profitSharingNotify', ...stage.project.variables(onApiv3)]);
    expect(stage.api.gateway.routes).toEqual([
      { Path: '/profitSharingNotify', Type: 1, Name: 'profitSharingNotify', EnableAuth: false },
    ]);
    expect(output).toContain(`notify_url: https://${DOMAIN}/profitSharingNotify`);
  });

  it('gets no collections, no timer and no path with the ledger off', async () => {
    const args = stage.project.variables({ ...onApiv3, ...LEDGER_OFF });
    const { output } = await stage.deploy(['--dry-run', ...args]);
    expect(output).toContain('- profitSharingReconcile: it has nothing to do with PROFIT_SHARING_LEDGER=off');
    expect(output).toContain('- profitSharingNotify: it has nothing to do');
    expect(output).not.toMatch(/collection|HTTP path|profit_sharing_ledger/);
  });
});

describe('the key of the ledger', () => {
  const all = () => [...stage.api.functions.byName.keys()];

  it('is made once, given to every function alike, and shown nowhere', async () => {
    const args = stage.project.variables(onCloudpay);
    const { output } = await stage.deploy(args);
    const { PROFIT_SHARING_LEDGER_KEY: key = '' } = keyOf('profitSharing');
    expect(key).toMatch(/^[0-9A-Za-z_-]{32}$/);
    for (const name of all().filter((one) => one !== 'profitSharingReport'))
      expect(keyOf(name).PROFIT_SHARING_LEDGER_KEY).toBe(key);
    // It compares no account, and asks WeChat Pay nothing.
    expect(stage.variablesOf('profitSharingReport')).toEqual(onCloudpay);
    expect(output).toContain('PROFIT_SHARING_LEDGER_KEY');
    expect(output).not.toContain(key);
    stage.api.functions.byName.delete('profitSharingQuery');
    await stage.deploy(['--only', 'profitSharingQuery', ...args]);
    expect(keyOf('profitSharingQuery').PROFIT_SHARING_LEDGER_KEY).toBe(key);
  });

  it('is not made for some functions only, which the others could not follow', async () => {
    await stage.deploy(['--only', 'profitSharing', ...stage.project.variables(onCloudpay)]);
    expect(stage.variablesOf('profitSharing')).toEqual(onCloudpay);
  });

  it('is the file’s where there is one, and none is made with the ledger off', async () => {
    const PROFIT_SHARING_LEDGER_KEY = 'k'.repeat(40);
    await stage.deploy(stage.project.variables({ ...onCloudpay, PROFIT_SHARING_LEDGER_KEY }));
    expect(keyOf('profitSharingFinish')).toEqual({ PROFIT_SHARING_LEDGER_KEY });
    const off = await stage.deploy(['--dry-run', ...stage.project.variables({ ...onCloudpay, ...LEDGER_OFF })]);
    expect(off.output).not.toContain('+ PROFIT_SHARING_LEDGER_KEY');
  });
});

describe('a failure in the middle', () => {
  const only = ['--only', 'profitSharing,profitSharingReconcile'];

  it.each([
    'CreateTable profit_sharing_notices',
    'CreateFunction profitSharing',
    'UpdateFunctionConfiguration profitSharing',
    'GetFunctionAddress profitSharing',
    'BatchCreateTrigger profitSharingReconcile',
  ])('at %s ends the run, and the next one does the rest', async (step) => {
    const args = [...only, ...stage.project.variables(onCloudpay)];
    stage.api.refusals.set(step, {
      code: 'InternalError',
      times: 1,
      message: `cannot take ${onCloudpay.PROFIT_SHARING_SUB_MCH_ID}`,
    });
    const broken = await stage.deploy(args);
    expect(broken.done).toBe(false);
    expect(broken.output).toMatch(/Stopped\. Done: \d of 3\. Not done, or not whole: /);
    expect(broken.output).toContain('InternalError');
    expect(broken.output).not.toContain(onCloudpay.PROFIT_SHARING_SUB_MCH_ID);
    expect(await stage.deploy(args)).toMatchObject({ done: true });
    expect(stage.variablesOf('profitSharing')).toEqual(onCloudpay);
    expect(stage.found('profitSharingReconcile').Triggers).toHaveLength(1);
    expect(stage.api.tables.size).toBe(4);
    expect((await stage.deploy(args)).output).toContain('Nothing to do.');
  });
});

it.each([
  ['RequestLimitExceeded', 'wait a minute, then run the same command again'],
  ['LimitExceeded.Function', 'The plan of the environment allows no more'],
  ['ResourceUnavailable.InsufficientBalance', 'out of money'],
])('says what to do about %s', async (code, words) => {
  stage.api.refusals.set('CreateFunction', { code, times: 1 });
  const { done, output } = await stage.deploy([
    ...['--only', 'profitSharingQuery'],
    ...stage.project.variables({ ...onCloudpay, ...LEDGER_OFF }),
  ]);
  expect(done).toBe(false);
  expect(output).toContain(words);
});

it('shows nothing of a page that repeats the variables, however it is cut and written', async () => {
  const key = `${'k'.repeat(12)}"${'e'.repeat(12)}\\${'y'.repeat(120)}`;
  const message = `${' '.repeat(60)}${JSON.stringify({ Value: key })} ${encodeURIComponent(key)} ${key.slice(0, 30)}\u001b[2J`;
  stage.leaveBehind('profitSharingQuery', { Description: `code ${'0'.repeat(64)} stored as x.` }, { THEIRS: key });
  stage.api.refusals.set('UpdateFunctionCode', { code: 'InternalError', times: 1, message });
  const { output } = await stage.deploy([
    ...['--only', 'profitSharingQuery'],
    ...stage.project.variables({ ...onCloudpay, ...LEDGER_OFF }),
  ]);
  expect(output).toContain('InternalError');
  expect(output).not.toMatch(/kkkkkkkk|eeeeeeee|yyyyyyyy/);
  expect(output).not.toContain('\u001b');
});

it.each([
  ['a wrong key', [], { TENCENTCLOUD_SECRETKEY: 'guessedKey' }, 'AuthFailure.SignatureFailure'],
  ['an unknown key', [], { TENCENTCLOUD_SECRETID: 'AKIDunknown' }, 'AuthFailure.SecretIdNotFound'],
  ['no key', [], { TENCENTCLOUD_SECRETID: '' }, 'NO_CREDENTIALS: TENCENTCLOUD_SECRETID not set'],
  ['an unknown environment', ['--env', 'other-1a2b'], {}, 'InvalidParameter.EnvId'],
  ['an unknown function', ['--only', 'profitSharingQuer'], {}, 'did you mean profitSharingQuery?'],
  ['a file that is not there', ['--env-file', 'nowhere.env'], {}, 'NO_FILE: there is no file nowhere.env'],
  ['a folder for a file', ['--env-file', tmpdir()], {}, 'is a folder, not a file'],
  [
    'a proxy of another kind',
    [],
    { HTTPS_PROXY: 'socks5://127.0.0.1:1080' },
    'PROXY: HTTPS_PROXY is not the address of an HTTP',
  ],
  ['a loose argument', ['looseKey'], {}, 'npm run deploy -- --env <envId>'],
])('changes nothing for %s, and says so', async (_what, args, env, words) => {
  const { done, output } = await stage.deploy([...stage.project.variables(onCloudpay), ...args], env);
  expect(done).toBe(false);
  expect(output).toContain(words);
  expect(output).not.toMatch(/guessedKey|AKIDunknown|looseKey/);
  expect(stage.api.changes).toEqual([]);
});
