import { refused } from '../../bank/refusals';
import { afterSales } from './afterSales';
import { answerAmounts } from './amounts';
import type { Endpoint } from './endpoint';
import * as page from './pageFields';
import { missingInReceiver, receiverInput } from './receivers';
import { abnormalFields, missingAppid, receiversOf } from './shares';
import { sharesUnder } from './sharesUnder';
import { answerTo } from './v3Answer';

const FOLDER = '/v3/ecommerce/profitsharing';

const type = page.oneOf('type', ['MERCHANT_ID', 'PERSONAL_OPENID']);
const relation = page.oneOf('relation_type', ['SUPPLIER', 'DISTRIBUTOR', 'SERVICE_PROVIDER', 'PLATFORM', 'OTHERS']);

const refuses: Endpoint['refuses'] = ({ caller }) =>
  caller.isPlatform ? undefined : answerTo(refused('ecommerceOnly'), () => ({}));

const all = { link: 'ecommerce', refuses } as const;

/** API v3 for platforms (平台收付通): one list of receivers for the whole platform. */
export const ecommerce: readonly Endpoint[] = [
  ...sharesUnder(FOLDER, all, {
    shareFields: [
      page.appid,
      page.subMchid,
      page.transactionId,
      page.outOrderNo,
      page.receiverList([
        type,
        { ...page.account, name: 'receiver_account' },
        page.amount,
        page.description,
        { ...page.encryptedName, name: 'receiver_name', maxLength: 10_240 },
        // Obsolete beside receiver_account, yet still in the sample of the guide.
        { name: 'receiver_mchid', type: 'string', maxLength: 32 },
      ]),
      page.finish,
      page.notifyUrl,
    ],
    receiversOf: (fields) => receiversOf(fields, 'receiver_account', 'receiver_name'),
    accountName: 'receiver_account',
    failed: 'FAILED',
    lineExtras: abnormalFields,
    returnExtras: [{ ...page.transactionId, required: false }],
    returnHead: ({ transactionId }) => ({ transaction_id: transactionId }),
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
    method: 'POST',
    path: `${FOLDER}/receivers/add`,
    api: 'profitSharingAddReceiver',
    // A merchant's name travels plain, a person's encrypted in a field of its own.
    fields: () => [
      page.appid,
      type,
      page.account,
      { name: 'name', type: 'string', maxLength: 256 },
      { ...page.encryptedName, name: 'encrypted_name' },
      relation,
    ],
    missing: missingInReceiver,
    run: ({ bank, identity, fields }) =>
      answerTo(bank.addReceiver(identity, receiverInput(fields)), ({ type, account }) => ({ type, account })),
  },
  {
    ...all,
    method: 'POST',
    path: `${FOLDER}/receivers/delete`,
    api: 'profitSharingRemoveReceiver',
    fields: () => [page.appid, type, page.account],
    missing: missingAppid,
    run: ({ bank, identity, fields }) =>
      answerTo(bank.removeReceiver(identity, receiverInput(fields)), ({ type, account }) => ({ type, account })),
  },
  ...afterSales(all),
];
