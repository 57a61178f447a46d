import fc from 'fast-check';
import type { UnknownFields } from '../../../../shared/contract';
import {
  amount,
  description,
  digits,
  type LinkName,
  number,
  receiver,
  sub_mch_id,
  time,
  toAdd,
  transaction_id,
} from './values';

/** One answer, as it travels and as the contract says it. */
export interface TwoForms {
  readonly wire: UnknownFields;
  readonly contract: UnknownFields;
}

/** An answer in both forms, put together field by field from the tables of the pages. */
export function answerOf(link: LinkName, operationName: string): fc.Arbitrary<TwoForms> {
  const same = (fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record(fields).map((values): TwoForms => ({ wire: values, contract: values }));
  const join = (...parts: fc.Arbitrary<TwoForms>[]) =>
    fc.tuple(...parts).map(
      (all): TwoForms => ({
        wire: Object.assign({}, ...all.map(({ wire }) => wire)),
        contract: Object.assign({}, ...all.map(({ contract }) => contract)),
      }),
    );
  const renamed = (wireName: string, contractName: string, value: fc.Arbitrary<unknown>) =>
    value.map((given): TwoForms => ({ wire: { [wireName]: given }, contract: { [contractName]: given } }));
  const moment = (field: string) =>
    time.map((date): TwoForms => {
      const beijing = new Date(date.getTime() + 8 * 3_600_000).toISOString();
      return {
        wire: { [field]: `${beijing.slice(0, 19)}+08:00` },
        contract: { [field]: beijing.replace(/\D/g, '').slice(0, 14) },
      };
    });
  const sub = renamed('sub_mchid', 'sub_mch_id', sub_mch_id);
  const ids = same({ transaction_id, out_order_no: number, order_id: number });
  const status = renamed(link === 'apiv3' ? 'state' : 'status', 'status', fc.constantFrom('PROCESSING', 'FINISHED'));
  const line = join(
    receiver(link).map(
      ({ type, account }): TwoForms => ({
        wire: { type, [link === 'ecommerce' ? 'receiver_account' : 'account']: account },
        contract: { type, account },
      }),
    ),
    same({ amount, description, detail_id: digits, result: fc.constantFrom('PENDING', 'SUCCESS', 'CLOSED') }),
    fc.oneof(same({}), same({ fail_reason: fc.constantFrom('NO_RELATION', 'ACCOUNT_ABNORMAL') })),
    moment('create_time'),
    moment('finish_time'),
  );
  const lines = fc.array(line, { maxLength: 6 }).map(
    (items): TwoForms => ({
      wire: { receivers: items.map(({ wire }) => wire) },
      contract: { receivers: items.map(({ contract }) => contract) },
    }),
  );
  const answered = toAdd(link).map(
    ({ type, account, relation_type }): TwoForms => ({
      wire: { type, account, name: 'c2VhbGVk', ...(link === 'apiv3' && { relation_type }) },
      contract: { receiver: { type, account, ...(link === 'apiv3' && { relation_type }) } },
    }),
  );
  const back = join(
    sub,
    same({ order_id: number, out_order_no: number, out_return_no: number }),
    renamed(link === 'apiv3' ? 'return_id' : 'return_no', 'return_no', digits),
    renamed('return_mchid', 'return_account', digits),
    renamed('amount', 'return_amount', amount),
    fc.constantFrom('PROCESSING', 'SUCCESS', 'FAILED', 'FAIL').map(
      (result): TwoForms => ({
        wire: { result },
        contract: { result: result === 'FAIL' ? 'FAILED' : result, return_account_type: 'MERCHANT_ID' },
      }),
    ),
    link === 'apiv3' ? same({ description }) : same({}),
    moment('finish_time'),
  );
  const finished =
    link === 'apiv3'
      ? same({})
      : join(renamed('finish_amount', 'amount', amount), renamed('finish_description', 'description', description));
  const answers: Record<string, fc.Arbitrary<TwoForms>> = {
    profitSharing: join(sub, ids, status, lines),
    multiProfitSharing: join(sub, ids, status, lines),
    profitSharingAddReceiver: answered,
    profitSharingRemoveReceiver: answered,
    profitSharingQuery: join(sub, ids, status, lines, finished),
    profitSharingFinish: join(sub, ids),
    profitSharingReturn: back,
    profitSharingReturnQuery: back,
    profitSharingOrderAmountQuery: same({ transaction_id, unsplit_amount: amount }),
    profitSharingMerchantRatioQuery: join(
      link === 'brand' ? renamed('brand_mchid', 'brand_mch_id', digits) : sub,
      same({ max_ratio: fc.integer({ min: 0, max: 10_000 }) }),
    ),
    profitSharingAfterSales: join(sub, same({ transaction_id, amount })),
    profitSharingAfterSalesQuery: join(
      sub,
      same({ transaction_id, amount, result: fc.constantFrom('PROCESSING', 'SUCCESS', 'FAILED') }),
      moment('finish_time'),
    ),
  };
  const answer = answers[operationName];
  if (!answer) throw new Error(operationName);
  return answer;
}
