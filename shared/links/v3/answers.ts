import { linesAmong, RELEASED } from '../../lines';
import type { Contract } from '../../operation';
import { inBeijingTime, toLines } from './receivers';

/** An answer with its merchant numbers and times in the words of the contract; all other fields stay. */
export function plain({ sub_mchid, brand_mchid, ...answer }: Contract): Contract {
  return {
    ...(sub_mchid !== undefined && { sub_mch_id: sub_mchid }),
    ...(brand_mchid !== undefined && { brand_mch_id: brand_mchid }),
    ...inBeijingTime(answer),
  };
}

/** An answer with its receivers as JSON text, which is how the contract carries them. */
export function inText(answer: Contract): Contract {
  const { receivers, receiver } = answer;
  return {
    ...answer,
    ...(receivers !== undefined && { receivers: JSON.stringify(receivers) }),
    ...(receiver !== undefined && { receiver: JSON.stringify(receiver) }),
  };
}

/** The answer to a share, a finish or their query. apiv3 says `state`, ecommerce and brand say `status`. */
export function order(answer: Contract): Contract {
  const { state, receivers, finish_amount, finish_description, ...rest } = answer;
  const lines = toLines(receivers);
  return {
    ...plain(rest),
    ...(state !== undefined && { status: state }),
    ...(lines !== undefined && { receivers: lines }),
    ...(finish_amount !== undefined && { amount: finish_amount }),
    ...(finish_description !== undefined && { description: finish_description }),
  };
}

/**
 * apiv3 has no finish_amount: a finish shows nothing but lines of released money, which add up to the contract's
 * `amount`. A share that released its rest shows such a line beside the others and is no finish.
 */
export function orderOrFinish(answer: Contract): Contract {
  const lines = linesAmong(answer.receivers);
  const finished = lines.length > 0 && lines.every(({ description }) => description === RELEASED);
  const finish_amount = lines.reduce((sum, { amount }) => sum + Number(amount), 0);
  return order(finished ? { ...answer, finish_amount, finish_description: RELEASED } : answer);
}

/** The answer to adding or removing a receiver, whose name the contract never repeats. */
export function registered(answer: Contract): Contract {
  const { type, account, name, relation_type, custom_relation, ...rest } = answer;
  return { ...plain(rest), receiver: { type, account, relation_type, custom_relation } };
}

/**
 * The answer to a return or its query. Only merchants return, so the contract's account type is implied; ecommerce and
 * brand do not repeat the description, which then is the request's own.
 */
export function returned(answer: Contract, request: Contract): Contract {
  const { return_id, return_no = return_id, return_mchid, amount, result, description, ...rest } = answer;
  return {
    ...plain(rest),
    return_no,
    return_account_type: 'MERCHANT_ID',
    return_account: return_mchid,
    return_amount: amount,
    description: description ?? request.description,
    // Brand, and older ecommerce pages, write FAIL.
    result: result === 'FAIL' ? 'FAILED' : result,
  };
}
