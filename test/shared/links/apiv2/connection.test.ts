import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { exchange } from '../../../../shared/http';
import { type ApiV2Config, apiv2 } from '../../../../shared/links/apiv2';
import { caller, type OperationName, operationNamed, operationNames, provider, requests } from './calls';
import { authority } from './certificates';
import { type Platform, signed, startPlatform, successOf, xmlOf } from './platform';

let platform: Platform;
let config: ApiV2Config;

beforeEach(async () => {
  platform = await startPlatform();
  const { cert, key } = platform.merchant;
  config = { ...provider, mchCert: cert, mchPrivateKey: key, baseUrl: platform.url };
});
afterEach(() => platform.close());

function call(name: OperationName, given = config, ca: string | undefined = platform.ca) {
  return apiv2(given, exchange, ca).send(operationNamed(name), requests[name], { timeoutMs: 60_000, caller });
}

describe('the client certificate', () => {
  it('is presented on /secapi/ and nowhere else', async () => {
    for (const name of operationNames) expect(await call(name)).toMatchObject({ kind: 'answer' });
    expect(platform.seen).toHaveLength(operationNames.length);
    for (const { path, certificate } of platform.seen) {
      expect([path, certificate]).toEqual([path, path.startsWith('/secapi/') ? 'merchant 1900000100' : undefined]);
    }
  });

  it('is missed before anything is sent, but only where it is needed', async () => {
    const without = { ...config, mchCert: undefined };
    expect(await call('profitSharing', without)).toEqual({
      kind: 'fault',
      code: 'CONFIG_ERROR',
      detail: 'WECHATPAY_MCH_CERT',
    });
    expect(platform.seen).toHaveLength(0);
    expect(await call('profitSharingQuery', without)).toMatchObject({ kind: 'answer' });
  });

  it.each(['not a key', authority('Other CA').issue('other').key])(
    'with an unusable key is a fault of the configuration',
    async (key) => {
      const sent = await call('profitSharing', { ...config, mchPrivateKey: key });
      expect(sent).toMatchObject({
        kind: 'fault',
        code: 'CONFIG_ERROR',
        detail: expect.stringContaining('PRIVATE_KEY'),
      });
      expect(JSON.stringify(sent)).not.toContain(key);
      expect(platform.seen).toHaveLength(0);
    },
  );
});

describe('the configuration', () => {
  it.each([
    ['mchId', 'WECHATPAY_MCH_ID'],
    ['apiV2Key', 'WECHATPAY_API_V2_KEY'],
    ['appid', 'WECHATPAY_APPID'],
    ['mchPrivateKey', 'WECHATPAY_MCH_PRIVATE_KEY'],
  ])('names the variable behind a missing %s', async (field, detail) => {
    expect(await call('profitSharing', { ...config, [field]: undefined })).toEqual({
      kind: 'fault',
      code: 'CONFIG_ERROR',
      detail,
    });
    expect(platform.seen).toHaveLength(0);
  });
});

describe('connections', () => {
  it('are kept and shared by the calls of one link', async () => {
    const link = apiv2(config, exchange, platform.ca);
    for (const name of ['profitSharing', 'profitSharingFinish', 'profitSharing'] as const) {
      await link.send(operationNamed(name), requests[name], { timeoutMs: 60_000, caller });
    }
    expect(new Set(platform.seen.map(({ port }) => port)).size).toBe(1);
  });

  it('are not trusted after a rest, while a slow answer is waited for', async () => {
    const link = apiv2(config, exchange, platform.ca);
    const query = () =>
      link.send(operationNamed('profitSharingQuery'), requests.profitSharingQuery, { timeoutMs: 60_000, caller });
    await query();
    const [first] = platform.seen;
    const { answer } = platform;
    await new Promise((resolve) => setTimeout(resolve, 4500));
    platform.answer = (seen, response) => setTimeout(() => answer(seen, response), 4500);
    expect(await query()).toMatchObject({ kind: 'answer' });
    expect(platform.seen[1]?.port).not.toBe(first?.port);
  });

  it('work in parallel', async () => {
    const link = apiv2(config, exchange, platform.ca);
    const all = Array.from({ length: 20 }, (_, index) => {
      const request = { ...requests.profitSharing, out_order_no: `P${index}` };
      return link.send(operationNamed('profitSharing'), request, { timeoutMs: 60_000, caller });
    });
    const numbers = (await Promise.all(all)).map((sent) => sent.kind === 'answer' && sent.fields.out_order_no);
    expect(numbers).toEqual(all.map((_, index) => `P${index}`));
  });
});

describe('no answer', () => {
  it.each(['profitSharing', 'profitSharingQuery'] as const)(
    'is not sent, when the far end cannot prove who it is: %s',
    async (name) => {
      const untrusted = await call(name, config, authority('Other CA').ca);
      const elsewhere = await call(name, { ...config, baseUrl: platform.url.replace('127.0.0.1', '127.0.0.2') });
      for (const sent of [untrusted, elsewhere]) expect(sent).toMatchObject({ kind: 'fault', code: 'NOT_SENT' });
      expect(platform.seen).toHaveLength(0);
    },
  );

  it('is not sent, when no server listens', async () => {
    const closed = await listening(() => undefined);
    await new Promise((resolve) => closed.server.close(resolve));
    expect(await call('profitSharing', { ...config, baseUrl: closed.url })).toEqual({
      kind: 'fault',
      code: 'NOT_SENT',
      detail: 'ECONNREFUSED',
    });
  });

  it.each<[string, (end: (bytes?: string) => void) => void]>([
    ['hangs up', (end) => end()],
    ['speaks plain HTTP', (end) => end('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('is not sent, when the far end %s before TLS is agreed', async (_what, greet) => {
    const { server, url } = await listening(greet);
    expect(await call('profitSharing', { ...config, baseUrl: url })).toMatchObject({ kind: 'fault', code: 'NOT_SENT' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('leaves money in doubt, when the connection dies after the request', async () => {
    platform.answer = (_seen, response) => response.destroy();
    expect(await call('profitSharing')).toMatchObject({ kind: 'fault', code: 'NO_ANSWER' });
    expect(platform.seen).toHaveLength(1);
  });

  it('leaves money in doubt, when the connection dies within the answer', async () => {
    platform.answer = (seen, response) => {
      const xml = xmlOf(signed(successOf(seen)));
      response.writeHead(200, { 'content-length': Buffer.byteLength(xml) });
      response.write(xml.slice(0, 50), () => response.destroy());
    };
    expect(await call('profitSharing')).toMatchObject({ kind: 'fault', code: 'NO_ANSWER' });
  });

  it('leaves money in doubt, when it takes too long, also drop by drop', async () => {
    const link = apiv2(config, exchange, platform.ca);
    const send = (timeoutMs: number) =>
      link.send(operationNamed('profitSharing'), requests.profitSharing, { timeoutMs, caller });
    // The second request goes over the open connection: however busy the machine is, it leaves before its time is up.
    expect(await send(60_000)).toMatchObject({ kind: 'answer' });
    platform.answer = (_seen, response) => {
      const drops = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drops));
    };
    expect(await send(300)).toEqual({ kind: 'fault', code: 'NO_ANSWER', detail: 'TIMEOUT' });
    expect(platform.seen).toHaveLength(2);
  });
});

describe('a text that XML cannot write', () => {
  it.each(['\u0000', '\u001f', '\ud800', '\uffff'])('%j is refused by name before it is sent', (character) => {
    const finish = { ...requests.profitSharingFinish, description: `a${character}` };
    expect(apiv2(config).check?.(operationNamed('profitSharingFinish'), finish)).toEqual([
      { field: 'description', rule: 'pattern', params: expect.anything() },
    ]);
  });

  it('is no matter inside receivers, where JSON escapes it', () => {
    const receivers = [{ type: 'MERCHANT_ID', account: '1', amount: 1, description: '\u0000' }];
    const share = { ...requests.profitSharing, receivers };
    expect(apiv2(config).check?.(operationNamed('profitSharing'), share)).toEqual([]);
  });
});

/** A plain TCP end that greets every caller in its own way. */
async function listening(greet: (end: (bytes?: string) => void) => void): Promise<{ server: Server; url: string }> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined).resume();
    greet((bytes) => (bytes === undefined ? socket.destroy() : socket.end(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `https://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
