import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { caller, type FamilyUnderTest, families, shareOf } from './families';
import {
  type Json,
  type Merchant,
  merchant,
  paidOrder,
  parties,
  type Sandbox,
  settle,
  startSandbox,
  supplier,
  targetOf,
} from './v3Merchants';

const [partner] = families as [FamilyUnderTest];
const HOUR = 3_600_000;

let sandbox: Sandbox;
let provider: Merchant;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.state.reset();
  provider = await caller(sandbox, partner);
});

/** 2026-03-02 in Beijing: one share of 8.88 yuan, the rest given back, 0.88 yuan returned. */
async function aDay(): Promise<string> {
  const transaction_id = paidOrder(sandbox);
  await provider.ask('POST', partner.paths.orders, shareOf(partner, transaction_id, 'P1', 888));
  settle(sandbox);
  const back = { out_return_no: 'R1', return_mchid: supplier.mchId, amount: 88, description: '退款' };
  await provider.ask('POST', partner.paths.returns, { ...partner.sub, out_order_no: 'P1', ...back });
  return transaction_id;
}

/** Lets it become a time of a day, counted from the first, in Beijing. */
function become(day: number, hour: number, minute = 0): void {
  const { clock } = sandbox.state.bank;
  const midnight = Date.UTC(2026, 2, 1, 16);
  clock.advance(midnight + (day - 2) * 24 * HOUR + hour * HOUR + minute * 60_000 - clock.now());
}

const bill = (fields = '', who = provider) => who.ask('GET', `/v3/profitsharing/bills?bill_date=2026-03-02${fields}`);
const download = ({ download_url }: Json, who = provider) =>
  who.ask('GET', targetOf(download_url), '', { headers: { accept: '*/*' } });
const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex');

describe('the bill of a Beijing day', () => {
  it('holds every share and return of the day in yuan, then the totals', async () => {
    const id = await aDay();
    become(3, 10);
    const { json } = await bill();
    const { bytes } = await download(json);
    const [, ...lines] = bytes.toString().split('\r\n');
    const line = (...cells: string[]) => cells.map((cell) => `\`${cell}`).join();
    const of = [parties.provider.mchId, parties.subMerchant.mchId, id];
    const withoutWeChatsNumber = lines.map((text) => text.replace(/,`30\d+/, ''));
    const done = ['分账', '成功'];
    expect(withoutWeChatsNumber).toEqual([
      line('2026-03-02 10:00:01', ...of, 'P1', '100.00', supplier.mchId, '8.88', ...done, '分给供应商', ''),
      line(
        '2026-03-02 10:00:01',
        ...of,
        'P1',
        '100.00',
        parties.subMerchant.mchId,
        '90.52',
        ...done,
        '解冻给分账方',
        '',
      ),
      line('2026-03-02 10:01:00', ...of, 'R1', '100.00', supplier.mchId, '0.88', '分账回退', '成功', '退款', ''),
      '分账笔数,分账总金额,回退笔数,回退总金额',
      line('2', '99.40', '1', '0.88'),
      '',
    ]);
  });

  it('is announced with the SHA-1 of the plain file, compressed or not', async () => {
    await aDay();
    become(3, 10);
    const plain = (await bill()).json;
    const zipped = (await bill('&tar_type=GZIP')).json;
    expect(zipped.hash_value).toBe(plain.hash_value);
    expect(plain).toMatchObject({ hash_type: 'SHA1', hash_value: sha1((await download(plain)).bytes) });
    const { bytes } = await download(zipped);
    expect(bytes.subarray(0, 2).toString('hex')).toBe('1f8b');
    expect(sha1(gunzipSync(bytes))).toBe(plain.hash_value);
    expect(sha1(bytes)).not.toBe(plain.hash_value);
  });

  it('is told by the day in Beijing: eight in the evening in London is already tomorrow', async () => {
    become(2, 23, 59);
    await aDay();
    expect(new Date(sandbox.state.bank.clock.now()).toISOString()).toMatch('2026-03-02T16:00');
    become(4, 11);
    const { bytes } = await download((await bill()).json);
    expect(bytes.toString()).toContain('`P1,');
    expect(bytes.toString()).not.toContain('`R1,');
  });

  it('does not list a share that failed', async () => {
    sandbox.state.bank.setMerchant(supplier.mchId, { abnormal: true });
    const id = paidOrder(sandbox);
    await provider.ask('POST', partner.paths.orders, shareOf(partner, id, 'P1', 888, false));
    settle(sandbox);
    become(3, 10);
    expect((await bill()).json.code).toBe('NO_STATEMENT_EXIST');
  });

  it('can be had for one sub-merchant, of one’s own', async () => {
    await aDay();
    become(3, 10);
    expect((await bill(`&sub_mchid=${parties.subMerchant.mchId}`)).status).toBe(200);
    expect((await bill(`&sub_mchid=${parties.store.mchId}`)).json.code).toBe('NO_STATEMENT_EXIST');
    const foreign = await bill(`&sub_mchid=${parties.platformMerchant.mchId}`);
    expect(foreign.json).toEqual({ code: 'INVALID_REQUEST', message: '服务商和分账方无受理关系' });
  });

  it('of one merchant is no bill of another', async () => {
    await aDay();
    become(3, 10);
    expect((await bill('', await merchant(sandbox, parties.platform.mchId))).json.code).toBe('NO_STATEMENT_EXIST');
  });
});

describe('when there is no bill', () => {
  it.each([
    ['before ten the next morning', 3, 9, '请求的账单正在生成中'],
    ['on the day itself', 2, 12, '请求的账单正在生成中'],
    ['after three months', 2 + 93, 12, '请求的账单日期已过期'],
  ])('%s', async (_, day, hour, message) => {
    await aDay();
    become(day, hour);
    expect(await bill()).toMatchObject({ status: 400, json: { code: 'INVALID_REQUEST', message } });
  });

  it('for a day without shares', async () => {
    become(3, 10);
    const { status, json } = await bill();
    expect({ status, ...json }).toEqual({ status: 400, code: 'NO_STATEMENT_EXIST', message: '账单文件不存在' });
  });

  it.each(['20260302', '2026-3-2', '2026-02-30', 'yesterday'])('for %s, which is no day', async (date) => {
    const { json } = await provider.ask('GET', `/v3/profitsharing/bills?bill_date=${date}`);
    expect(json).toMatchObject({ code: 'PARAM_ERROR', message: '日期格式不正确' });
  });
});

describe('the address of a bill', () => {
  let announced: Json;

  beforeEach(async () => {
    await aDay();
    become(3, 10);
    announced = (await bill()).json;
  });

  it('leads to an unsigned answer', async () => {
    const { status, headers } = await download(announced);
    expect(status).toBe(200);
    expect(headers.has('wechatpay-signature')).toBe(false);
  });

  it('wants a signed request', async () => {
    const target = targetOf(announced.download_url);
    expect((await provider.ask('GET', target, '', { signs: { target: '/' } })).status).toBe(401);
  });

  it('is good for thirty seconds, and for the merchant that asked for it', async () => {
    expect((await download(announced, await merchant(sandbox, supplier.mchId))).status).toBe(400);
    sandbox.state.bank.clock.advance(30_000);
    expect((await download(announced)).status).toBe(200);
    sandbox.state.bank.clock.advance(1);
    expect((await download(announced)).status).toBe(400);
  });
});
