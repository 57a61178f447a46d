import type { Config } from '../../config';
import type { JsonObject, RequestFields } from '../../contract';
import { exchangeWithBackup } from '../../failover';
import type { Exchange } from '../../http';
import type { Link } from '../link';
import { mapCommon, mapOrder, mapOrderOrFinish, mapReceiver, mapReturn } from '../v3/answers';
import { bill } from '../v3/bill';
import { pick, RETURN_FIELDS } from '../v3/pick';
import { type ReceiverRequest, settingsForPersons, subAppidFor, toPayees } from '../v3/receivers';
import type { EncodeContext, Route, Routes } from '../v3/route';
import * as rules from '../v3/rules';
import { v3Link } from '../v3/v3Link';

/** API v3 for ordinary merchants: service providers, and direct merchants where a request names no sub-merchant. */
export function apiv3(config: Config, send: Exchange = exchangeWithBackup, now = Date.now): Link {
  return v3Link(routes, config, send, now);
}

const share = (unfreeze_unsplit: boolean): Route<'profitSharing' | 'multiProfitSharing'> => ({
  method: 'POST',
  path: '/v3/profitsharing/orders',
  settings: settingsForPersons,
  toWire: (request, context) => ({
    sub_mchid: request.sub_mch_id,
    appid: context.config.appid,
    sub_appid: subAppidFor(request),
    transaction_id: request.transaction_id,
    out_order_no: request.out_order_no,
    receivers: toPayees(request.receivers, context),
    unfreeze_unsplit,
  }),
  fromWire: mapOrder,
  violations: (request, config) => [
    ...rules.typesWithin(request, typesFor(request)),
    ...rules.namesEncryptable(request),
    ...(unfreeze_unsplit ? rules.payerNotAmong(request, config) : []),
  ],
});

const RELATIONS = [
  'SERVICE_PROVIDER',
  'STORE',
  'STAFF',
  'STORE_OWNER',
  'PARTNER',
  'HEADQUARTER',
  'BRAND',
  'DISTRIBUTOR',
  'USER',
  'SUPPLIER',
  'CUSTOM',
];

const routes: Routes<'apiv3'> = {
  profitSharing: share(true),
  multiProfitSharing: share(false),
  profitSharingAddReceiver: {
    method: 'POST',
    path: '/v3/profitsharing/receivers/add',
    settings: appidAlways,
    toWire(request, context) {
      const { name, relation_type, custom_relation } = request.receiver;
      return {
        ...receiverIdentity(request, context),
        name: name === undefined ? undefined : context.encrypt(name),
        relation_type,
        custom_relation,
      };
    },
    fromWire: mapReceiver,
    violations: (request) => [
      ...rules.typesWithin(request, typesFor(request)),
      ...rules.relationsWithin(request, RELATIONS),
      ...rules.namesEncryptable(request),
    ],
  },
  profitSharingRemoveReceiver: {
    method: 'POST',
    path: '/v3/profitsharing/receivers/delete',
    settings: appidAlways,
    toWire: receiverIdentity,
    fromWire: mapReceiver,
    violations: (request) => rules.typesWithin(request, typesFor(request)),
  },
  profitSharingQuery: {
    method: 'GET',
    path: '/v3/profitsharing/orders/{out_order_no}',
    toWire: pick<'profitSharingQuery'>('out_order_no', 'sub_mch_id', 'transaction_id'),
    fromWire: mapOrderOrFinish,
  },
  profitSharingFinish: {
    method: 'POST',
    path: '/v3/profitsharing/orders/unfreeze',
    toWire: pick<'profitSharingFinish'>('sub_mch_id', 'transaction_id', 'out_order_no', 'description'),
    fromWire: mapOrder,
  },
  profitSharingReturn: {
    method: 'POST',
    path: '/v3/profitsharing/return-orders',
    errorField: 'error_code',
    toWire: pick<'profitSharingReturn'>(...RETURN_FIELDS),
    fromWire: mapReturn,
    violations: (request) => [
      // This page does not allow the | that every other page allows. The share's number is given, so WeChat Pay may judge it.
      ...rules.matching(request, /^[0-9A-Za-z_*@-]{1,64}$/, 'out_return_no'),
      ...rules.returnAccountFits(request),
    ],
  },
  profitSharingReturnQuery: {
    method: 'GET',
    path: '/v3/profitsharing/return-orders/{out_return_no}',
    errorField: 'error_code',
    toWire: pick<'profitSharingReturnQuery'>('out_return_no', 'sub_mch_id', 'out_order_no'),
    fromWire: mapReturn,
    // This page alone does not accept order_id.
    violations: (request) => [...rules.required(request, 'out_order_no'), ...rules.forbidden(request, 'order_id')],
  },
  profitSharingOrderAmountQuery: {
    method: 'GET',
    path: '/v3/profitsharing/transactions/{transaction_id}/amounts',
    toWire: pick<'profitSharingOrderAmountQuery'>('transaction_id'),
    fromWire: mapCommon,
    violations: (request) => rules.namesNoFolder(request, 'transaction_id'),
  },
  profitSharingMerchantRatioQuery: {
    method: 'GET',
    path: '/v3/profitsharing/merchant-configs/{sub_mchid}',
    toWire: pick<'profitSharingMerchantRatioQuery'>('sub_mch_id'),
    fromWire: mapCommon,
    // The brand link queries the ratio of a brand.
    violations: (request) => [
      ...rules.required(request, 'sub_mch_id'),
      ...rules.namesNoFolder(request, 'sub_mch_id'),
      ...rules.forbidden(request, 'brand_mch_id'),
    ],
  },
  profitSharingBill: bill,
};

function typesFor({ sub_mch_id }: RequestFields): string[] {
  return ['MERCHANT_ID', 'PERSONAL_OPENID', ...(sub_mch_id === undefined ? [] : ['PERSONAL_SUB_OPENID'])];
}

function receiverIdentity(request: ReceiverRequest, { config }: EncodeContext): JsonObject {
  const { type, account } = request.receiver;
  return { sub_mchid: request.sub_mch_id, appid: config.appid, sub_appid: subAppidFor(request), type, account };
}

function appidAlways(_: RequestFields, { appid }: Config): string[] {
  return appid ? [] : ['WECHATPAY_APPID'];
}
