import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type MerchantSetup, merchantSetup } from '../../console';
import { buildExamples } from '../../examples/buildExamples';
import { type As, type Sandbox, startSandbox } from '../../sandbox';
import type { LinkName } from '../../shared/generated/links';

export type Fields = Record<string, unknown>;

/** An order as the shop keeps it. */
export interface ShopOrder extends Fields {
  rounds: { number: string; state: string; lines: Fields[]; refusal: Fields | null; tries: number }[];
  returns: Fields[];
  finish: Fields | null;
  dueAt: number;
}

export const supplier = { type: 'MERCHANT_ID', account: '1900000110', name: '示例供应商' };
export const distributor = { type: 'MERCHANT_ID', account: '1900000111', name: '示例分销商' };

/** The one administrator. */
export const ADMIN = 'oShopAdmin';

/** A shop that runs the example functions, built, beside ours, with a sandbox of its own. */
export interface Shop {
  readonly sandbox: Sandbox;
  call(name: string, data: Fields, as: As): Promise<Fields>;
  /** What the administrator's mini program does. */
  orders(action: string, data?: Fields): Promise<Fields>;
  /** Writes the order into the shop's book and lets the buyer pay it; returns the callback WeChat Pay sends. */
  paid(orderNo: string, details?: Fields, payment?: Fields): Promise<Fields>;
  /** WeChat Pay invokes the callback. */
  callback(event: Fields): Promise<Fields>;
  order(orderNo: string): ShopOrder;
  /** Moves what is due at once, as if the wait were over. */
  overdue(orderNo: string): void;
  control(method: string, path: string, body?: Fields): Promise<Fields>;
  settle(): Promise<void>;
  balanceOf(mchId: string): number;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Two items of two suppliers and one of the shop's own, 100 yuan. */
export const items = [
  { title: '明前龙井 250g', price: 6000, cost: 1200, payee: supplier },
  { title: '紫砂壶', price: 3000, cost: 800, payee: distributor },
  { title: '礼盒包装', price: 1000, cost: 0 },
];

/** The order a reader of the examples' README copies. */
export function documentedOrder(readme = 'README.md'): Fields {
  const text = readFileSync(resolve(__dirname, '../../examples', readme), 'utf8');
  const json = /```json\n([\s\S]*?)```/.exec(text)?.[1];
  if (!json) throw new Error(`${readme} shows no order`);
  return JSON.parse(json);
}

/** When the buyers pay: long ago, so that the minute to wait is over. */
const PAID_AT = '20260302100000';

export async function openShop(link: LinkName = 'apiv3'): Promise<Shop> {
  const folder = resolve(__dirname, `../../dist/examples-${process.pid}`);
  const names = await buildExamples(folder);
  const functions = Object.fromEntries(names.map((name) => [name, { dir: join(folder, name) }]));
  const [checkout, patchOrder] = ['checkout', 'patchOrder'].map((name) => ({
    dir: resolve(__dirname, 'functions/fixtures', name),
  })) as [{ dir: string }, { dir: string }];
  const sandbox = await startSandbox({ functions: { ...functions, checkout, patchOrder }, maxInstances: 2 });
  const setup = await merchantSetup(sandbox, link);
  sandbox.setEnv('*', {
    ...setup.variables,
    PROFIT_SHARING_LOCALE: 'en',
    PROFIT_SHARING_ON_SETTLED: 'onSettled',
    SHOP_ADMIN_OPENIDS: ADMIN,
  });
  const shop = dealings(sandbox, setup);
  await shop.reset();
  return {
    ...shop,
    close: async () => {
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function dealings(sandbox: Sandbox, setup: MerchantSetup): Omit<Shop, 'close'> {
  const { bank } = sandbox.state;
  const call: Shop['call'] = async (name, data, as) => (await sandbox.call(name, data, as)).result as Fields;
  const control: Shop['control'] = async (method, path, body) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Fields;
  };
  const order: Shop['order'] = (orderNo) => {
    const found = sandbox.database.read('shop_orders').find(({ _id }) => String(_id) === orderNo);
    if (!found) throw new Error(`no order ${orderNo}`);
    return found as unknown as ShopOrder;
  };
  return {
    sandbox,
    call,
    control,
    order,
    orders: (action, data = {}) => call('orders', { action, ...data }, { source: 'wx_client', openid: ADMIN }),
    paid: async (orderNo, details = {}, more = {}) => {
      const placed = { ...documentedOrder(), _id: orderNo, placedAt: Date.now(), items };
      await call('checkout', { order: { ...placed, ...details } }, 'function');
      const payment = await control('POST', 'orders', {
        ready: true,
        ...setup.order,
        amount: 10_000,
        fee: 60,
        ...more,
      });
      const transactionId = payment.transaction_id;
      const success = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', tradeType: 'JSAPI', feeType: 'CNY' };
      return { ...success, outTradeNo: orderNo, transactionId, totalFee: 10_000, timeEnd: PAID_AT };
    },
    callback: (event) => call('onPaid', event, { source: 'wx_paycallback', token: true }),
    overdue: (orderNo) => {
      const { database } = sandbox;
      if (order(orderNo).dueAt === 0) throw new Error(`${orderNo} is due never`);
      database.import(database.export().replaceAll(String(order(orderNo).dueAt), '1'));
    },
    settle: async () => {
      await control('POST', 'clock/advance', { seconds: 120 });
    },
    balanceOf: (mchId) => bank.merchant(mchId)?.available ?? Number.NaN,
    reset: async () => {
      sandbox.state.reset();
      sandbox.database.createCollection('shop_orders');
      for (const receiver of [supplier, distributor]) {
        await call('profitSharingAddReceiver', { receiver: { ...receiver, relation_type: 'SUPPLIER' } }, 'function');
        await control('PATCH', `merchants/${receiver.account}`, { returnsEnabled: true });
      }
    },
  };
}
