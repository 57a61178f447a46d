import { bills } from '../../../sandbox/wechatpay/wires/v3/bills';
import { brand } from '../../../sandbox/wechatpay/wires/v3/brand';
import { certificates } from '../../../sandbox/wechatpay/wires/v3/certificates';
import { ecommerce } from '../../../sandbox/wechatpay/wires/v3/ecommerce';
import type { Endpoint } from '../../../sandbox/wechatpay/wires/v3/endpoint';
import { ordinary } from '../../../sandbox/wechatpay/wires/v3/ordinary';
import { type FamilyUnderTest, families, shareOf } from '../wechatpay/wires/v3/families';
import {
  type Json,
  merchant,
  paidOrder,
  parties,
  type Sandbox,
  settle,
  startSandbox,
  supplier,
} from '../wechatpay/wires/v3/v3Merchants';
import { answerDifferences, type ObjectShape, requestDifferences } from './compare';
import { deviations } from './deviations';
import transcribed from './transcription.json';

interface Page {
  readonly request: ObjectShape;
  /** null: no JSON. */
  readonly answer: ObjectShape | null;
}

/**
 * Names, types, obligations and values of every request and answer of the three families, as the public transcription
 * TheNorthMemory/wechatpay-openapi has them (2026-08-21): facts of WeChat Pay's pages, without their texts.
 */
const transcription: Readonly<Record<string, Page>> = transcribed as unknown as Record<string, Page>;

const endpoints = [...ordinary, ...ecommerce, ...brand, bills, certificates];
const addressOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

/** Differences that were found and are meant; each must be found again. */
const found = new Set<string>();

function unexplained(address: string, kind: 'request' | 'answer', differences: readonly string[]): string[] {
  const named = differences.map((difference) => `${address} ${kind} ${difference}`);
  return [...new Set(named)].filter((name) => {
    const known = deviations.find(({ of }) => of.test(name));
    if (known) found.add(known.of.source);
    return !known;
  });
}

describe('requests', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const pages = endpoints.filter(({ path }) => !path.endsWith('/'));

  it.each(pages.map((endpoint) => [addressOf(endpoint), endpoint] as const))(
    '%s takes what is transcribed',
    (address, endpoint) => {
      const page = transcription[address];
      if (!page) throw new Error(`${address} is not transcribed`);
      const caller = sandbox.state.bank.merchant(
        endpoint.link === 'ecommerce' ? parties.platform.mchId : parties.provider.mchId,
      );
      if (!caller) throw new Error('no caller');
      expect(unexplained(address, 'request', requestDifferences(page.request, endpoint.fields(caller)))).toEqual([]);
    },
  );

  it('none that is transcribed is missing', () => {
    const known = new Set(endpoints.map(addressOf));
    // The file behind the address of a bill is no JSON.
    expect(Object.keys(transcription).filter((address) => !known.has(address))).toEqual(['GET /v3/billdownload/file']);
  });
});

/** The transcribed address of a request, whatever stands in its path. */
function pageOf(method: string, target: string): string {
  const [path = ''] = target.split('?');
  const fits = (address: string) => {
    const pattern = address.replace(/\{\w+\}/g, '[^/]+');
    return RegExp(`^${pattern}$`).test(`${method} ${path}`);
  };
  const addresses = Object.keys(transcription).filter(fits);
  const exact = addresses.find((address) => !address.includes('{'));
  return exact ?? addresses[0] ?? '';
}

describe('answers', () => {
  let sandbox: Sandbox;
  const asked = new Set<string>();

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => sandbox.state.reset());

  /** A caller whose every answer of success is held against its page. */
  async function checking(mchId: string) {
    const calling = await merchant(sandbox, mchId);
    const ask = async (method: 'GET' | 'POST', target: string, body?: Json): Promise<Json> => {
      const { status, json } = await calling.ask(method, target, body, { names: calling.credentials.publicKeyId });
      expect({ target, status, ...(status !== 200 && json) }).toEqual({ target, status: 200 });
      const address = pageOf(method, target);
      asked.add(address);
      expect(unexplained(address, 'answer', answerDifferences(transcription[address]?.answer ?? {}, json))).toEqual([]);
      return json;
    };
    return { ask, encrypt: calling.encrypt };
  }

  /** Everything that a family can do with two orders: one is shared in part, returned and finished, of one a line fails. */
  async function wholeLife(family: FamilyUnderTest): Promise<void> {
    const { ask, encrypt } = await checking(family.callerMchId);
    const { paths, sub } = family;
    const receiver = { type: 'MERCHANT_ID', account: supplier.mchId };
    const name = family.encryptsNames ? encrypt(supplier.name) : supplier.name;
    await ask('POST', paths.add, { ...family.addHead, ...receiver, name, relation_type: 'SUPPLIER' });
    const transaction_id = paidOrder(sandbox, family.payerMchId, family.family);
    const query = (fields: Json) => new URLSearchParams({ ...sub, ...fields } as Record<string, string>);
    await ask('POST', paths.orders, shareOf(family, transaction_id, 'P1', 100, false));
    await ask('GET', `${family.queryPath('P1')}${query({ transaction_id })}`);
    settle(sandbox);
    await ask('GET', `${family.queryPath('P1')}${query({ transaction_id })}`);
    await ask('GET', family.amountsPath(transaction_id));
    const back = {
      out_order_no: 'P1',
      out_return_no: 'R1',
      return_mchid: supplier.mchId,
      amount: 10,
      description: '退',
    };
    await ask('POST', paths.returns, { ...sub, ...back });
    await ask('GET', `${family.returnQueryPath('R1')}${query({ out_order_no: 'P1' })}`);
    sandbox.state.bank.setSwitches({ returnCompletionMs: 1000, returnerShort: 'failed' });
    await ask('POST', paths.returns, { ...sub, ...back, out_return_no: 'R2' });
    await ask('GET', `${family.returnQueryPath('R2')}${query({ out_order_no: 'P1' })}`);
    await ask('POST', paths.finish, { ...sub, transaction_id, out_order_no: 'F1', description: '完结' });
    settle(sandbox);
    await ask('GET', `${family.queryPath('F1')}${query({ transaction_id })}`);
    await failedLine(family, ask, query);
    await ask('POST', paths.remove, { ...family.addHead, ...receiver });
  }

  type Ask = Awaited<ReturnType<typeof checking>>['ask'];

  async function failedLine({ paths, ...family }: FamilyUnderTest, ask: Ask, query: (fields: Json) => URLSearchParams) {
    const other = paidOrder(sandbox, family.payerMchId, family.family);
    await ask('POST', paths.orders, shareOf({ paths, ...family }, other, 'P2', 100));
    sandbox.state.bank.setMerchant(supplier.mchId, { highRisk: true });
    settle(sandbox);
    const failed = await ask('GET', `${family.queryPath('P2')}${query({ transaction_id: other })}`);
    expect(JSON.stringify(failed)).toContain('RECEIVER_HIGH_RISK');
  }

  it.each(families.map((family) => [family.name, family] as const))(
    'of the family %s are as transcribed',
    (_, family) => wholeLife(family),
  );

  it('of ratios, certificates and bills are as transcribed', async () => {
    const { ask } = await checking(parties.provider.mchId);
    await ask('GET', `/v3/profitsharing/merchant-configs/${parties.subMerchant.mchId}`);
    await ask('GET', `/v3/brand/profitsharing/brand-configs/${parties.brand.mchId}`);
    await ask('GET', '/v3/certificates');
    await wholeLife(families[0] as FamilyUnderTest);
    sandbox.state.bank.clock.advance(2 * 86_400_000);
    await ask('GET', '/v3/profitsharing/bills?bill_date=2026-03-02&tar_type=GZIP');
  });

  it('of after-sales orders and of money that is held up are as transcribed', async () => {
    const { ask } = await checking(parties.platform.mchId);
    const sub_mchid = parties.platformMerchant.mchId;
    const { bank } = sandbox.state;
    bank.setMerchant(sub_mchid, { available: 10_000 });
    const transaction_id = paidOrder(sandbox, sub_mchid, 'ecommerce');
    await ask('POST', '/v3/ecommerce/profitsharing/finish-order', {
      sub_mchid,
      transaction_id,
      out_order_no: 'F1',
      description: '完结',
    });
    settle(sandbox);
    const refund = bank.refund({ transactionId: transaction_id, amount: 5000 });
    const refund_id = refund.ok ? refund.value.refundId : '';
    const path = '/v3/ecommerce/profitsharing/after-sales-orders';
    await ask('POST', path, {
      sub_mchid,
      transaction_id,
      amount: 300,
      type: 'SERVICE_FEE_INCOME',
      scene: 'RETURN_GOODS',
      refund_id,
    });
    await ask('GET', `${path}?sub_mchid=${sub_mchid}&transaction_id=${transaction_id}`);
    settle(sandbox);
    await ask('GET', `${path}?sub_mchid=${sub_mchid}`);
  });

  it('money of an ecommerce line that is held up is told as transcribed', async () => {
    const family = families.find((one) => one.family === 'ecommerce') as FamilyUnderTest;
    const { ask } = await checking(family.callerMchId);
    const receiver = { type: 'MERCHANT_ID', account: supplier.mchId, name: supplier.name };
    await ask('POST', family.paths.add, { ...family.addHead, ...receiver, relation_type: 'SUPPLIER' });
    const transaction_id = paidOrder(sandbox, family.payerMchId, 'ecommerce');
    const shared = await ask('POST', family.paths.orders, shareOf(family, transaction_id, 'P1', 100));
    const [{ detail_id }] = shared.receivers as [{ detail_id: string }];
    sandbox.state.bank.setAbnormalFunds(detail_id, {
      status: 'ABNORMAL_CLOSED',
      closedReason: 'CLOSED_REASON_TIMEOUT',
      redirectId: 'A1',
      receivers: [supplier.mchId],
    });
    // Repeated, the request is answered with the state of the first.
    const again = await ask('POST', family.paths.orders, shareOf(family, transaction_id, 'P1', 100));
    expect(again.receivers).toMatchObject([{ abnormal_status: 'ABNORMAL_CLOSED' }]);
    await ask('GET', `${family.queryPath('P1')}sub_mchid=${family.payerMchId}&transaction_id=${transaction_id}`);
  });

  it('no answer that is transcribed was left out', () => {
    const left = Object.keys(transcription).filter((address) => !asked.has(address));
    expect(left).toEqual(['GET /v3/billdownload/file']);
  });
});

it('every deviation that is listed is there, and has a reason', () => {
  expect(deviations.filter(({ of }) => !found.has(of.source)).map(({ of }) => of.source)).toEqual([]);
  for (const { reason } of deviations) expect(reason).toMatch(/\w{3}.* \w/);
});
