import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startSandbox } from '../../sandbox';

const root = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', 'README.zh-CN.md'] as const;
const handWritten = [...pages, 'docs/architecture.md', 'sandbox/README.md', 'CHANGELOG.md'];

/** What makes up a page, in order, whatever its language. */
function skeleton(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const heading = /^#+ /.exec(line)?.[0];
    const fence = /^```\w*/.exec(line)?.[0];
    const row = line.startsWith('|') ? `| × ${line.split('|').length}` : undefined;
    return heading ?? fence ?? row ?? (line.startsWith('- ') ? '-' : []);
  });
}

it('the two READMEs have the same parts in the same order', () => {
  expect(skeleton(read(pages[1]))).toEqual(skeleton(read(pages[0])));
});

it.each(handWritten)('%s links only to what exists', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? '');
  expect(links.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([]);
});

it.each(handWritten)('%s names only commands that exist', (page) => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

describe.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-CN'],
])('%s shows answers as they really are', (page, locale) => {
  const printed = (name: string) =>
    JSON.parse(
      new RegExp(`<!-- answer: ${name} -->\\n\`\`\`json\\n([\\s\\S]*?)\`\`\``).exec(read(page))?.[1] ?? 'null',
    );

  it('from cloud.cloudPay and from the function, for the same order', async () => {
    const desk = { dir: join(root, 'scripts/demo/orderDesk') };
    const sandbox = await startSandbox({ functions: { orderDesk: desk } });
    try {
      sandbox.setEnv('*', { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: locale });
      const { transactionId } = sandbox.world.bank.payOrder({ amount: 100, payerMchId: '1900000109', sharing: false });
      sandbox.world.bank.clock.advance(61_000);
      const data = { transaction_id: transactionId, out_order_no: 'F1', description: 'done' };
      const direct = await sandbox.call('orderDesk', {
        directly: 'profitSharingFinish',
        data: { ...data, sub_mch_id: '1900000109', nonce_str: 'n' },
      });
      const through = await sandbox.call('orderDesk', { call: 'profitSharingFinish', data });
      expect(direct.result).toMatchObject(printed('directly'));
      expect(through.result).toMatchObject(printed('function'));
      expect(Object.keys(printed('function').advice)).toEqual(
        Object.keys((through.result as { advice: object }).advice),
      );
    } finally {
      await sandbox.stop();
    }
  });
});
