import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseCaller } from '../../../shared/caller';
import { profitSharingFinish } from '../../../shared/generated/operations/profitSharingFinish';
import { cloudrun } from '../../../shared/links/cloudrun';
import { fromFunction } from '../callers';

const request = { sub_mch_id: '1900000109', transaction_id: '42', out_order_no: 'F1', description: '完结' };
const fields = { return_code: 'SUCCESS', result_code: 'SUCCESS', order_id: '30' };
const caller = parseCaller(fromFunction);
let server: Server | undefined;

afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));

async function gateway(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function sendTo(baseUrl: string, timeoutMs = 60_000) {
  if (!caller) throw new Error('the fixture has an identity');
  return cloudrun({ baseUrl }).send(profitSharingFinish, request, { timeoutMs, caller });
}

const answering = (status: number, body: string, headers = {}) =>
  gateway((_request, response) => response.writeHead(status, headers).end(body)).then((url) => sendTo(url));

it('posts the contract as JSON to the operation in lower case', async () => {
  const seen: unknown[] = [];
  const url = await gateway((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => {
      seen.push(incoming.method, incoming.url, incoming.headers['content-type'], JSON.parse(body));
      response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', respdata: fields }));
    });
  });
  expect(await sendTo(url)).toEqual({ kind: 'answer', fields });
  expect(seen).toEqual(['POST', '/_/pay/profitsharingfinish', 'application/json', request]);
});

it.each([
  ['a redirect, which does not say whether the request was passed on', 302, '', 'PLATFORM_ERROR'],
  ['a refusal of the content type', 400, 'bad', 'PLATFORM_REFUSED'],
  ['an overloaded gateway', 502, '<html>', 'PLATFORM_ERROR'],
  ['an empty body', 200, '', 'PLATFORM_ERROR'],
  ['a gateway fault without respdata', 200, '{"errcode":-1,"errmsg":"system error"}', 'PLATFORM_ERROR'],
  ['an envelope with nothing in it', 200, '{"errcode":0,"errmsg":"ok"}', 'BAD_ANSWER'],
  ['null', 200, 'null', 'BAD_ANSWER'],
  ['truncated JSON', 200, '{"errcode":0,"respdata":{"return_', 'BAD_ANSWER'],
])('never takes %s for an answer of WeChat Pay', async (_what, status, body, code) => {
  expect(await answering(status, body)).toMatchObject({ kind: 'fault', code });
});

it('does not read an answer without end', async () => {
  const url = await gateway((_request, response) => {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  });
  expect(await sendTo(url)).toMatchObject({ kind: 'fault', code: 'BAD_ANSWER' });
});

it('knows that a refused connection carried no money', async () => {
  const url = await gateway(() => undefined);
  await new Promise((done) => server?.close(done));
  server = undefined;
  expect(await sendTo(url)).toMatchObject({ kind: 'fault', code: 'NOT_SENT', detail: 'ECONNREFUSED' });
});

it('does not know what a connection cut after sending carried', async () => {
  const url = await gateway((incoming) => incoming.socket.destroy());
  expect(await sendTo(url)).toMatchObject({ kind: 'fault', code: 'NO_ANSWER' });
});

it('does not know what became of a request that got no answer in time', async () => {
  let isFirst = true;
  const url = await gateway((_request, response) => {
    if (isFirst) response.end(JSON.stringify({ errcode: 0, errmsg: 'ok', respdata: fields }));
    isFirst = false;
  });
  // The second request goes over the open connection: however busy the machine is, it leaves before its time is up.
  expect(await sendTo(url)).toMatchObject({ kind: 'answer' });
  expect(await sendTo(url, 50)).toMatchObject({ kind: 'fault', code: 'NO_ANSWER', detail: 'TIMEOUT' });
});

it('does not trust an answer that breaks off', async () => {
  const url = await gateway((incoming, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"errcode":0');
    setTimeout(() => incoming.socket.destroy(), 20);
  });
  expect(await sendTo(url)).toMatchObject({ kind: 'fault', code: 'NO_ANSWER' });
});
