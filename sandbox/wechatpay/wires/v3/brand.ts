import { refused } from '../../bank/refusals';
import { answerAmounts } from './amounts';
import type { Endpoint } from './endpoint';
import * as page from './pageFields';
import { missingInReceiver, receiverInput } from './receivers';
import { missingAppid, receiversOf } from './shares';
import { sharesUnder } from './sharesUnder';
import { answerTo, refusal } from './v3Answer';
import { text } from './wireText';

const FOLDER = '/v3/brand/profitsharing';

const type = page.oneOf('type', ['MERCHANT_ID', 'PERSONAL_OPENID', 'PERSONAL_SUB_OPENID']);
const relation = page.oneOf('relation_type', [
  'SUPPLIER',
  'DISTRIBUTOR',
  'SERVICE_PROVIDER',
  'PLATFORM',
  'STAFF',
  'OTHERS',
]);

/** Only service providers with the chain-brand tool, for brands that signed with them (seen in live answers). */
const refuses: Endpoint['refuses'] = ({ bank, caller, fields }) => {
  const store = bank.merchant(text(fields, 'sub_mchid'));
  const brandMchId = text(fields, 'brand_mchid') || (store?.brandMchId ?? '');
  const named = fields.brand_mchid !== undefined || fields.sub_mchid !== undefined;
  const theirs = caller.isProvider && (!named || bank.merchant(brandMchId)?.providerMchId === caller.mchId);
  return theirs ? undefined : refusal(403, 'NO_AUTH', '无分账权限');
};

const all = { link: 'brand', refuses } as const;

/** API v3 for chain brands (连锁品牌): one list of receivers and one ratio for the whole brand. */
export const brand: readonly Endpoint[] = [
  ...sharesUnder(FOLDER, all, {
    shareFields: [
      page.brandMchid,
      page.subMchid,
      page.appid,
      page.subAppid,
      page.transactionId,
      page.outOrderNo,
      page.receiverList([type, page.account, page.amount, page.description, page.encryptedName]),
      page.finish,
      page.notifyUrl,
    ],
    receiversOf,
    accountName: 'account',
    failed: 'FAIL',
    lineExtras: () => ({}),
    returnExtras: [],
    returnHead: () => ({}),
  }),
  {
    ...all,
    method: 'GET',
    path: `${FOLDER}/orders/{transaction_id}/amounts`,
    api: 'profitSharingOrderAmountQuery',
    fields: () => [page.transactionId],
    run: answerAmounts,
  },
  {
    ...all,
    method: 'GET',
    path: `${FOLDER}/brand-configs/{brand_mchid}`,
    api: 'profitSharingMerchantRatioQuery',
    fields: () => [page.brandMchid],
    run: ({ bank, identity }) =>
      answerTo(bank.maxRatio(identity), ({ maxRatio }) => ({
        brand_mchid: identity.brandMchId,
        max_ratio: maxRatio,
      })),
  },
  {
    ...all,
    method: 'GET',
    // What an SDK asks for an empty number.
    path: `${FOLDER}/brand-configs/`,
    api: 'profitSharingMerchantRatioQuery',
    fields: () => [],
    run: () => answerTo(refused('merchantNumberMissing'), () => ({})),
  },
  {
    ...all,
    method: 'POST',
    path: `${FOLDER}/receivers/add`,
    api: 'profitSharingAddReceiver',
    // Alone among the families, brand takes the name of a new receiver in plain text.
    fields: () => [
      page.brandMchid,
      { ...page.appid, required: true },
      page.subAppid,
      type,
      page.account,
      { name: 'name', type: 'string' },
      relation,
    ],
    missing: missingInReceiver,
    run: ({ bank, identity, fields }) =>
      answerTo(bank.addReceiver(identity, receiverInput(fields)), ({ type, account }) => ({
        brand_mchid: identity.brandMchId,
        type,
        account,
      })),
  },
  {
    ...all,
    method: 'POST',
    path: `${FOLDER}/receivers/delete`,
    api: 'profitSharingRemoveReceiver',
    fields: () => [page.brandMchid, { ...page.appid, required: true }, page.subAppid, type, page.account],
    missing: missingAppid,
    run: ({ bank, identity, fields }) =>
      answerTo(bank.removeReceiver(identity, receiverInput(fields)), ({ type, account }) => ({
        brand_mchid: identity.brandMchId,
        type,
        account,
      })),
  },
];
