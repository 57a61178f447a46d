import tcb from '@cloudbase/node-sdk';
import { identity, payAnswer, startCloud } from './startCloud';

type Started = Awaited<ReturnType<typeof startCloud>>;
type Seen = { apiName: string; appid: string; requestData: Buffer };

const refusal = { return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'NO_AUTH', err_code_des: '无权限' };

describe('the private link to WeChat Pay', () => {
  let box: Started;
  let seen: Seen[];
  let answer = payAnswer(JSON.stringify(refusal));
  beforeAll(async () => {
    box = await startCloud(
      (call) => {
        seen.push(call);
        return answer;
      },
      { maxInstances: 1 },
    );
  });
  beforeEach(() => {
    seen = [];
    answer = payAnswer(JSON.stringify(refusal));
  });
  afterAll(() => box.stop());

  const throughWx = (as?: unknown) => box.reply('pay', { api: 'profitSharingQuery', data: { subMchId: '19' } }, as);
  const throughNode = (as?: unknown, more = {}) =>
    box.reply('payRaw', { api: 'profitSharingQuery', data: '{"sub_mch_id":"19","d":"分"}', ...more }, as);

  it('loses the err_code in wx-server-sdk, which writes errCode 0 over it', async () => {
    expect(await throughWx()).toEqual({
      returnCode: 'SUCCESS',
      resultCode: 'FAIL',
      errCode: 0,
      errCodeDes: '无权限',
      errMsg: 'cloudPay.profitSharingQuery:ok',
    });
    expect(seen[0]?.requestData.toString()).toBe('{"sub_mch_id":"19"}');
  });

  it('keeps it in node-sdk, which hands over the bytes', async () => {
    expect(await throughNode()).toEqual({ isBuffer: true, text: JSON.stringify(refusal) });
    expect(seen[0]).toMatchObject({ apiName: 'profitSharingQuery', appid: identity.appid });
    expect(seen[0]?.requestData.toString()).toBe('{"sub_mch_id":"19","d":"分"}');
  });

  it('serves the appid named in the options, and the environment’s own otherwise', async () => {
    await throughNode(undefined, { apiOptions: [0x0a, 3, ...Buffer.from('wx7')] });
    await throughNode(undefined, { apiOptions: [0x0a, 0] });
    expect(seen.map(({ appid }) => appid)).toEqual(['wx7', identity.appid]);
  });

  it('throws a platform error in both SDKs', async () => {
    answer = payAnswer('{"code":"SYS_ERR","message":"down","requestId":"r"}', 'application/json; charset=utf-8');
    expect(await throughNode()).toEqual({ thrown: { code: 'SYS_ERR', message: 'down' } });
    expect(await throughWx()).toMatchObject({ thrown: { errCode: -501001, errMsg: expect.stringContaining('down') } });
  });

  it('breaks wx-server-sdk when WeChat Pay’s answer has the platform’s content type', async () => {
    answer = payAnswer(JSON.stringify(refusal), 'application/json; charset=utf-8');
    expect(await throughNode()).toMatchObject({ isBuffer: false });
    expect(await throughWx()).toMatchObject({
      thrown: { errCode: -501001, errMsg: expect.stringContaining('unknown response') },
    });
  });

  it('leaves the caller without an answer when the line breaks or is too slow', async () => {
    answer = { ...payAnswer(JSON.stringify(refusal)), cut: 'before-answer' };
    expect(await throughNode()).toMatchObject({ thrown: { code: 'ECONNRESET' } });
    answer = { ...answer, cut: 'mid-body' };
    expect(await throughNode()).toMatchObject({ thrown: { code: 'ECONNRESET' } });
    answer = { ...answer, cut: 'none', delayMs: 60_000 };
    expect(await throughNode(undefined, { timeout: 2_000 })).toMatchObject({ thrown: { code: 'ESOCKETTIMEDOUT' } });
    expect(seen).toHaveLength(3);
  });

  it('is closed to calls on behalf of no user: a timer, a server', async () => {
    const cold = await startCloud();
    for (const as of ['timer', 'server', 'anonymous', { source: 'wx_client', token: false }]) {
      const fresh = { api: 'profitSharingQuery', data: '{}' };
      cold.cloud.setEnv('payRaw', {});
      expect(await cold.reply('payRaw', fresh, as)).toEqual({
        thrown: { code: 'INVALID_PARAM', message: 'missing wxCloudApiToken' },
      });
    }
    const timer = { source: 'wx_trigger', token: true };
    expect(await cold.reply('payRaw', { api: 'profitSharingQuery', data: '{}' }, timer)).toMatchObject({ text: '{}' });
    await cold.stop();
  });

  it('refuses the session token of another invocation', async () => {
    expect(await throughNode(undefined, { sessionToken: 'of another' })).toMatchObject({
      thrown: { code: 'SIGN_PARAM_INVALID', message: expect.stringContaining('sessionToken') },
    });
    expect(seen).toHaveLength(0);
  });

  it('refuses the token that an ended call left in a warm instance', async () => {
    await throughNode();
    expect(await throughNode('timer')).toMatchObject({
      thrown: { message: expect.stringContaining('invalid wxCloudApiToken') },
    });
    expect(seen).toHaveLength(1);
  });
});

describe('the admin API', () => {
  let box: Started;
  beforeAll(async () => {
    process.env.TENCENTCLOUD_RUNENV = 'SCF';
    process.env.TENCENTCLOUD_REGION = 'ap-shanghai';
    process.env.SCF_NAMESPACE = 'outside';
    box = await startCloud();
  });
  afterAll(() => box.stop());

  const outside = (keys: { secretId: string; secretKey: string; sessionToken?: string }, env = box.cloud.env.envId) =>
    tcb.init({ env, serviceUrl: `${box.url}/admin`, keepalive: false, ...keys });
  const echo = (app: tcb.CloudBase) => app.callFunction({ name: 'probe', data: { act: 'echo', amount: 1 } });

  it('lets code outside of functions in with the environment’s keys, but not to WeChat Pay', async () => {
    const app = outside(box.cloud.env);
    expect(await echo(app)).toMatchObject({ result: { act: 'echo', amount: 1 } });
    const pay = app.callWxPayApi({ apiName: 'profitSharingQuery', requestData: Buffer.from('{}') });
    await expect(pay).rejects.toMatchObject({ code: 'INVALID_PARAM', message: 'missing wxCloudApiToken' });
  });

  it('refuses a wrong key, and the keys of an ended invocation', async () => {
    const { secretId } = box.cloud.env;
    await expect(echo(outside({ secretId, secretKey: 'wrong' }))).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' });
    const { keys } = (await box.reply('whoami', {})) as { keys: { secretId: string; secretKey: string } };
    await expect(echo(outside(keys))).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' });
  });

  it('knows one environment only', async () => {
    await expect(echo(outside(box.cloud.env, 'other'))).rejects.toMatchObject({ code: 'INVALID_ENV' });
  });

  it('says loudly what it does not simulate', async () => {
    const upload = outside(box.cloud.env).getTempFileURL({ fileList: ['cloud://a'] });
    await expect(upload).rejects.toMatchObject({
      code: 'ACTION_NOT_SIMULATED',
      message: expect.stringContaining('storage.'),
    });
  });

  it('tells a calling function how the called one failed', async () => {
    const called = (name: string, data: object) => box.reply('relay', { name, data });
    expect(await called('probe', { act: 'throw' })).toMatchObject({
      errCode: -1,
      errMsg: expect.stringContaining('no money'),
    });
    const app = outside(box.cloud.env);
    const failing = (name: string, act: string) => app.callFunction({ name, data: { act } });
    await expect(failing('probe', 'throw')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    await expect(failing('hurried', 'spin')).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
    await expect(failing('absent', '')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });

  it('answers rubbish with an error, HTTP 200 and the exact content type', async () => {
    for (const body of ['', '[]', 'x', '{}']) {
      const response = await fetch(`${box.url}/admin?env=e`, { method: 'POST', body });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(await response.json()).toMatchObject({ code: expect.any(String), requestId: expect.any(String) });
    }
  });
});

describe('POST /call/<function>', () => {
  let box: Started;
  beforeAll(async () => {
    box = await startCloud();
  });
  afterAll(() => box.stop());
  const post = async (name: string, body: string) => {
    const response = await fetch(`${box.url}/call/${name}`, { method: 'POST', body });
    return { status: response.status, answer: await response.json() };
  };

  it('plays wx.cloud.callFunction for curl', async () => {
    expect(await post('probe', '{"data":{"act":"echo"},"as":"server"}')).toMatchObject({
      status: 200,
      answer: { result: { act: 'echo' }, errMsg: 'cloud.callFunction:ok', requestID: expect.any(String), logs: [] },
    });
    expect(await post('probe', '{"data":{"act":"throw"}}')).toMatchObject({
      status: 200,
      answer: { errCode: -504002 },
    });
  });

  it('names what is wrong with a call', async () => {
    expect(await post('probe', '{"as":"king"}')).toMatchObject({
      status: 400,
      answer: { error: expect.stringMatching(/^as: /) },
    });
    expect(await post('probe', 'x')).toMatchObject({ status: 400, answer: { error: 'the body is not JSON' } });
    expect(await post('probe', '1')).toMatchObject({ status: 400, answer: { error: 'the body is not an object' } });
  });
});
