import fc from 'fast-check';
import {
  balanceOf,
  type Json,
  type Manner,
  type Merchant,
  merchant,
  paidOrder,
  parties,
  type Sandbox,
  startSandbox,
  supplier,
} from './v3Merchants';

const ORDERS = '/v3/profitsharing/orders';
const sub_mchid = parties.subMerchant.mchId;

let sandbox: Sandbox;
let provider: Merchant;

beforeAll(async () => {
  sandbox = await startSandbox();
  provider = await merchant(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.state.reset());

function finish(): Json {
  return { sub_mchid, transaction_id: paidOrder(sandbox), out_order_no: 'F1', description: '完结' };
}

async function refusedFor(manner: Manner, body: Json = finish()): Promise<unknown> {
  const { status, json } = await provider.ask('POST', `${ORDERS}/unfreeze`, body, manner);
  expect({ status, code: json.code }).toEqual({ status: 401, code: 'SIGN_ERROR' });
  sandbox.state.bank.clock.advance(5000);
  expect(balanceOf(sandbox, sub_mchid)).toBe(0);
  return (json.detail as Json).field;
}

describe('a request moves money only when its merchant signed exactly it', () => {
  it('moves money for an honest signature', async () => {
    const { status } = await provider.ask('POST', `${ORDERS}/unfreeze`, finish());
    expect(status).toBe(200);
    sandbox.state.bank.clock.advance(5000);
    expect(balanceOf(sandbox, sub_mchid)).toBe(9940);
  });

  it.each<[string, Manner['signs']]>([
    ['another method', { method: 'GET' }],
    ['another path', { target: `${ORDERS}` }],
    ['a query that is not there', { target: `${ORDERS}/unfreeze?a=1` }],
    ['another body', { body: '{}' }],
  ])('refuses a signature over %s', async (_, signs) => {
    expect(await refusedFor(signs ? { signs } : {})).toBe('signature');
  });

  it('refuses a body of which one byte was changed, whichever', async () => {
    const body = JSON.stringify(finish());
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: body.length - 1 }), fc.integer({ min: 32, max: 126 }), async (at, code) => {
        const changed = body.slice(0, at) + String.fromCharCode(code) + body.slice(at + 1);
        fc.pre(changed !== body);
        const { status } = await provider.ask('POST', `${ORDERS}/unfreeze`, changed, { signs: { body } });
        expect(status).toBe(401);
      }),
      { numRuns: 40 },
    );
  });

  it('covers path and query as they were sent, not as they read', async () => {
    const transaction_id = paidOrder(sandbox);
    const share = { sub_mchid, transaction_id, out_order_no: 'a|b@c*', description: '完结' };
    await provider.ask('POST', `${ORDERS}/unfreeze`, share);
    const sent = `${ORDERS}/a%7Cb%40c*?sub_mchid=${sub_mchid}&transaction_id=${transaction_id}`;
    expect((await provider.ask('GET', sent)).json.out_order_no).toBe('a|b@c*');
    const read = sent.replace('%40', '@');
    expect((await provider.ask('GET', sent, '', { signs: { target: read } })).status).toBe(401);
  });

  it('takes the five parts in any order', async () => {
    const authorization = (honest: string) => {
      const [scheme, parts = ''] = honest.split(' ');
      return `${scheme} ${parts.split(',').reverse().join(', ')}`;
    };
    expect((await provider.ask('GET', '/v3/certificates', '', { authorization })).status).toBe(200);
  });

  it('takes the serial number in lower case too', async () => {
    const serial = provider.credentials.mchSerial.toLowerCase();
    expect((await provider.ask('GET', '/v3/certificates', '', { serial })).status).toBe(200);
  });

  it.each([
    ['no Authorization at all', () => ''],
    ['another scheme', (honest: string) => honest.replace('RSA2048', 'SM3')],
    ['a missing part', (honest: string) => honest.replace(/nonce_str="[^"]*",/, '')],
    ['a part said twice', (honest: string) => `${honest},mchid="1"`],
  ])('refuses %s', async (_, authorization) => {
    expect(await refusedFor({ authorization })).toBe('authorization');
  });

  it('refuses a serial number that is not the merchant’s', async () => {
    const other = await sandbox.credentials(supplier.mchId);
    expect(await refusedFor({ serial: other.mchSerial })).toBe('serial_no');
    expect(await refusedFor({ mchId: supplier.mchId })).toBe('serial_no');
    expect(await refusedFor({ mchId: '1999999999' })).toBe('serial_no');
  });
});

describe('a request is good once, and for five minutes', () => {
  const now = () => Math.floor(Date.now() / 1000);

  it.each([-240, 240])('takes a clock %i s off', async (off) => {
    const { status } = await provider.ask('POST', `${ORDERS}/unfreeze`, finish(), { timestamp: now() + off });
    expect(status).toBe(200);
  });

  it.each([-360, 360])('refuses a clock %i s off', async (off) => {
    expect(await refusedFor({ timestamp: now() + off })).toBe('timestamp');
  });

  it.each(['', 'now', '-5'])('refuses the time %p', async (timestamp) => {
    expect(['timestamp', 'authorization']).toContain(await refusedFor({ timestamp }));
  });

  it('refuses milliseconds', async () => {
    expect(await refusedFor({ timestamp: Date.now() })).toBe('timestamp');
  });

  it('refuses the same request heard twice, so that a recording moves no money', async () => {
    const nonce = 'once';
    const body = finish();
    const timestamp = now();
    expect((await provider.ask('POST', `${ORDERS}/unfreeze`, body, { nonce, timestamp })).status).toBe(200);
    const again = await provider.ask('POST', `${ORDERS}/unfreeze`, body, { nonce, timestamp });
    expect(again.json).toMatchObject({ code: 'SIGN_ERROR', detail: { field: 'nonce_str' } });
  });

  it('does not spend a nonce on a request that was never signed', async () => {
    const nonce = 'mine';
    await provider.ask('GET', '/v3/certificates', '', { nonce, signs: { target: '/' } });
    expect((await provider.ask('GET', '/v3/certificates', '', { nonce })).status).toBe(200);
  });
});

describe('the headers every request needs', () => {
  it.each([
    [{ accept: 'text/html' }, 'Http头缺少Accept或User-Agent'],
    [{ 'content-type': 'text/plain' }, 'Content-Type须为application/json'],
  ])('refuses %j', async (headers, message) => {
    const { status, json } = await provider.ask('POST', `${ORDERS}/unfreeze`, finish(), { headers });
    expect({ status, ...json }).toMatchObject({ status: 400, code: 'PARAM_ERROR', message });
  });

  it('takes any Accept that JSON fits into', async () => {
    for (const accept of ['*/*', 'application/*', 'text/plain, application/json; charset=utf-8']) {
      expect((await provider.ask('GET', '/v3/certificates', '', { headers: { accept } })).status).toBe(200);
    }
  });
});

it('writes every call into the log, the refused ones too', async () => {
  await provider.ask('POST', `${ORDERS}/unfreeze`, finish(), { signs: { body: '{}' } });
  await provider.ask('POST', `${ORDERS}/unfreeze`, finish());
  expect(sandbox.state.calls.list()).toMatchObject([
    { api: 'profitSharingFinish', link: 'apiv3', outcome: { http: 401, code: 'SIGN_ERROR' } },
    { api: 'profitSharingFinish', link: 'apiv3', request: { out_order_no: 'F1' }, outcome: { http: 200 } },
  ]);
});
