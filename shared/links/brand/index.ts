import type { Config } from '../../config';
import type { JsonObject, RequestFields } from '../../contract';
import { exchangeWithBackup } from '../../failover';
import type { Exchange } from '../../http';
import type { Link } from '../link';
import { mapCommon, mapOrder, mapReceiver } from '../v3/answers';
import { bill } from '../v3/bill';
import { needsSubMerchant, ordersUnder } from '../v3/ordersUnder';
import { type ReceiverRequest, settingsForPersons, subAppidFor, toPayees } from '../v3/receivers';
import type { EncodeContext, Route, Routes } from '../v3/route';
import * as rules from '../v3/rules';
import { v3Link } from '../v3/v3Link';

/** API v3 for chain brands (连锁品牌): orders of a brand's stores, one list of receivers for the whole brand. */
export function brand(config: Config, send: Exchange = exchangeWithBackup, now = Date.now): Link {
  return v3Link(routes, config, send, now);
}

const TYPES = ['MERCHANT_ID', 'PERSONAL_OPENID', 'PERSONAL_SUB_OPENID'];
const RELATIONS = ['SUPPLIER', 'DISTRIBUTOR', 'SERVICE_PROVIDER', 'PLATFORM', 'STAFF', 'OTHERS'];

const share = (finish: boolean): Route<'profitSharing' | 'multiProfitSharing'> => ({
  method: 'POST',
  path: '/v3/brand/profitsharing/orders',
  settings: (request, config) => [...brandAlways(request, config), ...settingsForPersons(request, config)],
  toWire: (request, context) => ({
    brand_mchid: context.config.brandMchId,
    sub_mchid: request.sub_mch_id,
    appid: context.config.appid,
    sub_appid: subAppidFor(request),
    transaction_id: request.transaction_id,
    out_order_no: request.out_order_no,
    receivers: toPayees(request.receivers, context),
    finish,
  }),
  fromWire: mapOrder,
  violations: (request, config) => [
    ...needsSubMerchant(request),
    ...rules.typesWithin(request, TYPES),
    ...rules.namesEncryptable(request),
    ...(finish ? rules.payerNotAmong(request, config) : []),
  ],
});

const routes: Routes<'brand'> = {
  ...ordersUnder('/v3/brand/profitsharing'),
  profitSharing: share(true),
  multiProfitSharing: share(false),
  profitSharingAddReceiver: {
    method: 'POST',
    path: '/v3/brand/profitsharing/receivers/add',
    settings: brandAndAppid,
    // The brand link alone takes the name of a new receiver in plain text (partner/4012467100).
    toWire(request, context) {
      const { name, relation_type } = request.receiver;
      return { ...receiverIdentity(request, context), name, relation_type };
    },
    fromWire: mapReceiver,
    violations: (request) => [...rules.typesWithin(request, TYPES), ...rules.relationsWithin(request, RELATIONS)],
  },
  profitSharingRemoveReceiver: {
    method: 'POST',
    path: '/v3/brand/profitsharing/receivers/delete',
    settings: brandAndAppid,
    toWire: receiverIdentity,
    fromWire: mapReceiver,
    violations: (request) => rules.typesWithin(request, TYPES),
  },
  profitSharingMerchantRatioQuery: {
    method: 'GET',
    path: '/v3/brand/profitsharing/brand-configs/{brand_mchid}',
    settings: (request, config) => (request.brand_mch_id === undefined ? brandAlways(request, config) : []),
    toWire: ({ brand_mch_id }, { config }) => ({ brand_mchid: brand_mch_id ?? config.brandMchId }),
    fromWire: mapCommon,
    violations: (request) => rules.namesNoFolder(request, 'brand_mch_id'),
  },
  profitSharingBill: bill,
};

/** The list of receivers is the brand's. */
function receiverIdentity(request: ReceiverRequest, { config }: EncodeContext): JsonObject {
  const { type, account } = request.receiver;
  return { brand_mchid: config.brandMchId, appid: config.appid, sub_appid: subAppidFor(request), type, account };
}

function brandAlways(_: RequestFields, { brandMchId }: Config): string[] {
  return brandMchId ? [] : ['WECHATPAY_BRAND_MCH_ID'];
}

function brandAndAppid(request: RequestFields, config: Config): string[] {
  return [...brandAlways(request, config), ...(config.appid ? [] : ['WECHATPAY_APPID'])];
}
