import type { Config } from '../../config';
import { exchangeWithBackup } from '../../failover';
import type { Exchange } from '../../http';
import type { Contract } from '../../operation';
import type { Link } from '../link';
import { order, orderOrFinish, plain, registered, returned } from '../v3/answers';
import { bill } from '../v3/bill';
import { receiverOf, settingsForPersons, subAppidFor, toPayees } from '../v3/receivers';
import type { EncodeContext, Route, Routes } from '../v3/route';
import * as rules from '../v3/rules';
import { RETURN_FIELDS, sending } from '../v3/sending';
import { v3Link } from '../v3/v3Link';

/**
 * API v3 for ordinary merchants: a service provider for its sub-merchants, or, when a request names no sub-merchant, a
 * direct merchant for itself.
 */
export function apiv3(config: Config, send: Exchange = exchangeWithBackup, now = Date.now): Link {
  return v3Link(routes, config, send, now);
}

const share = (unfreeze_unsplit: boolean): Route => ({
  method: 'POST',
  path: '/v3/profitsharing/orders',
  settings: settingsForPersons,
  toWire: (request, context) => ({
    sub_mchid: request.sub_mch_id,
    appid: context.config.appid,
    sub_appid: subAppidFor(request),
    transaction_id: request.transaction_id,
    out_order_no: request.out_order_no,
    receivers: toPayees(request, context),
    unfreeze_unsplit,
  }),
  fromWire: order,
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
      const { name, relation_type, custom_relation } = receiverOf(request);
      return {
        ...whom(request, context),
        name: name === undefined ? undefined : context.encrypt(String(name)),
        relation_type,
        custom_relation,
      };
    },
    fromWire: registered,
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
    toWire: whom,
    fromWire: registered,
    violations: (request) => rules.typesWithin(request, typesFor(request)),
  },
  profitSharingQuery: {
    method: 'GET',
    path: '/v3/profitsharing/orders/{out_order_no}',
    toWire: sending('out_order_no', 'sub_mch_id', 'transaction_id'),
    fromWire: orderOrFinish,
  },
  profitSharingFinish: {
    method: 'POST',
    path: '/v3/profitsharing/orders/unfreeze',
    toWire: sending('sub_mch_id', 'transaction_id', 'out_order_no', 'description'),
    fromWire: order,
  },
  profitSharingReturn: {
    method: 'POST',
    path: '/v3/profitsharing/return-orders',
    failsAs: 'error_code',
    toWire: sending(...RETURN_FIELDS),
    fromWire: returned,
    // This page leaves out the | that every other page allows.
    violations: (request) => [
      ...rules.matching(request, /^[0-9A-Za-z_*@-]{1,64}$/, 'out_order_no', 'out_return_no'),
      ...rules.returnAccountFits(request),
    ],
  },
  profitSharingReturnQuery: {
    method: 'GET',
    path: '/v3/profitsharing/return-orders/{out_return_no}',
    failsAs: 'error_code',
    toWire: sending('out_return_no', 'sub_mch_id', 'out_order_no'),
    fromWire: returned,
    // order_id is no alternative here, unlike everywhere else.
    violations: (request) => [...rules.present(request, 'out_order_no'), ...rules.absent(request, 'order_id')],
  },
  profitSharingOrderAmountQuery: {
    method: 'GET',
    path: '/v3/profitsharing/transactions/{transaction_id}/amounts',
    toWire: sending('transaction_id'),
    fromWire: plain,
    violations: (request) => rules.namesNoFolder(request, 'transaction_id'),
  },
  profitSharingMerchantRatioQuery: {
    method: 'GET',
    path: '/v3/profitsharing/merchant-configs/{sub_mchid}',
    toWire: sending('sub_mch_id'),
    fromWire: plain,
    // The ratio of a brand is asked for on the brand link.
    violations: (request) => [
      ...rules.present(request, 'sub_mch_id'),
      ...rules.namesNoFolder(request, 'sub_mch_id'),
      ...rules.absent(request, 'brand_mch_id'),
    ],
  },
  profitSharingBill: bill,
};

/** Only a sub-merchant has an AppID of its own. */
function typesFor({ sub_mch_id }: Contract): string[] {
  return ['MERCHANT_ID', 'PERSONAL_OPENID', ...(sub_mch_id === undefined ? [] : ['PERSONAL_SUB_OPENID'])];
}

function whom(request: Contract, { config }: EncodeContext): Contract {
  const { type, account } = receiverOf(request);
  return { sub_mchid: request.sub_mch_id, appid: config.appid, sub_appid: subAppidFor(request), type, account };
}

function appidAlways(_: Contract, { appid }: Config): string[] {
  return appid ? [] : ['WECHATPAY_APPID'];
}
