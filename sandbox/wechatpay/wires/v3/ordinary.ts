import { beijingRfc3339 } from '../../bank/beijingTime';
import type { ReturnOrder, ShareOrder } from '../../bank/records';
import { refused } from '../../bank/refusals';
import { answerAmounts } from './amounts';
import type { Call, Caller, Endpoint } from './endpoint';
import type { Field } from './fields';
import * as page from './pageFields';
import { answerAdded, missingInReceiver, receiverInput } from './receivers';
import {
  headOf,
  missingAppid,
  numbersOf,
  receiversOf,
  restLine,
  returnFields,
  returnInput,
  shareReference,
  stateOf,
  timedLine,
} from './shares';
import { answerTo, type Json } from './v3Answer';
import { text } from './wireText';

const FOLDER = '/v3/profitsharing';
const RELATIONS =
  'SERVICE_PROVIDER STORE STAFF STORE_OWNER PARTNER HEADQUARTER BRAND DISTRIBUTOR USER SUPPLIER CUSTOM'.split(' ');

/** A service provider names the sub-merchant; a direct merchant has none, and no field for one. */
const forSub = (caller: Caller): Field[] => (caller.isProvider ? [page.subMchid] : []);
const appids = (caller: Caller, appid: Field): Field[] => (caller.isProvider ? [appid, page.subAppid] : [appid]);

function types(caller: Caller): Field {
  const people = caller.isProvider ? ['PERSONAL_OPENID', 'PERSONAL_SUB_OPENID'] : ['PERSONAL_OPENID'];
  return page.oneOf('type', ['MERCHANT_ID', ...people]);
}

/** This page leaves out the | that the others allow. */
const returnNumber = { type: 'string', maxLength: 64, pattern: /^[0-9A-Za-z_*@-]+$/ } as const;

function order({ identity }: Call, share: ShareOrder, withRest: boolean): Json {
  const rest = withRest && share.rest ? [restLine(share.rest, share.payerMchId)] : [];
  return {
    ...(identity.subMchId === undefined ? {} : { sub_mchid: identity.subMchId }),
    ...headOf(share),
    state: stateOf(share),
    receivers: [...share.lines.map(timedLine), ...rest],
  };
}

function returned({ identity }: Call, made: ReturnOrder): Json {
  return {
    ...(identity.subMchId === undefined ? {} : { sub_mchid: identity.subMchId }),
    ...returnFields(made),
    return_id: made.returnId,
    description: made.description,
    create_time: beijingRfc3339(made.createdAt),
  };
}

/** Platforms have a family of their own (rule 10). */
const refuses: Endpoint['refuses'] = ({ caller }) =>
  caller.isPlatform ? answerTo(refused('notEcommerce'), () => ({})) : undefined;

const all = { link: 'apiv3', refuses } as const;

/** API v3 for service providers with their sub-merchants, and for direct merchants. */
export const ordinary: readonly Endpoint[] = [
  {
    ...all,
    method: 'POST',
    path: `${FOLDER}/orders`,
    api: (fields) => (fields.unfreeze_unsplit === true ? 'profitSharing' : 'multiProfitSharing'),
    fields: (caller) => [
      ...forSub(caller),
      ...appids(caller, page.appid),
      page.transactionId,
      page.outOrderNo,
      page.receiverList([types(caller), page.account, page.encryptedName, page.amount, page.description]),
      { name: 'unfreeze_unsplit', type: 'boolean', required: true },
      page.notifyUrl,
    ],
    missing: missingAppid,
    run: (call) => {
      const { bank, identity, fields } = call;
      const input = {
        ...numbersOf(fields),
        kind: fields.unfreeze_unsplit === true ? 'single' : 'multi',
        receivers: receiversOf(fields),
        payerMayReceive: true,
      } as const;
      return answerTo(bank.share(identity, input), (share) => order(call, share, false));
    },
  },
  {
    ...all,
    method: 'GET',
    path: `${FOLDER}/orders/{out_order_no}`,
    api: 'profitSharingQuery',
    fields: (caller) => [page.outOrderNo, ...forSub(caller), page.transactionId],
    run: (call) =>
      answerTo(call.bank.queryShare(call.identity, numbersOf(call.fields)), (share) => order(call, share, true)),
  },
  {
    ...all,
    method: 'POST',
    path: `${FOLDER}/orders/unfreeze`,
    api: 'profitSharingFinish',
    fields: (caller) => [...forSub(caller), page.transactionId, page.outOrderNo, page.description],
    run: (call) => {
      const input = { ...numbersOf(call.fields), description: text(call.fields, 'description') };
      return answerTo(call.bank.finish(call.identity, input), (share) => order(call, share, true));
    },
  },
  {
    ...all,
    method: 'POST',
    path: `${FOLDER}/return-orders`,
    api: 'profitSharingReturn',
    fields: (caller) => [
      ...forSub(caller),
      page.orderId,
      { ...returnNumber, name: 'out_order_no' },
      { ...returnNumber, name: 'out_return_no', required: true },
      page.returnMchid,
      page.amount,
      page.description,
    ],
    run: (call) =>
      answerTo(call.bank.returnShare(call.identity, returnInput(call.fields)), (made) => returned(call, made)),
  },
  {
    ...all,
    method: 'GET',
    path: `${FOLDER}/return-orders/{out_return_no}`,
    api: 'profitSharingReturnQuery',
    // order_id is no alternative here, unlike everywhere else.
    fields: (caller) => [page.outReturnNo, ...forSub(caller), page.outOrderNo],
    run: (call) => {
      const input = { ...shareReference(call.fields), outReturnNo: text(call.fields, 'out_return_no') };
      return answerTo(call.bank.queryReturn(call.identity, input), (made) => returned(call, made));
    },
  },
  {
    ...all,
    method: 'GET',
    path: `${FOLDER}/transactions/{transaction_id}/amounts`,
    api: 'profitSharingOrderAmountQuery',
    fields: () => [page.transactionId],
    run: answerAmounts,
  },
  {
    ...all,
    method: 'GET',
    path: `${FOLDER}/merchant-configs/{sub_mchid}`,
    api: 'profitSharingMerchantRatioQuery',
    fields: () => [page.subMchid],
    run: ({ bank, identity }) =>
      answerTo(bank.maxRatio(identity), ({ maxRatio }) => ({
        sub_mchid: identity.subMchId,
        max_ratio: maxRatio,
      })),
  },
  {
    ...all,
    method: 'GET',
    // What an SDK asks for an empty number.
    path: `${FOLDER}/merchant-configs/`,
    api: 'profitSharingMerchantRatioQuery',
    fields: () => [],
    run: () => answerTo(refused('merchantNumberMissing'), () => ({})),
  },
  {
    ...all,
    method: 'POST',
    path: `${FOLDER}/receivers/add`,
    api: 'profitSharingAddReceiver',
    fields: (caller) => [
      ...forSub(caller),
      ...appids(caller, { ...page.appid, required: true }),
      types(caller),
      page.account,
      page.encryptedName,
      page.oneOf('relation_type', RELATIONS),
      { name: 'custom_relation', type: 'string', maxLength: 10 },
    ],
    missing: missingInReceiver,
    run: answerAdded,
  },
  {
    ...all,
    method: 'POST',
    path: `${FOLDER}/receivers/delete`,
    api: 'profitSharingRemoveReceiver',
    fields: (caller) => [
      ...forSub(caller),
      ...appids(caller, { ...page.appid, required: true }),
      types(caller),
      page.account,
    ],
    missing: missingAppid,
    run: ({ bank, identity, fields }) =>
      answerTo(bank.removeReceiver(identity, receiverInput(fields)), ({ type, account }) => ({
        ...(identity.subMchId === undefined ? {} : { sub_mchid: identity.subMchId }),
        type,
        account,
      })),
  },
];
