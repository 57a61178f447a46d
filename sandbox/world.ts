import { Crashes } from './cloudbase/crashes';
import type { IndexSpec } from './cloudbase/database/collection';
import { Database } from './cloudbase/database/database';
import { type HttpSwitches, httpDefaults } from './cloudbase/httpAccess';
import { Transit } from './cloudbase/transit';
import { Bank, type BankOptions } from './wechatpay/bank/bank';
import { CallLog } from './wechatpay/callLog';
import { Faults } from './wechatpay/faults';
import { Notices } from './wechatpay/notices/notices';
import { CertificateAuthority } from './wechatpay/tls/authority';
import { MerchantCertificates } from './wechatpay/tls/merchantCertificates';
import { V3State } from './wechatpay/wires/v3/v3State';

export interface WorldOptions extends BankOptions {
  /** Fields no page lists: ignored by default, because nothing says what the gateway does with them. */
  readonly unknownFields?: 'ignore' | 'refuse';
  /** The collections of the database and their indexes; those of the functions, empty, by default. */
  readonly collections?: Collections;
}

export type Collections = Readonly<Record<string, readonly IndexSpec[]>>;

const functionCollections: Collections = {
  profit_sharing_ledger: [
    { name: 'dueAt', keys: { dueAt: 1 }, unique: false },
    { name: 'createdAt', keys: { createdAt: 1 }, unique: false },
    { name: 'operation_createdAt', keys: { operation: 1, createdAt: 1 }, unique: false },
    { name: 'updatedAt_createdAt', keys: { updatedAt: 1, createdAt: 1 }, unique: false },
    { name: 'transaction_id', keys: { 'ask.transaction_id': 1 }, unique: false },
    { name: 'order_id', keys: { 'ask.order_id': 1 }, unique: false },
  ],
  profit_sharing_notices: [],
  profit_sharing_breaks: [],
};

/** Everything the doors of the sandbox share. */
export interface World {
  readonly bank: Bank;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly unknownFields: 'ignore' | 'refuse';
  readonly authority: CertificateAuthority;
  /** Merchant API certificates: for TLS on API v2, for signatures on API v3. */
  readonly certificates: MerchantCertificates;
  /** What the doors of API v3 remember beside the bank. */
  readonly v3: V3State;
  /** The document database of the CloudBase environment. */
  readonly database: Database;
  /** The moments at which functions die. */
  readonly crashes: Crashes;
  /** The way of requests to WeChat Pay. */
  readonly transit: Transit;
  /** What WeChat Pay tells merchants. */
  readonly notices: Notices;
  /** How requests of the HTTP access service reach a function. */
  readonly http: HttpSwitches;
  /** The merchant number that an appid's private link (cloudpay, cloudrun) speaks for, and its appid. */
  merchantOf(appid: string): { readonly mchId: string; readonly appid: string } | undefined;
  /** Back to the first moment: the default parties and collections, no orders, no documents, no faults, no calls. */
  reset(): void;
}

/** The parties every world starts with. */
export const parties = {
  provider: { mchId: '1900000100', appid: 'wx8888888888888888', name: '示例服务商' },
  subMerchant: { mchId: '1900000109', appid: 'wx8888888888888889', name: '示例特约商户' },
  /** A platform of 平台收付通 and one of its sub-merchants: orders of the family `ecommerce`. */
  platform: { mchId: '1900000300', appid: 'wx8888888888888830', name: '示例电商平台' },
  platformMerchant: { mchId: '1900000309', name: '示例二级商户' },
  /** A chain brand of the provider and one of its stores: orders of the family `brand`. */
  brand: { mchId: '1900000200', appid: 'wx8888888888888820', name: '示例品牌' },
  store: { mchId: '1900000209', appid: 'wx8888888888888829', name: '示例品牌门店' },
  /** A merchant without a service provider. */
  direct: { mchId: '1900000400', appid: 'wx8888888888888840', name: '示例直连商户' },
  receivers: [
    { mchId: '1900000110', name: '示例供应商' },
    { mchId: '1900000111', name: '示例分销商' },
  ],
  people: [
    { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', appid: 'wx8888888888888888', name: '张三' },
    { openid: 'oSandboxUser', appid: 'wx8888888888888889', name: '李四' },
    { openid: 'oPlatformUser', appid: 'wx8888888888888830', name: '王五' },
    { openid: 'oStoreUser', appid: 'wx8888888888888829', name: '赵六' },
    { openid: 'oDirectUser', appid: 'wx8888888888888840', name: '孙七' },
  ],
} as const;

function settleIn(bank: Bank): void {
  const { provider, subMerchant } = parties;
  bank.setMerchant(provider.mchId, { name: provider.name, isProvider: true, appids: [provider.appid] });
  bank.setMerchant(subMerchant.mchId, {
    name: subMerchant.name,
    providerMchId: provider.mchId,
    appids: [subMerchant.appid],
  });
  settleInV3(bank);
  for (const { mchId, name } of parties.receivers) bank.setMerchant(mchId, { name });
  for (const { openid, ...person } of parties.people) bank.setPerson(openid, person);
}

function settleInV3(bank: Bank): void {
  const { provider, platform, platformMerchant, brand, store, direct } = parties;
  const isPlatform = { isProvider: true, isPlatform: true };
  bank.setMerchant(platform.mchId, { name: platform.name, ...isPlatform, appids: [platform.appid] });
  bank.setMerchant(platformMerchant.mchId, { name: platformMerchant.name, providerMchId: platform.mchId });
  bank.setMerchant(brand.mchId, { name: brand.name, providerMchId: provider.mchId, appids: [brand.appid] });
  bank.setMerchant(store.mchId, {
    name: store.name,
    providerMchId: provider.mchId,
    brandMchId: brand.mchId,
    appids: [store.appid],
  });
  bank.setMerchant(direct.mchId, { name: direct.name, appids: [direct.appid] });
}

function createCollections(database: Database, collections: Collections): void {
  for (const [name, indexes] of Object.entries(collections)) {
    database.createCollection(name);
    for (const index of indexes) database.createIndex(name, index);
  }
}

export function createWorld(options: WorldOptions = {}): World {
  const bank = new Bank(options);
  const faults = new Faults();
  const calls = new CallLog();
  const authority = new CertificateAuthority();
  const certificates = new MerchantCertificates(authority);
  const v3 = new V3State(authority, certificates);
  const database = new Database();
  const crashes = new Crashes();
  const transit = new Transit();
  const http = { ...httpDefaults };
  const notices = new Notices(bank, v3);
  const { collections = functionCollections } = options;
  settleIn(bank);
  createCollections(database, collections);
  return {
    bank,
    faults,
    calls,
    unknownFields: options.unknownFields ?? 'ignore',
    authority,
    certificates,
    v3,
    database,
    crashes,
    transit,
    http,
    notices,
    merchantOf: (appid) => {
      const bound = bank.providerOf(appid);
      const [own] = bound?.appids ?? [];
      return bound && own !== undefined ? { mchId: bound.mchId, appid: own } : undefined;
    },
    reset: () => {
      bank.reset();
      faults.clear();
      calls.clear();
      v3.reset();
      database.reset();
      crashes.clear();
      transit.clear();
      Object.assign(http, httpDefaults);
      notices.reset();
      settleIn(bank);
      createCollections(database, collections);
    },
  };
}
