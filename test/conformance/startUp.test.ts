import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const functions = resolve(__dirname, '../../dist/cloudfunctions');

/** Takes away what 18.15 has not, of all that our code, or a careless change of it, may use. */
const AS_IN_NODE_18 = `
  require('node:http'); // Node.js 20 is made of some of it
  delete URL.canParse;
  delete require('node:crypto').hash;
  for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name];
  for (const name of ['isWellFormed', 'toWellFormed']) delete String.prototype[name];`;

/** Calls a built function in a fresh process; answers its reply, and which files of its own folder were read on the way. */
function called(name: string, event: object, variables: Record<string, string>, before = '') {
  const script = `
    ${before}
    const main = require(${JSON.stringify(join(functions, name))}).main;
    console.log = () => undefined;
    main(${JSON.stringify(event)}, { environment: JSON.stringify({ TCB_SOURCE: 'scf' }) }).then((reply) => {
      process.stdout.write(JSON.stringify({ reply, read: Object.keys(require.cache) }));
      process.exit(0);
    });`;
  const printed = execFileSync(process.execPath, ['-e', script], {
    // Ends a process that hangs; jest cannot while this waits.
    timeout: 300_000,
    env: { PATH: process.env.PATH, PROFIT_SHARING_SUB_MCH_ID: '1900000109', ...variables },
  });
  const { reply, read } = JSON.parse(String(printed));
  const folder = `${join(functions, name)}/`;
  const files = (read as string[]).filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  return { reply, files: files.sort() };
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

describe('only what a call needs is read from disk: the configured link, the SDK, messages for what is wrong', () => {
  it.each(['apiv2', 'cloudrun'])('no SDK on %s with the ledger off', (link) => {
    const { files } = called('multiProfitSharing', share, {
      ...nowhere,
      PROFIT_SHARING_LINK: link,
      PROFIT_SHARING_LEDGER: 'off',
    });
    expect(files).toEqual(['advice.js', `${link}.js`, 'errors.json', 'index.js']);
  });

  it('no SDK for a query on a link with keys of its own', () => {
    const ask = { transaction_id: '42', out_order_no: 'S1' };
    const { files } = called('profitSharingQuery', ask, { ...nowhere, PROFIT_SHARING_LINK: 'apiv2' });
    expect(files).toEqual(['advice.js', 'apiv2.js', 'errors.json', 'index.js']);
  });

  it('the SDK for a share when the ledger asks for it', () => {
    const { files } = called('multiProfitSharing', share, { ...nowhere, PROFIT_SHARING_LINK: 'apiv2' });
    expect(files).toEqual(['advice.js', 'apiv2.js', 'cloudbase.js', 'errors.json', 'index.js', 'ledger.js']);
  });

  it('no link for a request that is refused, only what it takes to say why', () => {
    const { files } = called('multiProfitSharing', {}, {});
    expect(files).toEqual(['advice.js', 'errors.json', 'index.js', 'messages.js', 'multiProfitSharing.request.js']);
  });
});

it('runs on Node.js 18.15 too, where an existing function may have stayed', () => {
  const { reply } = called('multiProfitSharing', share, { ...nowhere, PROFIT_SHARING_LINK: 'apiv2' }, AS_IN_NODE_18);
  expect(reply).toMatchObject({ err_code: 'LEDGER_DOWN' });
});
