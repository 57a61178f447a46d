import { join } from 'node:path';
import { startSandbox } from '../../sandbox';
import { read, root } from './documents';

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
    const sandbox = await startSandbox({ functionLimitMs: 300_000, functions: { orderDesk: desk } });
    try {
      sandbox.setEnv('*', { PROFIT_SHARING_SUB_MCH_ID: '1900000109', PROFIT_SHARING_LOCALE: locale });
      const { transactionId } = sandbox.state.bank.payOrder({ amount: 100, payerMchId: '1900000109', sharing: false });
      sandbox.state.bank.clock.advance(61_000);
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
