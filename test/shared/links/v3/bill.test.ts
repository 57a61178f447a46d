import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { UnknownFields } from '../../../../shared/contract';
import { apiv3 } from '../../../../shared/links/apiv3';
import { brand } from '../../../../shared/links/brand';
import { ecommerce } from '../../../../shared/links/ecommerce';
import { readBill } from '../../../../shared/links/v3/billRows';
import { publicKey } from '../../wechatpay/keys';
import vectors from '../../wechatpay/vectors.json';
import { type Answer, isAuthorised, type Provider, startProvider } from './provider';
import { config, fieldsOf, send, violationsOf } from './setting';

let provider: Provider | undefined;
afterEach(() => provider?.close());

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const request = { nonce_str: 'N', sub_mch_id: '1900000109', bill_date: '2026-05-01' };

/** WeChat Pay with one bill. */
async function billing(csv: string, over: UnknownFields = {}, file: Answer = {}): Promise<Provider> {
  provider = await startProvider(({ target }, { url }) =>
    target.startsWith('/v3/profitsharing/bills')
      ? {
          key: publicKey,
          body: {
            download_url: `${url}/v3/billdownload/file?token=a%7Cb&tartype=gzip`,
            hash_type: 'SHA1',
            hash_value: sha1(csv),
            ...over,
          },
        }
      : { unsigned: true, body: gzipSync(csv), ...file },
  );
  return provider;
}

const ask = (at: Provider, over: UnknownFields = {}) =>
  send(apiv3(config({ baseUrl: at.url })), 'profitSharingBill', { ...request, ...over });

test.each([
  ['apiv3', apiv3],
  ['ecommerce', ecommerce],
  ['brand', brand],
])('%s fetches, checks and reads the bill of a day', async (_, link) => {
  const at = await billing(vectors.bill.csv);
  const fields = fieldsOf(await send(link(config({ baseUrl: at.url })), 'profitSharingBill', request));
  expect(fields).toMatchObject({ return_code: 'SUCCESS', result_code: 'SUCCESS', bill_date: '2026-05-01' });
  expect(fields.columns).toContain('分账金额');
  expect(fields.rows).toEqual([expect.arrayContaining(['P20150806125346', '0.88', '分给商户A'])]);
  expect(fields).not.toHaveProperty('next_cursor');
  expect(JSON.stringify(fields)).not.toContain('token');
  expect(at.seen.map(({ target }) => target)).toEqual([
    '/v3/profitsharing/bills?sub_mchid=1900000109&bill_date=2026-05-01&tar_type=GZIP',
    '/v3/billdownload/file?token=a%7Cb&tartype=gzip',
  ]);
  expect(at.seen.every(isAuthorised)).toBe(true);
});

test('keeps commas inside values, and the totals apart from the rows', async () => {
  const csv = '时间,金额,描述\r\n`2026-05-01,`0.88,`a, b\r\n`2026-05-01,`1.12,`\r\n总条数,总金额\r\n`2,`2.00\r\n';
  const fields = fieldsOf(await ask(await billing(csv)));
  expect(fields).toMatchObject({
    columns: ['时间', '金额', '描述'],
    rows: [
      ['2026-05-01', '0.88', 'a, b'],
      ['2026-05-01', '1.12', ''],
    ],
    summary: { columns: ['总条数', '总金额'], rows: [['2', '2.00']] },
  });
});

describe('a bill larger than a reply', () => {
  const count = 30_000;
  const rows = Array.from({ length: count }, (_, index) => `\`P${index},\`0.01,\`${'描述'.repeat(10)}`);
  const csv = ['单号,金额,描述', ...rows, '总条数', `\`${count}`].join('\n');

  test('comes page by page, every row once, each page small enough', async () => {
    const at = await billing(csv);
    const seen: string[] = [];
    let pages = 0;
    for (let cursor: unknown; pages === 0 || cursor !== undefined; pages += 1) {
      const fields = fieldsOf(await ask(at, cursor === undefined ? {} : { cursor }));
      expect(Buffer.byteLength(JSON.stringify(fields))).toBeLessThan(1_000_000);
      seen.push(...(fields.rows as string[][]).map(([number]) => String(number)));
      cursor = fields.next_cursor;
      expect(fields.summary === undefined).toBe(cursor !== undefined);
    }
    expect(pages).toBeGreaterThan(2);
    expect(seen).toEqual(rows.map((_, index) => `P${index}`));
  });

  test('notices that it changed between two pages', async () => {
    const first = fieldsOf(await ask(await billing(csv)));
    await provider?.close();
    const sent = await ask(await billing(`${csv}\n`), { cursor: first.next_cursor });
    expect(sent).toMatchObject({ kind: 'fault', code: 'BAD_ANSWER', detail: expect.stringContaining('cursor') });
  });
});

describe('streamed to a sink', () => {
  const sink = (reads = [0, 1]) => {
    const taken: string[] = [];
    return {
      taken,
      columns(names: readonly string[]) {
        taken.push(names.join());
        return reads;
      },
      row: (values: readonly string[]) => void taken.push(values.join()),
      verified: (of: string) => void taken.push(of),
    };
  };
  const csv = ['单号,金额', ...Array.from({ length: 20_000 }, (_, n) => `\`P${n},\`0.01`), '总条数', '`20000'].join(
    '\r\n',
  );

  test('comes in one download, every row once, and says which file it was', async () => {
    const at = await billing(csv);
    const rows = sink();
    const fields = fieldsOf(await send(apiv3(config({ baseUrl: at.url })), 'profitSharingBill', request, 60_000, rows));
    expect(fields).toMatchObject({ columns: ['单号', '金额'], rows: [] });
    expect(rows.taken).toEqual(['单号,金额', ...Array.from({ length: 20_000 }, (_, n) => `P${n},0.01`), sha1(csv)]);
    expect(at.seen).toHaveLength(2);
  });

  test('gives of each row the columns that are read, with commas inside values', async () => {
    const rows = sink([1, 3]);
    const text = 'a,b,c,d\n`1,`2, two,`3,`4\n`5,`6,`7\n`,`,`,`\n';
    await send(apiv3(config({ baseUrl: (await billing(text)).url })), 'profitSharingBill', request, 60_000, rows);
    expect(rows.taken).toEqual(['a,b,c,d', ',2, two,,4', ',6,', ',,,', sha1(text)]);
  });

  test('is not verified with another SHA-1, though its rows were taken', async () => {
    const at = await billing(csv, { hash_value: sha1('other') });
    const rows = sink();
    const sent = await send(apiv3(config({ baseUrl: at.url })), 'profitSharingBill', request, 60_000, rows);
    expect(sent).toMatchObject({ kind: 'fault', code: 'BAD_ANSWER', detail: 'hash_value' });
    expect(rows.taken).toContain('P1,0.01');
    expect(rows.taken).not.toContain(sha1('other'));
  });
});

test('a cursor of another bill is a violation', () => {
  const link = apiv3(config());
  const violations = (cursor: string) => violationsOf(link, 'profitSharingBill', { ...request, cursor });
  expect(violations('5')).toEqual([{ field: 'cursor', rule: 'pattern', params: expect.anything() }]);
  expect(violations(`${sha1('x')}.5`)).toEqual([]);
});

test('refuses a bill in which a value holds a line feed, rather than mixing up its rows', async () => {
  const csv = '时间,描述\n`2026-05-01,`a\nb\n`2026-05-02,`c\n总条数\n`2\n`3\n';
  expect(await ask(await billing(csv))).toMatchObject({ kind: 'fault', code: 'BAD_ANSWER', detail: 'CSV' });
});

test.each<[string, UnknownFields, Answer, RegExp]>([
  ['another SHA-1', { hash_value: sha1('other') }, {}, /hash_value/],
  [
    'the SHA-1 of the packed file',
    { hash_value: createHash('sha1').update(gzipSync(vectors.bill.csv)).digest('hex') },
    {},
    /hash_value/,
  ],
  ['no SHA-1', { hash_type: 'MD5' }, {}, /hash_type/],
  ['half a gzip file', {}, { body: gzipSync(vectors.bill.csv).subarray(0, 60) }, /gzip/],
  ['one row changed', {}, { body: gzipSync(vectors.bill.csv.replace('0.88', '8.80')) }, /hash_value/],
  ['a gateway page', {}, { status: 502, body: '<html>' }, /HTTP 502/],
  ['a strange host', { download_url: 'https://api.mch.weixin.qq.com.evil.example/file' }, {}, /download_url/],
  ['plain http', { download_url: 'http://api.mch.weixin.qq.com/file' }, {}, /download_url/],
  ['another port of this machine', { download_url: 'http://127.0.0.1:1/file' }, {}, /download_url/],
  ['a password', { download_url: 'https://a:b@api.mch.weixin.qq.com/file' }, {}, /download_url/],
  ['no address', { download_url: '' }, {}, /download_url/],
])('refuses a bill with %s', async (_, over, file, detail) => {
  const sent = await ask(await billing(vectors.bill.csv, over, file));
  expect(sent).toMatchObject({ kind: 'fault', code: 'BAD_ANSWER', detail: expect.stringMatching(detail) });
});

test('says what WeChat Pay said when there is no bill, or its address has expired', async () => {
  provider = await startProvider(() => ({
    status: 400,
    body: { code: 'NO_STATEMENT_EXIST', message: '账单文件不存在' },
  }));
  expect(fieldsOf(await ask(provider))).toMatchObject({ err_code: 'NO_STATEMENT_EXIST', http_status: 400 });
  await provider.close();
  const late = await billing('x', {}, { status: 403, body: { code: 'NO_AUTH', message: 'token expired' } });
  expect(fieldsOf(await ask(late))).toMatchObject({ result_code: 'FAIL', err_code: 'NOAUTH', http_status: 403 });
});

test('unpacks a quarter of a gigabyte within a few dozen megabytes', async () => {
  const part = gzipSync(Buffer.alloc(64 << 20, `\`P1,\`0.01,\`${'d'.repeat(200)}\n`));
  const packed = Buffer.concat([gzipSync('a,b,c\n'), part, part, part, part]);
  const before = process.memoryUsage().rss;
  const page = await readBill(packed, 0, 1000, () => false);
  expect(page.rows.length).toBeLessThan(10);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20);
});

test('stops when the time is up, and at a line without end', async () => {
  const packed = gzipSync('a\n'.repeat(1_000_000));
  await expect(readBill(packed, 0, 1000, () => true)).rejects.toMatchObject({ detail: 'TIMEOUT' });
  await expect(readBill(Buffer.alloc(4 << 20, 'a'), 0, 1000, () => false)).rejects.toMatchObject({ detail: 'CSV' });
});

test('hashes a bill after unpacking it, not before', async () => {
  const { csv, gzip_base64, sha1_of_csv, sha1_of_gzip } = vectors.bill;
  const packed = Buffer.from(gzip_base64, 'base64');
  const page = await readBill(packed, 0, 900_000, () => false);
  expect(page.sha1).toBe(sha1_of_csv);
  expect(createHash('sha1').update(packed).digest('hex')).toBe(sha1_of_gzip);
  expect(await readBill(Buffer.from(csv), 0, 900_000, () => false)).toEqual(page);
  expect(page.columns.slice(0, 3)).toEqual(['分账时间', '分账发起方', '分账方']);
  expect(page.rows[0]?.slice(0, 3)).toEqual(['2026-05-01 10:00:00', '1900000100', '1900000109']);
  expect(page.rows[0]).toHaveLength(page.columns.length);
});
