import { onApiv3, onCloudpay } from './project';
import { useCloud } from './useCloud';

const QUERY = ['--only', 'profitSharingQuery'];
const LEDGER_OFF = { PROFIT_SHARING_LEDGER: 'off' };

const stage = useCloud();

describe('a function that is there', () => {
  const args = () => ['--adopt', ...QUERY, ...stage.project.variables({ ...onCloudpay, ...LEDGER_OFF })];

  it('of the same name, by other means, is replaced only with --adopt', async () => {
    stage.leaveBehind('profitSharingQuery', {}, { THEIRS: 'kept as it is' });
    const { state } = stage.api;
    const [_adopt, ...unadopted] = args();
    const refused = await stage.deploy(unadopted);
    expect(refused.done).toBe(false);
    expect(refused.output).toContain('! this command did not deploy it');
    expect(refused.output).toContain(
      'FOREIGN_FUNCTION: nothing was changed; not deployed by this command: profitSharing',
    );
    expect(refused.output).toContain('run the command again with --adopt');
    expect(stage.api.state).toBe(state);
    expect(stage.api.changes).toEqual([]);

    expect(await stage.deploy(args())).toMatchObject({ done: true });
    expect(stage.variablesOf('profitSharingQuery')).toMatchObject({ THEIRS: 'kept as it is', ...onCloudpay });
    expect((await stage.deploy(unadopted)).output).toContain('Nothing to do.');
  });

  it('of ours is ours from the moment it is made, however early the run ends', async () => {
    const [_adopt, ...unadopted] = args();
    stage.api.refusals.set('UpdateFunctionConfiguration', { code: 'InternalError', times: 1 });
    expect(await stage.deploy(unadopted)).toMatchObject({ done: false });
    const { done, output } = await stage.deploy(unadopted);
    expect(done).toBe(true);
    expect(output).toContain('update code');
  });

  it('keeps a variable and a description that appear while the command runs', async () => {
    const [_adopt, ...unadopted] = args();
    await stage.deploy(unadopted);
    const found = stage.found('profitSharingQuery');
    found.archive = Buffer.from('uploaded by hand');
    // The console is used between the plan and the last step.
    stage.api.before.set('UpdateFunctionCode profitSharingQuery', () => {
      found.Environment.Variables.push({ Key: 'ADDED_MEANWHILE', Value: 'valueAddedMeanwhile' });
      found.Description = `Ask Li first ${found.Description}`;
    });
    const { done, output } = await stage.deploy(unadopted);
    expect(done).toBe(true);
    expect(stage.variablesOf('profitSharingQuery')).toMatchObject({
      ADDED_MEANWHILE: 'valueAddedMeanwhile',
      ...onCloudpay,
    });
    expect(stage.found('profitSharingQuery').Description).toMatch(/^Ask Li first code [0-9a-f]{64}/);
    expect(output).not.toContain('valueAddedMeanwhile');
  });

  it('gets our code and limits, and keeps its description', async () => {
    stage.leaveBehind('profitSharingQuery', { Timeout: 3, MemorySize: 512, Description: 'Ask Li before touching' });
    const { output } = await stage.deploy(args());
    expect(output).toContain('~ timeout 3 s → 15 s');
    expect(output).toContain('~ memory 512 MB → 256 MB');
    expect(stage.found('profitSharingQuery')).toMatchObject({ Timeout: 15, MemorySize: 256 });
    expect(stage.found('profitSharingQuery').Description).toMatch(
      /^Ask Li before touching code [0-9a-f]{64} stored as \w+\.$/,
    );
    expect(stage.filesOf('profitSharingQuery')).toContain('index.js');
  });

  it('gets our code again after other code was uploaded over it', async () => {
    await stage.deploy(args());
    const ours = stage.found('profitSharingQuery').archive;
    stage.found('profitSharingQuery').archive = Buffer.from('uploaded by hand');
    const { output } = await stage.deploy(args());
    expect(output).toContain('~ profitSharingQuery: update code');
    expect(stage.found('profitSharingQuery').archive.equals(ours)).toBe(true);
  });

  it('is recognised by what we sent where the cloud does not show the hash of its code', async () => {
    stage.api.refusals.set('GetFunctionAddress', { code: 'UnsupportedOperation', times: Number.POSITIVE_INFINITY });
    await stage.deploy(args());
    expect((await stage.deploy(args())).output).toContain('Nothing to do.');
  });

  it.each([
    [
      'an old runtime',
      { Runtime: 'Nodejs8.9' },
      'its runtime is Nodejs8.9 and cannot be changed; needed is Nodejs20.19',
    ],
    ['another type', { Type: 'HTTP' }, 'it is of the type HTTP, which cannot be changed'],
    ['a creation that failed', { Status: 'CreateFailed' }, 'it is CreateFailed'],
  ])('with %s is left alone, and so is everything else', async (_what, changed, words) => {
    stage.leaveBehind('profitSharingQuery', changed);
    const { done, output } = await stage.deploy([
      '--only',
      'profitSharingQuery,profitSharing',
      ...stage.project.variables({ ...onCloudpay, ...LEDGER_OFF }),
    ]);
    expect(done).toBe(false);
    expect(output).toContain(`BLOCKED: nothing was changed; profitSharingQuery: ${words}`);
    expect(output).toContain('Delete these functions in the CloudBase console');
    expect(stage.api.changes).toEqual([]);
  });

  it('with an older runtime that the code runs on is updated, and the person told', async () => {
    stage.leaveBehind('profitSharingQuery', { Runtime: 'Nodejs18.15' });
    const { done, output } = await stage.deploy(args());
    expect(done).toBe(true);
    expect(output).toContain('! runtime Nodejs18.15, not Nodejs20.19');
    expect(stage.found('profitSharingQuery').Runtime).toBe('Nodejs18.15');
  });

  it('is deployed again after an update that failed', async () => {
    stage.leaveBehind('profitSharingQuery', { Status: 'UpdateFailed' });
    expect(await stage.deploy(args())).toMatchObject({ done: true });
    expect(stage.found('profitSharingQuery').Status).toBe('Active');
  });

  it('keeps a schedule of its own', async () => {
    const Triggers = [{ TriggerName: 'everyFiveMinutes', Type: 'timer', TriggerDesc: '{"cron":"0 0 * * * * *"}' }];
    stage.leaveBehind('profitSharingReconcile', { Triggers });
    stage.api.functions.find('profitSharingReconcile').Timeout = 60;
    const args = ['--adopt', '--only', 'profitSharingReconcile', ...stage.project.variables(onCloudpay)];
    const { output } = await stage.deploy(args);
    expect(output).toContain('! trigger everyFiveMinutes: it has a schedule of its own');
    expect(stage.found('profitSharingReconcile').Triggers).toEqual(Triggers);
  });
});

describe('the HTTP path', () => {
  const args = () => ['--only', 'profitSharingNotify', ...stage.project.variables(onApiv3)];

  it('is not taken from another function', async () => {
    stage.api.gateway.routes.push({ Path: '/profitSharingNotify', Type: 1, Name: 'older', EnableAuth: false });
    expect(await stage.deploy(args())).toMatchObject({ done: false, output: expect.stringContaining('PATH_TAKEN') });
    expect(stage.api.changes).toEqual([]);
  });

  it('that WeChat Pay cannot pass is shown to the person', async () => {
    stage.api.gateway.routes.push({
      Path: '/profitSharingNotify',
      Type: 1,
      Name: 'profitSharingNotify',
      EnableAuth: true,
    });
    stage.api.gateway.enabled = false;
    const { output } = await stage.deploy(['--dry-run', ...args()]);
    expect(output).toContain('! it asks for a login, which WeChat Pay does not have');
    expect(output).toContain('! the HTTP access service is off');
  });
});

it('says what the rule of the environment lets clients do, unless it keeps them out', async () => {
  const args = ['--dry-run', ...QUERY, ...stage.project.variables({ ...onCloudpay, ...LEDGER_OFF })];
  expect((await stage.deploy(args)).output).toContain('Its rule "*" says "auth != null"');
  stage.api.refusals.set('DescribeResourcePermission', { code: 'UnsupportedOperation', times: 1 });
  expect((await stage.deploy(args)).output).toContain('The cloud API does not show its rule');
  stage.api.gateway.rule = { '*': { invoke: true }, profitSharingQuery: { invoke: false } };
  expect((await stage.deploy(args)).output).not.toContain('may let clients invoke');
});
