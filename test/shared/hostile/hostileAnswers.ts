import fc from 'fast-check';
import type { UnknownFields } from '../../../shared/contract';
import { hostileValue, INHERITED } from './hostileValues';

/** What this project writes into replies, and WeChat Pay never does. */
export const OURS = ['advice', 'violations', 'deviations', 'settlement', 'unrecorded', 'request_id'];
const THEIRS = [
  ...['return_code', 'result_code', 'err_code', 'err_code_des', 'error_code', 'error_msg', 'err_msg', 'return_msg'],
  ...['status', 'receivers', 'receiver', 'result', 'return_no', 'return_account', 'return_amount', 'fail_reason'],
  ...['transaction_id', 'out_order_no', 'out_return_no', 'order_id', 'sub_mch_id', 'amount', 'columns', 'rows'],
];

/** An answer with fields of any name and any value. */
export const hostileAnswer = fc
  .tuple(
    fc.constantFrom<UnknownFields>({ return_code: 'SUCCESS', result_code: 'SUCCESS' }, { return_code: 'FAIL' }, {}),
    fc.array(fc.tuple(fc.constantFrom(...THEIRS, ...OURS, ...INHERITED), hostileValue), { maxLength: 4 }),
    fc.boolean(),
  )
  .map(
    ([head, fields, coded]): UnknownFields =>
      Object.fromEntries([
        ...Object.entries(head),
        ...fields,
        ...(coded ? [['err_code', 'constructor'] as const] : []),
      ]),
  );
