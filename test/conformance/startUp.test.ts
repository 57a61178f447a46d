import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const functions = resolve(__dirname, '../../dist/cloudfunctions');

/** Calls a built function in a fresh process, and answers which files of its own folder were read on the way. */
function filesReadBy(name: string, event: object, variables: Record<string, string>): string[] {
  const script = `
    const main = require(${JSON.stringify(join(functions, name))}).main;
    console.log = () => undefined;
    main(${JSON.stringify(event)}, { environment: JSON.stringify({ TCB_SOURCE: 'scf' }) }).then(() => {
      process.stdout.write(JSON.stringify(Object.keys(require.cache)));
      process.exit(0);
    });`;
  const printed = execFileSync(process.execPath, ['-e', script], {
    env: { PATH: process.env.PATH, PROFIT_SHARING_SUB_MCH_ID: '1900000109', ...variables },
    timeout: 20_000,
  });
  const folder = `${join(functions, name)}/`;
  return (JSON.parse(String(printed)) as string[])
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length))
    .sort();
}

const share = {
  transaction_id: '42',
  out_order_no: 'S1',
  receivers: [{ type: 'MERCHANT_ID', account: '1900000110', amount: 1, description: 'd' }],
};
/** Nothing listens there: the request ends before it begins. */
const nowhere = {
  WECHATPAY_BASE_URL: 'http://127.0.0.1:9',
  WECHATPAY_MCH_ID: '1900000100',
  WECHATPAY_APPID: 'wx8888888888888888',
  WECHATPAY_API_V2_KEY: '192006250b4c09247ec02edce69f6a2d',
};

describe('only what a call needs is read from disk: the configured link, the SDK, words for what is wrong', () => {
  it.each(['apiv2', 'cloudrun'])('no SDK on %s with the ledger off', (link) => {
    const read = filesReadBy('multiProfitSharing', share, {
      ...nowhere,
      PROFIT_SHARING_LINK: link,
      PROFIT_SHARING_LEDGER: 'off',
    });
    expect(read).toEqual([`${link}.js`, 'errors.json', 'index.js']);
  });

  it('no SDK for a query on a link with keys of its own', () => {
    const ask = { transaction_id: '42', out_order_no: 'S1' };
    const read = filesReadBy('profitSharingQuery', ask, { ...nowhere, PROFIT_SHARING_LINK: 'apiv2' });
    expect(read).toEqual(['apiv2.js', 'errors.json', 'index.js']);
  });

  it('the SDK for a share when the ledger asks for it', () => {
    const read = filesReadBy('multiProfitSharing', share, { ...nowhere, PROFIT_SHARING_LINK: 'apiv2' });
    expect(read).toEqual(['apiv2.js', 'cloudbase.js', 'errors.json', 'index.js', 'ledger.js']);
  });

  it('no link for a request that is refused, only what it takes to say why', () => {
    const read = filesReadBy('multiProfitSharing', {}, {});
    expect(read).toEqual(['errors.json', 'index.js', 'multiProfitSharing.request.js', 'words.js']);
  });
});
