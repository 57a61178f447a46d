import { ENV_ID } from '../cloudApi/environment';
import { type RunningCloud, startCloudApi } from '../cloudApi/startCloudApi';
import { invoking } from './invoking';
import { Terminal } from './terminal';

let cloud: RunningCloud;
let terminal: Terminal;
beforeAll(async () => {
  terminal = await Terminal.open();
});
beforeEach(async () => {
  cloud = await startCloudApi();
});
afterEach(() => cloud.stop());
afterAll(() => terminal.close());

const query = { transaction_id: '4200000000000000000000000000', out_order_no: 'P1' };
const finish = { ...query, description: 'done' };
const type = (operation: string, request: object, ...more: string[]) =>
  terminal.type([operation, JSON.stringify(request), '--env', ENV_ID, ...more], cloud.env);

it('invokes the deployed function and shows its reply', async () => {
  const reply = {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    order_id: '30001',
    status: 'FINISHED',
    settlement: { state: 'settled', receivers: [] },
  };
  const invoked = invoking(cloud.api, () => ({ InvokeResult: 0, RetMsg: JSON.stringify(reply) }));
  const { code, stdout } = await type('profitSharingQuery', query);
  expect(code).toBe(0);
  expect(stdout).toMatch(/order_id +30001/);
  expect(stdout).toContain('Money: settled');
  expect(invoked).toEqual([{ name: 'profitSharingQuery', event: query }]);
  expect(new Set(cloud.hosts)).toEqual(new Set(['scf.tencentcloudapi.com:443']));
});

it('invokes the function of another merchant number by its prefix', async () => {
  const invoked = invoking(cloud.api, () => ({ InvokeResult: 0, RetMsg: '{"return_code":"SUCCESS"}' }));
  expect(await type('profitSharingQuery', query, '--prefix', 'shopB_')).toMatchObject({ code: 0 });
  expect(invoked).toMatchObject([{ name: 'shopB_profitSharingQuery' }]);
});

it('prints with --json exactly the text the cloud returned', async () => {
  const text = '{"return_code": "SUCCESS",  "order_id":"30001"}';
  invoking(cloud.api, () => ({ InvokeResult: 0, RetMsg: text }));
  expect(await type('profitSharingQuery', query, '--json')).toMatchObject({ code: 0, stdout: `${text}\n` });
});

it('explains a function that refuses to be called without a source', async () => {
  const refusal = { return_code: 'FAIL', err_code: 'CALLER_REFUSED', err_code_des: 'no identity' };
  invoking(cloud.api, () => ({ InvokeResult: 0, RetMsg: JSON.stringify(refusal) }));
  const { code, stdout } = await type('profitSharingQuery', query);
  expect(code).toBe(1);
  expect(stdout).toContain('The platform named no source for this call.');
});

it('invokes nothing that moves money without --yes', async () => {
  const invoked = invoking(cloud.api, () => ({ InvokeResult: 0, RetMsg: '{}' }));
  const { code, stderr } = await type('profitSharingFinish', finish);
  expect(code).toBe(2);
  expect(stderr).toContain(`profitSharingFinish moves real money (${ENV_ID})`);
  expect(invoked).toEqual([]);
});

it('does not take a function that died for one that did nothing', async () => {
  invoking(cloud.api, () => ({ InvokeResult: -1, ErrMsg: 'Invoking task timed out after 3 seconds' }));
  const { code, stderr } = await type('profitSharingFinish', finish, '--yes');
  expect(code).toBe(3);
  expect(stderr).toContain('timed out after 3 seconds');
  expect(stderr).toContain('query with the same number before you send it again');
});

it('does not take a lost answer for a request that never left', async () => {
  cloud.api.hangsUpOn.add('Invoke');
  const { code, stderr } = await type('profitSharingFinish', finish, '--yes');
  expect(code).toBe(3);
  expect(stderr).toContain('UNREACHABLE');
  expect(stderr).toContain('query with the same number before you send it again');
});

it('tells how to deploy a function that is not there', async () => {
  cloud.api.refusals.set('Invoke', { code: 'ResourceNotFound.Function', times: 1 });
  invoking(cloud.api, () => ({}));
  const { code, stderr } = await type('profitSharingFinish', finish, '--yes');
  expect(code).toBe(2);
  expect(stderr).toContain('npm run deploy -- --env <envId>');
});

it('ends with 2 without a key, and with an unknown key, and shows neither', async () => {
  const { TENCENTCLOUD_SECRETID: _id, TENCENTCLOUD_SECRETKEY: _key, ...keyless } = cloud.env;
  const without = await terminal.type(['profitSharingQuery', '{}', '--env', ENV_ID], keyless);
  expect(without).toMatchObject({ code: 2, stderr: expect.stringContaining('NO_CREDENTIALS') });
  const wrong = { ...cloud.env, TENCENTCLOUD_SECRETID: 'AKIDunknown' };
  const refused = await terminal.type(['profitSharingQuery', '{}', '--env', ENV_ID], wrong);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('AuthFailure.SecretIdNotFound') });
  expect(refused.stderr).not.toContain('AKIDunknown');
});

it('ends as the function did when the reader of its output has gone away', async () => {
  const reply = { return_code: 'SUCCESS', result_code: 'SUCCESS', order_id: '30001', status: 'FINISHED' };
  const invoked = invoking(cloud.api, () => ({ InvokeResult: 0, RetMsg: JSON.stringify(reply) }));
  const args = ['profitSharingFinish', JSON.stringify(finish), '--env', ENV_ID, '--yes'];
  expect(await terminal.typeIntoClosedPipe(args, cloud.env)).toEqual({ code: 0, stderr: '' });
  expect(invoked).toHaveLength(1);
});

it('lets no answer command the terminal, and passes --json on as the same JSON', async () => {
  const text = '{"return_code":"FAIL","err_code":"PARAM_ERROR","err_code_des":"\\u001b[2J\u009b31m\\n✓ paid"}';
  invoking(cloud.api, () => ({ InvokeResult: 0, RetMsg: text }));
  const shown = await type('profitSharingQuery', query);
  expect(shown.stdout).toContain('\\u001b[2J\\u009b31m\\n✓ paid');
  for (const character of ['\u001b', '\u009b']) expect(shown.stdout).not.toContain(character);
  const { stdout } = await type('profitSharingQuery', query, '--json');
  for (const character of ['\u001b', '\u009b']) expect(stdout).not.toContain(character);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(text));
});

it('says that nothing ran where no connection was made', async () => {
  const env = { ...cloud.env, http_proxy: 'http://127.0.0.1:1' };
  const { code, stderr } = await terminal.type(
    ['profitSharingFinish', JSON.stringify(finish), '--env', ENV_ID, '--yes'],
    env,
  );
  expect(code).toBe(2);
  expect(stderr).toContain('ECONNREFUSED');
  expect(stderr).not.toContain('query with the same number');
});
