import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { transform } from 'esbuild';
import { readConfig } from '../../shared/config';
import { type Block, blocksOf, documents, read } from './documents';
import { openSampleShop, type SampleShop, supplier } from './sampleShop';

const blocks = documents.flatMap((page) => blocksOf(read(page)).map((block) => ({ ...block, page })));
const inLanguage = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language));

it('every JSON block is JSON', () => {
  expect(() => inLanguage('json').map(({ text }) => JSON.parse(text))).not.toThrow();
});

it('every JavaScript block can be read', async () => {
  const scripts = inLanguage('js', 'ts');
  expect(scripts.length).toBeGreaterThan(0);
  await Promise.all(scripts.map(({ text, language }) => transform(text, { loader: language === 'ts' ? 'ts' : 'js' })));
});

it('every settings file is one the functions accept, with the keys in their files', () => {
  const credentials = mkdtempSync(join(tmpdir(), 'credentials-'));
  try {
    writeFileSync(join(credentials, 'apiclient_key.pem'), '-----BEGIN PRIVATE KEY-----');
    writeFileSync(join(credentials, 'wechatpay_public_key.pem'), '-----BEGIN PUBLIC KEY-----');
    const settings = inLanguage('dotenv').map(({ text }) => parse(text));
    expect(settings.length).toBeGreaterThan(0);
    expect(settings.flatMap((env) => readConfig(env, credentials).problems)).toEqual([]);
  } finally {
    rmSync(credentials, { recursive: true });
  }
});

/** The one block of a page that carries this note. */
function noted(page: string, note: Block['note']): string {
  const [key = ''] = Object.keys(note);
  const [found, ...others] = blocks.filter((block) => block.page === page && block.note[key] === note[key]);
  if (!found || others.length > 0) throw new Error(`${page} has no single block ${JSON.stringify(note)}`);
  return found.text;
}

/** Before and after the migration, callable by name. */
function migrated(page: string): string {
  const [text = ''] = blocks
    .filter((block) => block.page === page && block.language === 'js')
    .map((block) => block.text);
  return `${text}
    const cloud = require('wx-server-sdk');
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    exports.main = ({ which, order }) => ({ before, after })[which](cloud, order);`;
}

// The Chinese pages show the same code; pairs.test.ts compares it.
describe('what the pages show works', () => {
  const guide = 'docs/guide.md';
  let shop: SampleShop;

  beforeAll(async () => {
    const readme = blocks.find(({ page, language }) => page === 'README.md' && language === 'js')?.text ?? '';
    shop = await openSampleShop({
      shareMyOrder: noted(guide, { run: 'shareMyOrder' }),
      lookNow: noted('docs/runbook.md', { run: 'lookNow' }),
      migrated: migrated('docs/migration.md'),
      // The payment of the page exists nowhere.
      readme: readme.replace(/'42\d+'/, 'event.paid'),
    });
    const added = await shop.call(
      'profitSharingAddReceiver',
      JSON.parse(noted(guide, { request: 'profitSharingAddReceiver' })),
    );
    expect(added).toMatchObject({ return_code: 'SUCCESS', result_code: 'SUCCESS' });
  });
  afterAll(() => shop.close());

  it('the function of the guide pays the supplier of its own order, once, however often it is called', async () => {
    const before = shop.heldBy(supplier.account);
    const transactionId = await shop.paid();
    await shop.write({ _id: '1001', paid: true, transactionId, supplier: supplier.account, supplierFen: 888 });
    for (let times = 0; times < 3; times += 1) {
      const answer = await shop.call('shareMyOrder', { orderId: '1001' }, 'client');
      expect(answer).toEqual({ accepted: true, state: expect.stringMatching(/accepted|processing|settled/) });
      await shop.timePasses();
    }
    expect(shop.heldBy(supplier.account) - before).toBe(888);
  });

  it('and pays no receiver for an order it does not know, or one that asks for more than there is', async () => {
    const before = shop.heldBy(supplier.account);
    await shop.write({
      _id: '1002',
      paid: true,
      transactionId: await shop.paid(),
      supplier: supplier.account,
      supplierFen: 99_999,
    });
    expect(await shop.call('shareMyOrder', { orderId: 'unknown' }, 'client')).toMatchObject({ accepted: false });
    expect(await shop.call('shareMyOrder', { orderId: { $ne: '' } }, 'client')).toMatchObject({ accepted: false });
    expect(await shop.call('shareMyOrder', { orderId: '1002' }, 'client')).toEqual({
      accepted: false,
      code: 'AMOUNT_OVERDUE',
      again: false,
      next: expect.stringContaining('moved nothing'),
    });
    await shop.timePasses();
    expect(shop.heldBy(supplier.account)).toBe(before);
  });

  it('the finish of the guide releases what is left', async () => {
    const request = JSON.parse(noted(guide, { request: 'profitSharingFinish' }));
    const finished = await shop.call('profitSharingFinish', { ...request, transaction_id: await shop.paid() });
    expect(finished).toMatchObject({ return_code: 'SUCCESS', result_code: 'SUCCESS' });
  });

  it('the function of the README shares', async () => {
    expect(await shop.call('readme', { paid: await shop.paid() })).toEqual({ accepted: expect.any(String) });
  });

  it('a finish before the migration and one after it release the same', async () => {
    for (const which of ['before', 'after']) {
      const order = { transactionId: await shop.paid(), finishNumber: `F-${which}` };
      await expect(shop.call('migrated', { which, order }, 'client')).resolves.toMatchObject({});
      await shop.timePasses();
      const { transactionId: paid } = order;
      expect(shop.sandbox.state.bank.books().orders.find(({ transactionId }) => transactionId === paid)?.frozen).toBe(
        0,
      );
    }
  });

  it('the function of the runbook looks at what is open, without waiting for the timer', async () => {
    const transaction_id = await shop.paid();
    const receivers = [{ ...supplier, amount: 100, description: 'goods' }];
    await shop.call('multiProfitSharing', { transaction_id, out_order_no: 'LOOK', receivers }, 'client');
    await shop.timePasses();
    const { report } = (await shop.call('lookNow', {}, 'client')) as { report: { looked: number; remaining: number } };
    expect(report.looked).toBeGreaterThan(0);
    expect(report.remaining).toBe(0);
  });
});
