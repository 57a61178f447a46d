import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import tcb from '@cloudbase/node-sdk';
import { parseMultipart } from '../../../sandbox/cloudbase/multipart';
import { type SignedRequest, verifyTc3 } from '../../../sandbox/cloudbase/tc3';

const secretKey = 'the key of the environment';
const keyOf = (secretId: string) => (secretId === 'AKIDtest' ? secretKey : undefined);

/** Lets the real SDK sign and send, and keeps what arrived. */
async function signedBySdk(send: (app: tcb.CloudBase) => Promise<unknown>): Promise<SignedRequest> {
  const arrived: { request?: IncomingMessage; body: Buffer[] } = { body: [] };
  const server = createServer((request, response) => {
    arrived.request = request;
    request.on('data', (chunk: Buffer) => arrived.body.push(chunk));
    request.on('end', () => response.end('{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`;
  const app = tcb.init({ env: 'env-1', secretId: 'AKIDtest', secretKey, serviceUrl, keepalive: false });
  await send(app).catch(() => undefined);
  server.closeAllConnections();
  server.close();

  const { url = '', headers = {} } = arrived.request ?? {};
  const body = Buffer.concat(arrived.body);
  const contentType = headers['content-type'] ?? '';
  const params = contentType.startsWith('multipart/') ? parseMultipart(body, contentType) : JSON.parse(body.toString());
  const [path = '', query = ''] = url.split('?');
  return { method: 'post', path, query, headers, params };
}

const call = (app: tcb.CloudBase) =>
  app.callFunction({ name: 'profitSharing', data: { description: ' 分账 to "a" & b;c ' } });
const pay = (app: tcb.CloudBase) =>
  app.callWxPayApi({
    apiName: 'profitSharingQuery',
    apiOptions: Buffer.from([0x0a, 0x02, 0xff, 0xfe]),
    requestData: Buffer.from([0, 13, 10, 45, 45, 255, 32]),
  });

describe('a TC3 signature', () => {
  let json: SignedRequest;
  let form: SignedRequest;
  const now = () => Date.now();
  const verify = (request: SignedRequest, at = now()) => verifyTc3(request, keyOf, at).ok;

  beforeAll(async () => {
    process.env.TENCENTCLOUD_RUNENV = 'SCF';
    process.env.TENCENTCLOUD_REGION = 'ap-shanghai';
    process.env.SCF_NAMESPACE = 'env-1';
    json = await signedBySdk(call);
    form = await signedBySdk(pay);
  });

  it('of the real SDK is accepted, on JSON and on forms with arbitrary bytes', () => {
    expect(verifyTc3(json, keyOf, now())).toEqual({ ok: true, secretId: 'AKIDtest' });
    expect(verifyTc3(form, keyOf, now())).toEqual({ ok: true, secretId: 'AKIDtest' });
  });

  it('made with another key is refused', () => {
    expect(verifyTc3(json, () => 'another key', now())).toEqual({ ok: false, message: 'the signature does not match' });
  });

  it('of an unknown secret id is refused', () => {
    expect(verifyTc3(json, () => undefined, now())).toMatchObject({ ok: false });
  });

  it.each(['function_name', 'request_data', 'envname', 'action'])('covers the parameter %s', (name) => {
    const params = Object.fromEntries(
      Object.entries(json.params).map(([key, value]) => [key, key.toLowerCase() === name ? `${value}x` : value]),
    );
    expect(verify({ ...json, params })).toBe(false);
  });

  it('covers every byte of a form', () => {
    const data = form.params.requestData;
    if (!Buffer.isBuffer(data)) throw new Error('the form has no bytes');
    for (let at = 0; at < data.length; at += 1) {
      const changed = Buffer.from(data);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(verify({ ...form, params: { ...form.params, requestData: changed } })).toBe(false);
    }
  });

  it('lets no unsigned parameter slip in, and none disappear', () => {
    expect(verify({ ...json, params: { ...json.params, extra: '1' } })).toBe(false);
    const { request_data: _, ...rest } = json.params;
    expect(verify({ ...json, params: rest })).toBe(false);
  });

  it.each(['host', 'x-tcb-source', 'user-agent'])('covers the header %s', (name) => {
    expect(verify({ ...json, headers: { ...json.headers, [name]: 'other' } })).toBe(false);
  });

  it('covers the path and the query', () => {
    expect(verify({ ...json, path: '/other' })).toBe(false);
    expect(verify({ ...json, query: `${json.query}&env=env-2` })).toBe(false);
  });

  it('is good for 600 seconds', () => {
    const signedAt = Number(json.headers['x-timestamp']) * 1000;
    expect(verify(json, signedAt + 600_000)).toBe(true);
    expect(verify(json, signedAt + 601_000)).toBe(false);
    expect(verify(json, signedAt - 601_000)).toBe(false);
  });

  it('names the day it was made on', () => {
    const authorization = json.headers.authorization?.replace(/\d{4}-\d\d-\d\d/, '2020-01-01') ?? '';
    expect(verifyTc3({ ...json, headers: { ...json.headers, authorization } }, keyOf, now())).toEqual({
      ok: false,
      message: 'the date of Credential is not the UTC date of X-Timestamp',
    });
  });

  it('cannot be replaced by an API key', () => {
    expect(verify({ ...json, headers: { ...json.headers, authorization: 'Bearer key' } })).toBe(false);
  });
});
