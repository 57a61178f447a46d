import { hostileAnswers } from '../../../../../sandbox/wechatpay/faults';
import { caller, type FamilyUnderTest, families, query, shareOf } from './families';
import type { Json } from './v3Merchants';
import { balanceOf, type Merchant, paidOrder, type Sandbox, settle, startSandbox, supplier } from './v3Merchants';

const [partner, , ecommerce] = families as [FamilyUnderTest, FamilyUnderTest, FamilyUnderTest];

let sandbox: Sandbox;
let provider: Merchant;
let transaction_id: string;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.state.reset();
  provider = await caller(sandbox, partner);
  transaction_id = paidOrder(sandbox);
});

async function inject(fault: Json): Promise<void> {
  const answer = await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });
  expect(answer.status).toBe(200);
}

const share = (last = true) =>
  provider.ask('POST', partner.paths.orders, shareOf(partner, transaction_id, 'P1', 888, last), {
    names: provider.credentials.publicKeyId,
  });

function received(): number {
  settle(sandbox);
  return balanceOf(sandbox, supplier.mchId);
}

describe('an error in place of the answer', () => {
  it.each([
    ['SYSTEMERROR', 500, 'SYSTEM_ERROR'],
    ['SYSTEM_ERROR', 500, 'SYSTEM_ERROR'],
    ['FREQUENCY_LIMITED', 429, 'FREQUENCY_LIMITED'],
    ['NOAUTH', 403, 'NO_AUTH'],
    ['AMOUNT_OVERDUE', 403, 'NOT_ENOUGH'],
    ['ORDER_NOT_READY', 400, 'INVALID_REQUEST'],
    ['NEVER_HEARD_OF', 400, 'NEVER_HEARD_OF'],
  ])('%s has the status and the spelling of v3', async (code, status, spelled) => {
    await inject({ kind: 'code', code });
    expect(await share()).toMatchObject({ status, json: { code: spelled } });
    expect(received()).toBe(0);
  });

  it('may hide that the money moved', async () => {
    await inject({ kind: 'code', code: 'SYSTEM_ERROR', effect: 'after' });
    expect((await share()).status).toBe(500);
    expect(received()).toBe(888);
  });

  it.each([
    ['签名失败', 401, 'SIGN_ERROR'],
    ['对同笔订单分账频率过高', 429, 'FREQUENCY_LIMITED'],
    ['受理关系不存在', 400, 'INVALID_REQUEST'],
  ])('the v2 envelope %s is a code here', async (message, status, code) => {
    await inject({ kind: 'envelope', message });
    expect(await share()).toMatchObject({ status, json: { code, message } });
  });
});

describe('faults are aimed by the name of the operation, on every link', () => {
  it('tells a single share from one that keeps the order open', async () => {
    await inject({ kind: 'code', code: 'SYSTEM_ERROR', api: 'profitSharing' });
    expect((await share(false)).status).toBe(200);
    expect((await share(true)).status).toBe(500);
  });

  it('hits the same operation of another family', async () => {
    const platform = await caller(sandbox, ecommerce);
    await inject({ kind: 'code', code: 'SYSTEM_ERROR', api: 'profitSharingQuery' });
    const asked = { ...ecommerce.sub, transaction_id };
    expect((await platform.ask('GET', ecommerce.queryPath('P1') + query(asked))).status).toBe(500);
    expect(sandbox.state.calls.list().at(-1)).toMatchObject({ api: 'profitSharingQuery', link: 'ecommerce' });
  });
});

describe('answers that must not be believed', () => {
  const { stringMatching } = expect;

  it.each(['missing', 'wrong', 'unknownSerial', 'stale', 'altered'])(
    '%s: the money has moved all the same',
    async (flaw) => {
      await inject({ kind: 'signature', flaw });
      const answer = await share();
      expect(answer.status).toBe(200);
      const { publicKeyPem, publicKeyId } = provider.credentials;
      const believable =
        answer.signedBy(publicKeyPem) &&
        answer.headers.get('wechatpay-serial') === publicKeyId &&
        Date.now() / 1000 - Number(answer.headers.get('wechatpay-timestamp')) < 300;
      expect(believable).toBe(false);
      expect(received()).toBe(888);
    },
  );

  it('each differs from a true answer in one thing only', async () => {
    const { publicKeyPem, publicKeyId } = provider.credentials;
    const with_ = async (flaw: string) => {
      await inject({ kind: 'signature', flaw });
      return share();
    };
    expect((await with_('missing')).headers.has('wechatpay-signature')).toBe(false);
    expect((await with_('unknownSerial')).signedBy(publicKeyPem)).toBe(true);
    const stale = await with_('stale');
    expect(stale.signedBy(publicKeyPem)).toBe(true);
    expect(Date.now() / 1000 - Number(stale.headers.get('wechatpay-timestamp'))).toBeGreaterThan(300);
    for (const flaw of ['wrong', 'altered']) {
      const { headers, signedBy } = await with_(flaw);
      expect(headers.get('wechatpay-serial')).toBe(publicKeyId);
      expect(signedBy(publicKeyPem)).toBe(false);
    }
    const altered = await with_('altered');
    const honest = await share();
    const different = [...altered.bytes].filter((byte, at) => byte !== honest.bytes[at]);
    expect(altered.bytes).toHaveLength(honest.bytes.length);
    expect(different).toHaveLength(1);
  });

  it('an answer about another order is signed like a true one', async () => {
    await inject({ kind: 'otherAnswer' });
    const answer = await share();
    expect(answer.signedBy(provider.credentials.publicKeyPem)).toBe(true);
    expect(answer.json.out_order_no).not.toBe('P1');
  });

  it.each(['before', 'after'] as const)(
    'a lie is signed like a true answer, told %s the money moved',
    async (effect) => {
      const told: Record<string, unknown> = {};
      for (const answer of hostileAnswers) {
        await inject({ kind: 'hostile', answer, effect });
        const { status, json, signedBy } = await share();
        expect([status, signedBy(provider.credentials.publicKeyPem)]).toEqual([200, true]);
        const lines = json.receivers as Json[] | undefined;
        told[answer] = lines ? lines.map(({ account, amount, result }) => [account, amount, result]) : json;
      }
      expect(told).toEqual({
        empty: {},
        successAlone: { code: 'SUCCESS' },
        otherOperation: { max_ratio: 2000 },
        otherAmount: [[supplier.mchId, 889, 'PENDING']],
        otherAccount: [['1900009999', 888, 'PENDING']],
        extraLine: [
          [supplier.mchId, 888, 'PENDING'],
          ['1900009999', 1, 'PENDING'],
        ],
        noLines: [],
        objectResult: [[supplier.mchId, 888, { value: 'PENDING' }]],
      });
      expect(received()).toBe(effect === 'after' ? 888 : 0);
    },
  );

  it('an error page of the gateway is not signed', async () => {
    await inject({ kind: 'status', status: 502, body: '<html>', contentType: 'text/html' });
    const { status, headers, bytes } = await share();
    expect({ status, type: headers.get('content-type'), body: bytes.toString() }).toEqual({
      status: 502,
      type: stringMatching('text/html'),
      body: '<html>',
    });
    expect(received()).toBe(0);
  });

  it('half an answer is half a JSON text', async () => {
    await inject({ kind: 'broken', effect: 'after' });
    await expect(share()).rejects.toThrow(SyntaxError);
    expect(received()).toBe(888);
  });

  it.each(['before', 'after'])('silence tells nothing: the effect is %s', async (effect) => {
    await inject({ kind: 'silence', effect });
    await expect(share()).rejects.toThrow();
    expect(received()).toBe(effect === 'after' ? 888 : 0);
  });

  it('a slow answer is a true one', async () => {
    await inject({ kind: 'slow', delayMs: 50 });
    expect((await share()).signedBy(provider.credentials.publicKeyPem)).toBe(true);
  });
});
