import { Bank, type BankOptions } from './bank/bank';
import { CallLog } from './callLog';
import { Faults } from './faults';

export interface WorldOptions extends BankOptions {
  /** Fields no page lists: ignored by default, because nothing says what the gateway does with them. */
  readonly unknownFields?: 'ignore' | 'refuse';
}

/** Everything the doors of the sandbox share. */
export interface World {
  readonly bank: Bank;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly unknownFields: 'ignore' | 'refuse';
  /** The merchant number that an appid's private link (cloudpay, cloudrun) speaks for, and its appid. */
  merchantOf(appid: string): { readonly mchId: string; readonly appid: string } | undefined;
  /** Back to the first moment: the default parties, no orders, no faults, no calls. */
  reset(): void;
}

/** The parties every world starts with. */
export const parties = {
  provider: { mchId: '1900000100', appid: 'wx8888888888888888', name: '示例服务商' },
  subMerchant: { mchId: '1900000109', appid: 'wx8888888888888889', name: '示例特约商户' },
  receivers: [
    { mchId: '1900000110', name: '示例供应商' },
    { mchId: '1900000111', name: '示例分销商' },
  ],
  people: [
    { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', appid: 'wx8888888888888888', name: '张三' },
    { openid: 'oSandboxUser', appid: 'wx8888888888888889', name: '李四' },
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
  for (const { mchId, name } of parties.receivers) bank.setMerchant(mchId, { name });
  for (const { openid, ...person } of parties.people) bank.setPerson(openid, person);
}

export function createWorld(options: WorldOptions = {}): World {
  const bank = new Bank(options);
  const faults = new Faults();
  const calls = new CallLog();
  settleIn(bank);
  return {
    bank,
    faults,
    calls,
    unknownFields: options.unknownFields ?? 'ignore',
    merchantOf: (appid) => {
      const bound = bank.providerOf(appid);
      const [own] = bound?.appids ?? [];
      return bound && own !== undefined ? { mchId: bound.mchId, appid: own } : undefined;
    },
    reset: () => {
      bank.reset();
      faults.clear();
      calls.clear();
      settleIn(bank);
    },
  };
}
