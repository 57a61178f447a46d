import type { Config } from '../../config';
import type { JsonObject, RequestOf } from '../../contract';
import { exchangeWithBackup } from '../../failover';
import type { Exchange } from '../../http';
import type { Violation } from '../../violations';
import type { Link } from '../link';
import { mapCommon, mapOrder, mapReceiver } from '../v3/answers';
import { bill } from '../v3/bill';
import { needsSubMerchant, ordersUnder } from '../v3/ordersUnder';
import { pick } from '../v3/pick';
import { type ReceiverRequest, settingsForPersons, toPayees } from '../v3/receivers';
import type { EncodeContext, Route, Routes } from '../v3/route';
import * as rules from '../v3/rules';
import { v3Link } from '../v3/v3Link';

/** API v3 for platforms (平台收付通): orders of their merchants, one list of receivers for the whole platform. */
export function ecommerce(config: Config, send: Exchange = exchangeWithBackup, now = Date.now): Link {
  return v3Link(routes, config, send, now);
}

const TYPES = ['MERCHANT_ID', 'PERSONAL_OPENID'];
const RELATIONS = ['SUPPLIER', 'DISTRIBUTOR', 'SERVICE_PROVIDER', 'PLATFORM', 'OTHERS'];

const share = (finish: boolean): Route<'profitSharing' | 'multiProfitSharing'> => ({
  method: 'POST',
  path: '/v3/ecommerce/profitsharing/orders',
  settings: settingsForPersons,
  toWire: (request, context) => ({
    appid: context.config.appid,
    sub_mchid: request.sub_mch_id,
    transaction_id: request.transaction_id,
    out_order_no: request.out_order_no,
    receivers: toPayees(request.receivers, context, 'receiver_account', 'receiver_name'),
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

const routes: Routes<'ecommerce'> = {
  // transaction_id: a return of an order older than six months is found by it only (partner/4012477737).
  ...ordersUnder('/v3/ecommerce/profitsharing', 'transaction_id'),
  profitSharing: share(true),
  multiProfitSharing: share(false),
  profitSharingAddReceiver: {
    method: 'POST',
    path: '/v3/ecommerce/profitsharing/receivers/add',
    settings: settingsForPersons,
    toWire(request, context) {
      const { type, name, relation_type } = request.receiver;
      // A merchant's name is sent in plain text, a person's encrypted in a field of its own.
      const plainly = type === 'MERCHANT_ID' || name === undefined;
      return {
        ...receiverIdentity(request, context),
        ...(plainly ? { name } : { encrypted_name: context.encrypt(name) }),
        relation_type,
      };
    },
    fromWire: mapReceiver,
    violations: (request) => [
      ...rules.typesWithin(request, TYPES),
      ...rules.relationsWithin(request, RELATIONS),
      ...(request.receiver.type === 'MERCHANT_ID' ? merchantNameFits(request) : rules.namesEncryptable(request)),
    ],
  },
  profitSharingRemoveReceiver: {
    method: 'POST',
    path: '/v3/ecommerce/profitsharing/receivers/delete',
    settings: settingsForPersons,
    toWire: receiverIdentity,
    fromWire: mapReceiver,
    violations: (request) => rules.typesWithin(request, TYPES),
  },
  profitSharingAfterSales: {
    method: 'POST',
    path: '/v3/ecommerce/profitsharing/after-sales-orders',
    toWire: pick<'profitSharingAfterSales'>('sub_mch_id', 'transaction_id', 'amount', 'type', 'scene', 'refund_id'),
    fromWire: mapCommon,
    violations: needsSubMerchant,
  },
  profitSharingAfterSalesQuery: {
    method: 'GET',
    path: '/v3/ecommerce/profitsharing/after-sales-orders',
    toWire: pick<'profitSharingAfterSalesQuery'>('sub_mch_id', 'transaction_id'),
    fromWire: mapCommon,
    violations: needsSubMerchant,
  },
  profitSharingBill: bill,
};

/** The list of receivers is the platform's. */
function receiverIdentity(request: ReceiverRequest, { config }: EncodeContext): JsonObject {
  const { type, account } = request.receiver;
  return { appid: config.appid, type, account };
}

/** The contract allows 1024 characters, this page 256 (partner/4012477758). */
function merchantNameFits({ receiver: { name = '' } }: RequestOf<'profitSharingAddReceiver'>): Violation[] {
  return [...name].length > 256 ? [{ field: 'receiver.name', rule: 'maxLength', params: { limit: 256 } }] : [];
}
