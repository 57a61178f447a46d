import { beijingRfc3339 } from '../../bank/beijingTime';
import type { AfterSalesOrder } from '../../bank/records';
import type { Endpoint } from './endpoint';
import * as page from './pageFields';
import { answerTo, type Json } from './v3Answer';
import { text } from './wireText';

const PATH = '/v3/ecommerce/profitsharing/after-sales-orders';

const head = (made: AfterSalesOrder): Json => ({
  sub_mchid: made.payerMchId,
  transaction_id: made.transactionId,
  amount: made.amount,
});

/** A platform's service fee for a refund. Only the Java SDK and a transcription of 2023 know it, no page. */
export function afterSales(all: Pick<Endpoint, 'link' | 'refuses'>): readonly Endpoint[] {
  return [
    {
      ...all,
      method: 'POST',
      path: PATH,
      api: 'profitSharingAfterSales',
      fields: () => [
        page.subMchid,
        page.transactionId,
        page.amount,
        page.oneOf('type', ['SERVICE_FEE_INCOME']),
        page.oneOf('scene', ['REFUND_TICKET', 'CHANGE_TICKET', 'RETURN_GOODS']),
        // Required for these three scenes (Java SDK), and there is no other.
        { name: 'refund_id', type: 'string', required: true, maxLength: 64 },
      ],
      run: ({ bank, identity, fields }) => {
        const input = {
          transactionId: text(fields, 'transaction_id'),
          refundId: text(fields, 'refund_id'),
          amount: Number(fields.amount),
          type: text(fields, 'type'),
          scene: text(fields, 'scene'),
        };
        return answerTo(bank.afterSales(identity, input), head);
      },
    },
    {
      ...all,
      method: 'GET',
      path: PATH,
      api: 'profitSharingAfterSalesQuery',
      fields: () => [page.subMchid, { ...page.transactionId, required: false }],
      run: ({ bank, identity, fields }) => {
        const transactionId = text(fields, 'transaction_id') || undefined;
        return answerTo(bank.queryAfterSales(identity, transactionId), (made) => ({
          ...head(made),
          result: made.result,
          ...(made.failReason ? { fail_reason: made.failReason } : {}),
          finish_time: beijingRfc3339(made.finishedAt ?? made.createdAt),
        }));
      },
    },
  ];
}
