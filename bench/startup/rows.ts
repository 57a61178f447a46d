import { join, resolve } from 'node:path';
import { merchantSetup } from '../../console';
import { startSandbox } from '../../sandbox';

/** One kind of fresh process. */
export interface Row {
  readonly title: string;
  /** What it requires. */
  readonly module: string;
  /** What a request on the wire to WeChat Pay is recognised by; absent when the first call sends none. */
  readonly until?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** The most it may cost of the first row. */
  readonly target?: number;
  /** Files that are deployed for it and read on the way. */
  readonly files?: readonly string[];
}

const functions = resolve(__dirname, '../../dist/cloudfunctions');
// The platform requires the file its handler names, not the folder.
const share = join(functions, 'multiProfitSharing/index.js');

/** The share every function row is called with. */
export const event = {
  transaction_id: '4208450740201411110007820472',
  out_order_no: 'P20150806125346',
  receivers: [
    { type: 'MERCHANT_ID', account: '1900000110', amount: 888, description: 'goods' },
    { type: 'PERSONAL_OPENID', account: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', amount: 112, description: 'commission' },
  ],
};

/** What the CloudBase platform sets for every function; the ledger's database is at `database`. */
export function platformVariables(database: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'bench-0000',
    TENCENTCLOUD_SECRETID: 'secretId',
    TENCENTCLOUD_SECRETKEY: 'secretKey',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: database }),
    PROFIT_SHARING_SUB_MCH_ID: '1900000109',
  };
}

/** Everything side by side; the first row is what the others are measured against. */
export async function rows(): Promise<Row[]> {
  const { apiv2, apiv3, ecommerce, brand } = await settings();
  const read = (...files: string[]) => ({ files: files.map((file) => join(functions, 'multiProfitSharing', file)) });
  // The SDK sends multipart for pay calls and JSON for the database.
  const paying = { module: share, until: 'multipart/form-data' };
  const cloudpay = { target: 0.25, ...read('index.js', 'cloudpay.js', 'cloudbase.js') };
  const keyed = { module: share, target: 0.1 };
  return [
    { title: "require('wx-server-sdk')", module: require.resolve('wx-server-sdk') },
    { title: 'hello state on wx-server-sdk', module: join(__dirname, 'helloWxServerSdk.cjs') },
    { title: 'hello state on @cloudbase/node-sdk', module: join(__dirname, 'helloNodeSdk.cjs') },
    // The intent is what it puts on the wire first; from then on it waits for the database.
    { ...cloudpay, module: share, until: '/admin', title: 'cloudpay, ledger on' },
    { ...paying, title: 'the same, its intent written', ...read('ledger.js', 'cloudbaseDatabase.js') },
    { ...cloudpay, ...paying, title: 'cloudpay, ledger off', variables: { PROFIT_SHARING_LEDGER: 'off' } },
    { ...keyed, title: 'apiv2, ledger off', until: '/secapi/pay/', variables: apiv2, ...read('apiv2.js') },
    { ...keyed, title: 'apiv3, ledger off', until: '/v3/profitsharing/', variables: apiv3, ...read('apiv3.js') },
    {
      ...keyed,
      title: 'ecommerce, ledger off',
      until: '/v3/ecommerce/',
      variables: ecommerce,
      ...read('ecommerce.js'),
    },
    { ...keyed, title: 'brand, ledger off', until: '/v3/brand/', variables: brand, ...read('brand.js') },
    { title: 'one v3 request by hand', module: join(__dirname, 'signedByHand.cjs'), until: '/v3/', variables: apiv3 },
    // The targets end where the wire begins, and TLS is the wire: what it adds is the same for every client of it.
    { title: 'apiv3 over HTTPS', module: share, until: '/v3/profitsharing/', variables: { ...apiv3, ...overHttps } },
    { title: 'node:https alone', module: join(__dirname, 'httpsAlone.cjs'), until: '/v3/profitsharing/' },
  ];
}

const overHttps = { WECHATPAY_BASE_URL: 'https://127.0.0.1:9' };

/** A merchant's variables on every link with keys of its own. */
async function settings() {
  const sandbox = await startSandbox();
  try {
    const of = async (link: 'apiv2' | 'apiv3' | 'ecommerce' | 'brand') => ({
      ...(await merchantSetup(sandbox, link)).variables,
      PROFIT_SHARING_LEDGER: 'off',
      // No server listens there: the call ends where the wire begins.
      WECHATPAY_BASE_URL: 'http://127.0.0.1:9',
    });
    return {
      apiv2: await of('apiv2'),
      apiv3: await of('apiv3'),
      ecommerce: await of('ecommerce'),
      brand: await of('brand'),
    };
  } finally {
    await sandbox.stop();
  }
}
