import fc from 'fast-check';
import type { Exchange } from '../../../shared/http';
import { certificates, signatureHeaders } from '../links/v3/provider';
import { firstKey, merchantPem, type PlatformKey, publicKey, secondKey } from '../wechatpay/keys';
import vectors from '../wechatpay/vectors.json';
import { Desk, variables } from './desk';
import { type Delivery, envelope, paid, signed } from './notification';

let desk: Desk;
let logged: string[];
beforeEach(() => {
  desk = new Desk();
  logged = [];
  jest.spyOn(console, 'log').mockImplementation((line) => logged.push(String(line)));
});
afterEach(() => jest.restoreAllMocks());

const fresh = (key?: PlatformKey) => signed(envelope(paid), desk.now(), key);
const status = async (delivery: Delivery) => (await desk.deliver(delivery)).statusCode;
const why = () => JSON.parse(logged.at(-1) ?? '{}').why;

const withCertificates: NodeJS.ProcessEnv = {
  PROFIT_SHARING_LINK: 'apiv3',
  WECHATPAY_API_V3_KEY: vectors.keys.apiv3_key,
  WECHATPAY_MCH_ID: '1900000100',
  WECHATPAY_MCH_SERIAL: vectors.keys.merchant_serial,
  WECHATPAY_MCH_PRIVATE_KEY: merchantPem,
};

/** A merchant that trusts platform certificates, and how often it asked for them. */
function deskWithCertificates(valid: readonly PlatformKey[], env = withCertificates) {
  const platform = { valid, asked: 0, down: false };
  const send: Exchange = async ({ url }) => {
    platform.asked += 1;
    if (platform.down) throw new Error('no network');
    if (url.pathname !== '/v3/certificates') throw new Error(`${url} is none of its business`);
    const body = Buffer.from(JSON.stringify(certificates(platform.valid)));
    return { status: 200, headers: signatureHeaders(body, firstKey, Math.round(desk.ahead / 1000)), body };
  };
  desk = new Desk(env, send);
  return platform;
}

test.each(vectors.callbacks)('believes and records what WeChat Pay signed: $name', async (vector) => {
  const delivery = { headers: vector.headers as unknown as Delivery['headers'], body: Buffer.from(vector.body) };
  const arrivingAt = (seconds: number) => {
    desk.ahead += seconds * 1000 - desk.now();
    return status(delivery);
  };
  deskWithCertificates([firstKey]);
  expect(await arrivingAt(Number(vector.headers['Wechatpay-Timestamp']))).toBe(200);
  const { out_order_no, transaction_id, receiver } = JSON.parse(vector.plaintext);
  expect([...desk.notices.records.values()]).toEqual([
    expect.objectContaining({
      _id: JSON.parse(vector.body).id,
      kind: JSON.parse(vector.body).summary === '分账' ? 'share' : 'return',
      number: out_order_no,
      transactionId: transaction_id,
      amount: receiver.amount,
    }),
  ]);
  for (const { now, accept } of vector.tolerance_checks ?? []) {
    expect([now, await arrivingAt(now)]).toEqual([now, accept ? 200 : 401]);
  }
});

it.each([0, 299, -299])('believes a clock that is %s s ahead', async (seconds) => {
  const delivery = fresh();
  desk.ahead += seconds * 1000;
  expect(await status(delivery)).toBe(200);
});

it.each([302, -302, 86_400])('refuses a clock that is %s s ahead, and logs by how much', async (seconds) => {
  const delivery = fresh();
  desk.ahead += seconds * 1000;
  expect(await status(delivery)).toBe(401);
  expect(why()).toMatch(/^wechatpay-timestamp: \d+ s apart/);
});

it('refuses whatever had a single bit changed, in the body or in a signature header', async () => {
  const delivery = fresh();
  const parts = ['body', ...Object.keys(delivery.headers)];
  const flip = (bytes: Buffer, at: number) => {
    const changed = Buffer.from(bytes);
    const byte = Math.floor(at / 8) % bytes.length;
    changed[byte] = (changed[byte] ?? 0) ^ (1 << (at % 8));
    return changed;
  };
  const flipped = (part: string, at: number): Delivery => {
    if (part === 'body') return { ...delivery, body: flip(delivery.body, at) };
    const value = flip(Buffer.from(delivery.headers[part] ?? '', 'latin1'), at).toString('latin1');
    return { ...delivery, headers: { ...delivery.headers, [part]: value } };
  };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), fc.nat(1_000_000), async (part, at) => {
      const changed = flipped(part, at);
      const inBase64 = { body: changed.body.toString('base64'), isBase64Encoded: true };
      expect(await desk.deliver(changed)).toMatchObject({ statusCode: 401 });
      expect(await desk.deliver(changed, inBase64)).toMatchObject({ statusCode: 401 });
    }),
    { numRuns: 500 },
  );
  for (let bit = 0; bit < 32; bit += 1) {
    // The last characters of base64 have bits that decoders ignore.
    const signature = delivery.headers['wechatpay-signature'] ?? '';
    expect(await status(flipped('wechatpay-signature', (signature.length - 4) * 8 + bit))).toBe(401);
  }
  expect(desk.notices.records.size).toBe(0);
  expect(await status(delivery)).toBe(200);
});

it('refuses a signature by another key under our key name', async () => {
  expect(await status(fresh({ ...publicKey, privateKey: secondKey.privateKey }))).toBe(401);
  expect(why()).toBe('wechatpay-signature');
});

it.each(['PUB_KEY_ID_0000000000000000000000000000', firstKey.serial, '__proto__', 'constructor'])(
  'refuses a signature that names the key %s, which is unknown',
  async (serial) => {
    expect(await status(fresh({ ...publicKey, serial }))).toBe(401);
    const kind = serial.startsWith('PUB_KEY_ID_') ? 'public key' : 'platform certificate';
    expect(why()).toMatch(new RegExp(`^signed with the ${kind} ${serial}: .*WECHATPAY_`));
  },
);

it('refuses the probes by which WeChat Pay sees whether signatures are checked', async () => {
  const { headers, body } = fresh();
  const signature = `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`;
  expect(await status({ headers: { ...headers, 'wechatpay-signature': signature }, body })).toBe(401);
  expect(why()).toBe('probe');
});

it('refuses a signed resource whose tag does not fit, and names the key that should have opened it', async () => {
  const { resource, ...rest } = envelope(paid) as { resource: { ciphertext: string } };
  for (const change of [
    (b: Buffer) => b.fill(0, b.length - 1),
    (b: Buffer) => b.subarray(0, 8),
    () => Buffer.alloc(1),
  ]) {
    const ciphertext = change(Buffer.from(resource.ciphertext, 'base64')).toString('base64');
    expect(await status(signed({ ...rest, resource: { ...resource, ciphertext } }, desk.now()))).toBe(500);
    expect(why()).toContain('WECHATPAY_API_V3_KEY');
  }
  expect(desk.notices.records.size).toBe(0);
});

it('accepts a resource without associated data', async () => {
  expect(await status(signed(envelope(paid, {}, ''), desk.now()))).toBe(200);
});

it.each<[string, object | Buffer]>([
  ['no JSON', Buffer.from('{"id":')],
  ['a list', Buffer.from('[]')],
  ['no id', envelope(paid, { id: undefined })],
  ['no resource', envelope(paid, { resource: undefined })],
  ['another algorithm', envelope(paid, { resource: { algorithm: 'AEAD_SM4_GCM', ciphertext: 'eA==', nonce: 'n' } })],
  ['a resource that is no JSON', envelope('receiver')],
  ['a payment', envelope({ mchid: '1900000100', out_trade_no: 'T1', transaction_id: '42', trade_state: 'SUCCESS' })],
  ['no receiver', envelope({ ...paid, receiver: undefined })],
  ['an amount that is none', envelope({ ...paid, receiver: { account: '1900000110', amount: '8.88' } })],
  ['no merchant', envelope({ ...paid, sp_mchid: undefined, sub_mchid: undefined })],
])('does not acknowledge what it cannot read, though it is signed: %s', async (_what, body) => {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  expect(await status(signed(bytes, desk.now()))).toBe(400);
  expect(desk.notices.records.size).toBe(0);
});

it('acknowledges a test of WeChat Pay, whose resource no page describes, and records nothing', async () => {
  const test = envelope(
    { mchid: '1900000100', echo_message: 'doctor-1' },
    { event_type: 'SECURITY.ECHO', summary: '测试' },
  );
  expect(await status(signed(test, desk.now()))).toBe(200);
  expect(desk.notices.records.size).toBe(0);
});

it('does not take a payment for a test', async () => {
  const payment = envelope({ mchid: '1900000100', transaction_id: '42' }, { event_type: 'REFUND.SUCCESS' });
  expect(await status(signed(payment, desk.now()))).toBe(400);
});

describe('platform certificates', () => {
  it('are fetched once and then kept', async () => {
    const platform = deskWithCertificates([firstKey]);
    expect([await status(fresh(firstKey)), await status(fresh(firstKey))]).toEqual([200, 200]);
    expect(platform.asked).toBe(1);
  });

  it('are fetched again when another one signs', async () => {
    const platform = deskWithCertificates([firstKey]);
    await status(fresh(firstKey));
    platform.valid = [firstKey, secondKey];
    desk.ahead += 10_000;
    expect([await status(fresh(secondKey)), await status(fresh(firstKey))]).toEqual([200, 200]);
    expect(platform.asked).toBe(2);
  });

  it('are fetched in vain once in a while, however many serials strangers make up', async () => {
    const platform = deskWithCertificates([firstKey]);
    await status(fresh(firstKey));
    desk.ahead += 10_000;
    for (const digit of '0123456789') {
      expect(await status(fresh({ ...secondKey, serial: digit.repeat(40) }))).toBe(401);
    }
    expect(platform.asked).toBe(2);
    expect(await status(fresh(firstKey))).toBe(200);
  });

  it('are not fetched for what is refused at first sight', async () => {
    const platform = deskWithCertificates([firstKey]);
    const { body, headers } = fresh(firstKey);
    await status({ body, headers: {} });
    await status({ body, headers: { ...headers, 'wechatpay-timestamp': '1' } });
    expect(platform.asked).toBe(0);
  });

  it('are good beside the public key, while a merchant changes over', async () => {
    const { WECHATPAY_PUBLIC_KEY_ID, WECHATPAY_PUBLIC_KEY } = variables;
    deskWithCertificates([secondKey], { ...withCertificates, WECHATPAY_PUBLIC_KEY_ID, WECHATPAY_PUBLIC_KEY });
    expect(await status(fresh(publicKey))).toBe(200);
  });

  it('that cannot be had are our failure, and WeChat Pay shall come again', async () => {
    const platform = deskWithCertificates([firstKey]);
    platform.down = true;
    expect(await status(fresh(firstKey))).toBe(503);
    platform.down = false;
    desk.ahead += 10_000;
    expect(await status(fresh(firstKey))).toBe(200);
  });
});

it('needs the public key alone, also where an API v2 merchant keeps its private key beside it', async () => {
  desk = new Desk({ ...variables, PROFIT_SHARING_LINK: 'apiv2', WECHATPAY_MCH_PRIVATE_KEY: merchantPem });
  expect(await status(fresh())).toBe(200);
});

it.each<[string, NodeJS.ProcessEnv]>([
  ['WECHATPAY_API_V3_KEY', { ...variables, WECHATPAY_API_V3_KEY: undefined }],
  ['WECHATPAY_API_V3_KEY', { ...variables, WECHATPAY_API_V3_KEY: 'short' }],
  ['WECHATPAY_PUBLIC_KEY', { ...variables, WECHATPAY_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----x' }],
  ['WECHATPAY_MCH_ID', { ...variables, WECHATPAY_PUBLIC_KEY: undefined }],
  ['WECHATPAY_MCH_PRIVATE_KEY', { ...withCertificates, WECHATPAY_MCH_PRIVATE_KEY: undefined }],
  ['PROFIT_SHARING_LEDGER=off', { ...variables, PROFIT_SHARING_LEDGER: 'off' }],
])('acknowledges nothing while %s is missing or wrong, and names it in the log', async (name, env) => {
  desk = new Desk(env);
  expect(await desk.deliver(fresh())).toMatchObject({ statusCode: 500, body: '{"code":"FAIL","message":"try again"}' });
  expect(why()).toBe(`CONFIG_ERROR: ${name}`);
  expect(desk.notices.records.size).toBe(0);
});
