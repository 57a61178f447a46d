import type { Line, ReturnOrder, ShareOrder } from '../../bank/records';
import type { ShareReceiver } from '../../bank/share';
import type { Call, Endpoint } from './endpoint';
import type { Field } from './fields';
import * as page from './pageFields';
import {
  headOf,
  lineFields,
  missingAppid,
  numbersOf,
  returnFields,
  returnInput,
  shareReference,
  stateOf,
} from './shares';
import { answerTo, type Json } from './v3Answer';
import { text } from './wireText';

/** What differs between the ecommerce and the brand family. */
export interface Differences {
  readonly shareFields: readonly Field[];
  readonly receiversOf: (fields: Json) => ShareReceiver[];
  /** What a line calls its account. */
  readonly accountName: string;
  /** How a failed return is spelled: FAILED (ecommerce pages of 2026) or FAIL (brand). */
  readonly failed: 'FAILED' | 'FAIL';
  /** Fields of a line beyond the common ones. */
  readonly lineExtras: (line: Line) => Json;
  /** Fields of a return beyond the common ones. */
  readonly returnExtras: readonly Field[];
  readonly returnHead: (made: ReturnOrder) => Json;
}

type Shared = Pick<Endpoint, 'link'> & { readonly refuses: NonNullable<Endpoint['refuses']> };

/** Shares, finishes and returns of the families that call them alike: ecommerce and brand. */
export function sharesUnder(folder: string, all: Shared, family: Differences): readonly Endpoint[] {
  const parties = ({ identity }: Call): Json => ({
    ...(identity.brandMchId === undefined ? {} : { brand_mchid: identity.brandMchId }),
    sub_mchid: identity.subMchId,
  });
  const order = (call: Call, share: ShareOrder): Json => ({
    ...parties(call),
    ...headOf(share),
    status: stateOf(share),
    receivers: share.lines.map((line) => ({ ...lineFields(line, family.accountName), ...family.lineExtras(line) })),
  });
  const queried = (call: Call, share: ShareOrder): Json => {
    const finished = share.kind === 'finish' && share.rest ? share.rest : undefined;
    return {
      ...order(call, share),
      ...(finished ? { finish_amount: finished.amount, finish_description: finished.description } : {}),
    };
  };
  const returned = (call: Call, made: ReturnOrder): Json => ({
    ...parties(call),
    ...family.returnHead(made),
    ...returnFields(made),
    return_no: made.returnId,
    ...(made.result === 'FAILED' ? { result: family.failed } : {}),
  });

  return [
    {
      ...all,
      method: 'POST',
      path: `${folder}/orders`,
      api: (fields) => (fields.finish === true ? 'profitSharing' : 'multiProfitSharing'),
      fields: () => family.shareFields,
      missing: missingAppid,
      run: (call) => {
        const { bank, identity, fields } = call;
        const input = {
          ...numbersOf(fields),
          kind: fields.finish === true ? 'single' : 'multi',
          receivers: family.receiversOf(fields),
          payerMayReceive: true,
        } as const;
        return answerTo(bank.share(identity, input), (share) => order(call, share));
      },
    },
    {
      ...all,
      method: 'GET',
      path: `${folder}/orders`,
      api: 'profitSharingQuery',
      fields: () => [page.subMchid, page.transactionId, page.outOrderNo],
      run: (call) =>
        answerTo(call.bank.queryShare(call.identity, numbersOf(call.fields)), (share) => queried(call, share)),
    },
    {
      ...all,
      method: 'POST',
      path: `${folder}/finish-order`,
      api: 'profitSharingFinish',
      fields: () => [page.subMchid, page.transactionId, page.outOrderNo, page.description, page.notifyUrl],
      run: (call) => {
        const input = { ...numbersOf(call.fields), description: text(call.fields, 'description') };
        // No state in this answer.
        return answerTo(call.bank.finish(call.identity, input), (share) => ({
          ...parties(call),
          ...headOf(share),
        }));
      },
    },
    {
      ...all,
      method: 'POST',
      path: `${folder}/returnorders`,
      api: 'profitSharingReturn',
      fields: () => [
        page.subMchid,
        page.orderId,
        page.shareNumber,
        page.outReturnNo,
        page.returnMchid,
        page.amount,
        page.description,
        ...family.returnExtras,
      ],
      run: (call) => {
        const transactionId = text(call.fields, 'transaction_id');
        const input = { ...returnInput(call.fields), ...(transactionId === '' ? {} : { transactionId }) };
        return answerTo(call.bank.returnShare(call.identity, input), (made) => returned(call, made));
      },
    },
    {
      ...all,
      method: 'GET',
      path: `${folder}/returnorders`,
      api: 'profitSharingReturnQuery',
      fields: () => [page.subMchid, page.outReturnNo, page.orderId, page.shareNumber],
      run: (call) => {
        const input = { ...shareReference(call.fields), outReturnNo: text(call.fields, 'out_return_no') };
        return answerTo(call.bank.queryReturn(call.identity, input), (made) => returned(call, made));
      },
    },
  ];
}
