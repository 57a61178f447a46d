import { type Json, type Merchant, merchant, parties, type Sandbox, supplier } from './v3Merchants';

/** One family of API v3: its addresses, who calls, whose money is shared, and how it spells things. */
export interface FamilyUnderTest {
  readonly name: string;
  readonly family: 'ordinary' | 'ecommerce' | 'brand';
  readonly callerMchId: string;
  readonly payerMchId: string;
  /** Fields by which a share, and a registration, name their parties. */
  readonly shareHead: Json;
  readonly addHead: Json;
  /** sub_mchid of finish, return and queries. */
  readonly sub: Json;
  readonly paths: Readonly<Record<'orders' | 'finish' | 'returns' | 'add' | 'remove', string>>;
  readonly queryPath: (outOrderNo: string) => string;
  readonly returnQueryPath: (outReturnNo: string) => string;
  readonly amountsPath: (transactionId: string) => string;
  readonly keepsOpen: 'unfreeze_unsplit' | 'finish';
  readonly account: string;
  /** Whether a new merchant receiver's name travels encrypted. */
  readonly encryptsNames: boolean;
}

const ordinaryPaths = {
  paths: {
    orders: '/v3/profitsharing/orders',
    finish: '/v3/profitsharing/orders/unfreeze',
    returns: '/v3/profitsharing/return-orders',
    add: '/v3/profitsharing/receivers/add',
    remove: '/v3/profitsharing/receivers/delete',
  },
  queryPath: (number: string) => `/v3/profitsharing/orders/${encodeURIComponent(number)}?`,
  returnQueryPath: (number: string) => `/v3/profitsharing/return-orders/${encodeURIComponent(number)}?`,
  amountsPath: (id: string) => `/v3/profitsharing/transactions/${id}/amounts`,
  keepsOpen: 'unfreeze_unsplit',
  account: 'account',
  encryptsNames: true,
} as const;

function pathsUnder(folder: string) {
  return {
    paths: {
      orders: `${folder}/orders`,
      finish: `${folder}/finish-order`,
      returns: `${folder}/returnorders`,
      add: `${folder}/receivers/add`,
      remove: `${folder}/receivers/delete`,
    },
    queryPath: (number: string) => `${folder}/orders?out_order_no=${encodeURIComponent(number)}&`,
    returnQueryPath: (number: string) => `${folder}/returnorders?out_return_no=${encodeURIComponent(number)}&`,
    amountsPath: (id: string) => `${folder}/orders/${id}/amounts`,
    keepsOpen: 'finish',
    encryptsNames: false,
  } as const;
}

const { provider, subMerchant, direct, platform, platformMerchant, brand, store } = parties;

export const families: readonly FamilyUnderTest[] = [
  {
    ...ordinaryPaths,
    name: 'partner',
    family: 'ordinary',
    callerMchId: provider.mchId,
    payerMchId: subMerchant.mchId,
    shareHead: { sub_mchid: subMerchant.mchId, appid: provider.appid },
    addHead: { sub_mchid: subMerchant.mchId, appid: provider.appid },
    sub: { sub_mchid: subMerchant.mchId },
  },
  {
    ...ordinaryPaths,
    name: 'direct merchant',
    family: 'ordinary',
    callerMchId: direct.mchId,
    payerMchId: direct.mchId,
    shareHead: { appid: direct.appid },
    addHead: { appid: direct.appid },
    sub: {},
  },
  {
    ...pathsUnder('/v3/ecommerce/profitsharing'),
    name: 'ecommerce',
    family: 'ecommerce',
    callerMchId: platform.mchId,
    payerMchId: platformMerchant.mchId,
    shareHead: { sub_mchid: platformMerchant.mchId, appid: platform.appid },
    addHead: { appid: platform.appid },
    sub: { sub_mchid: platformMerchant.mchId },
    account: 'receiver_account',
  },
  {
    ...pathsUnder('/v3/brand/profitsharing'),
    name: 'brand',
    family: 'brand',
    callerMchId: provider.mchId,
    payerMchId: store.mchId,
    shareHead: { brand_mchid: brand.mchId, sub_mchid: store.mchId, appid: provider.appid },
    addHead: { brand_mchid: brand.mchId, appid: provider.appid },
    sub: { sub_mchid: store.mchId },
    account: 'account',
  },
];

/** The caller of a family, its supplier registered as a receiver. */
export async function caller(sandbox: Sandbox, family: FamilyUnderTest): Promise<Merchant> {
  const calling = await merchant(sandbox, family.callerMchId);
  const name = family.encryptsNames ? calling.encrypt(supplier.name) : supplier.name;
  const body = {
    ...family.addHead,
    type: 'MERCHANT_ID',
    account: supplier.mchId,
    name,
    relation_type: 'SUPPLIER',
  };
  const { status, json } = await calling.ask('POST', family.paths.add, body, {
    names: calling.credentials.publicKeyId,
  });
  if (status !== 200) throw new Error(JSON.stringify(json));
  return calling;
}

/** A share of `amount` fen to the supplier. */
export function shareOf(family: FamilyUnderTest, transactionId: string, number: string, amount: number, last = true) {
  const receivers = [{ type: 'MERCHANT_ID', [family.account]: supplier.mchId, amount, description: '分给供应商' }];
  const head = { ...family.shareHead, transaction_id: transactionId, out_order_no: number };
  return { ...head, receivers, [family.keepsOpen]: last };
}

/** The fields as a query string. */
export function query(fields: Json): string {
  const given = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(given).toString();
}
