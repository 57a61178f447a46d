import type { Bank } from './bank/bank';

/** The parties every sandbox starts with. */
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

/** Gives a bank its first merchants and people. */
export function seedParties(bank: Bank): void {
  const { provider, subMerchant } = parties;
  bank.setMerchant(provider.mchId, { name: provider.name, isProvider: true, appids: [provider.appid] });
  bank.setMerchant(subMerchant.mchId, {
    name: subMerchant.name,
    providerMchId: provider.mchId,
    appids: [subMerchant.appid],
  });
  seedV3Parties(bank);
  for (const { mchId, name } of parties.receivers) bank.setMerchant(mchId, { name });
  for (const { openid, ...person } of parties.people) bank.setPerson(openid, person);
}

function seedV3Parties(bank: Bank): void {
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
