import { join } from 'node:path';
import { CallError, parties, type Sandbox, startSandbox } from '../../sandbox';
import type { HttpResponse } from '../../sandbox/http/httpResponse';
import { type Listening, listen } from '../../sandbox/http/listen';

const fixtures = join(__dirname, 'cloudbase', 'fixtures');

describe('the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ functionsDir: fixtures });
  });
  beforeEach(() => sandbox.state.reset());
  afterAll(() => sandbox.stop());

  const post = (path: string, body: unknown, headers = {}) =>
    fetch(`${sandbox.url}${path}`, { method: 'POST', body: JSON.stringify(body), headers });
  const payRaw = async (api: string, data: object) => {
    const { result } = await sandbox.call('payRaw', { api, data: JSON.stringify(data) });
    return result;
  };
  const addSupplier = {
    sub_mch_id: parties.subMerchant.mchId,
    nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    receiver: JSON.stringify({
      type: 'MERCHANT_ID',
      account: parties.receivers[0].mchId,
      name: parties.receivers[0].name,
      relation_type: 'SUPPLIER',
    }),
  };

  it('carries a call from a function through the SDK to the books of WeChat Pay', async () => {
    const reply = (await payRaw('profitSharingAddReceiver', addSupplier)) as { text: string };
    expect(JSON.parse(reply.text)).toMatchObject({ return_code: 'SUCCESS', result_code: 'SUCCESS' });
    expect(sandbox.state.calls.list()).toMatchObject([{ api: 'profitSharingAddReceiver', link: 'cloudpay' }]);
  });

  it('serves the same books to WeChat Cloud Run', async () => {
    const json = { 'content-type': 'application/json' };
    const response = await post('/_/pay/profitsharingaddreceiver', addSupplier, json);
    expect(await response.json()).toMatchObject({ errcode: 0, respdata: { result_code: 'SUCCESS' } });
    const refused = await post('/_/pay/profitsharingaddreceiver', addSupplier, { 'content-type': 'text/plain' });
    expect(refused.status).toBe(400);
  });

  it('obeys the faults that are injected over HTTP', async () => {
    await post('/_sandbox/faults', { kind: 'silence', effect: 'after' });
    expect(await payRaw('profitSharingAddReceiver', addSupplier)).toMatchObject({ thrown: { code: 'ECONNRESET' } });
    await post('/_sandbox/faults', { kind: 'platform', code: 'SYS_ERR', message: 'down' });
    expect(await payRaw('profitSharingAddReceiver', addSupplier)).toMatchObject({ thrown: { code: 'SYS_ERR' } });
  });

  it('places an order on an empty request', async () => {
    const response = await fetch(`${sandbox.url}/_sandbox/orders`, { method: 'POST' });
    expect(response.ok).toBe(true);
    expect(await response.json()).toHaveProperty('transaction_id');
    expect((await fetch(`${sandbox.url}/_sandbox/orders`, { method: 'POST', body: 'x' })).status).toBe(400);
  });

  it('rejects a failed call as wx.cloud does, and one that makes no sense as ours', async () => {
    await expect(sandbox.call('probe', { act: 'throw' })).rejects.toThrow(CallError);
    await expect(sandbox.call('probe', { act: 'throw' })).rejects.toMatchObject({ answer: { errCode: -504002 } });
    await expect(sandbox.call('probe', {}, { token: true, source: 1 } as object)).rejects.toThrow(TypeError);
  });

  it('lists its routes at an unknown address', async () => {
    for (const path of ['/', '/admin', '/call/probe', '/_/other', '/%E0']) {
      const response = await fetch(`${sandbox.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({
        error: expect.stringContaining(path),
        routes: expect.arrayContaining(['POST /admin', 'POST /call/{function}']),
      });
    }
    expect((await fetch(`${sandbox.url}/_sandbox`)).status).toBe(200);
  });

  it('says so when its port is taken', async () => {
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is reachable from this machine only', () => {
    expect(new URL(sandbox.url).hostname).toBe('127.0.0.1');
  });

  it('gives every call the form of context it was started with', async () => {
    const old = await startSandbox({ functionsDir: fixtures, environment: 'old' });
    const { result } = await old.call('probe', { act: 'context' });
    expect(result).toHaveProperty('environ');
    expect(result).not.toHaveProperty('environment');
    await old.stop();
  });
});

describe('an answer on the wire', () => {
  const delivery: HttpResponse = {
    status: 201,
    contentType: 'text/plain',
    body: Buffer.from('0123456789'),
    delayMs: 0,
    cut: 'none',
    headers: { 'x-extra': '1' },
  };
  let listening: Listening;
  const answerWith = async (change: Partial<HttpResponse>): Promise<Response> => {
    listening = await listen(
      [{ path: '/', does: 'answers', answer: () => ({ ...delivery, ...change }) }],
      0,
      '127.0.0.1',
    );
    return fetch(listening.url);
  };
  afterEach(() => listening.stop());

  it('is delivered to the letter', async () => {
    const response = await answerWith({});
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(response.headers.get('x-extra')).toBe('1');
    expect(await response.text()).toBe('0123456789');
  });

  it('comes late when it is delayed', async () => {
    const started = Date.now();
    await answerWith({ delayMs: 120 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(118);
  });

  it('never comes when the line is cut before it', async () => {
    await expect(answerWith({ cut: 'before-answer' })).rejects.toThrow('fetch failed');
  });

  it('announces its length but stops half-way when it is cut inside', async () => {
    const response = await answerWith({ cut: 'mid-body' });
    expect(response.headers.get('content-length')).toBe('10');
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('is refused for a request over 16 MiB, and loud when the sandbox itself fails', async () => {
    listening = await listen(
      [
        {
          path: '/',
          does: 'answers',
          answer: () => {
            throw new Error('a bug of ours');
          },
        },
      ],
      0,
      '127.0.0.1',
    );
    const failed = await fetch(listening.url);
    expect(failed.status).toBe(500);
    expect(await failed.text()).toContain('a bug of ours');
    const large = await fetch(listening.url, { method: 'POST', body: Buffer.alloc(16 * 1024 * 1024 + 1) });
    expect(large.status).toBe(413);
  });
});
