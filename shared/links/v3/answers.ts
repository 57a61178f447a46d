import type { AnswerFields, AnswerOf, JsonObject, OperationName, RequestOf } from '../../contract';
import { linesAmong, RELEASED } from '../../lines';
import { inBeijingTime, toLines } from './receivers';

/** An answer with its merchant numbers and times in the words of the contract; all other fields stay. */
export function mapCommon({ sub_mchid, brand_mchid, ...answer }: JsonObject): JsonObject {
  return {
    ...(sub_mchid !== undefined && { sub_mch_id: sub_mchid }),
    ...(brand_mchid !== undefined && { brand_mch_id: brand_mchid }),
    ...inBeijingTime(answer),
  };
}

/**
 * An answer in the words of the contract.
 * @param rest wire fields without another name in the contract
 * @param fields what has another name on the wire, by its name in the contract
 */
function named<Name extends OperationName>(rest: JsonObject, fields: AnswerOf<Name>): AnswerOf<Name> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...mapCommon(rest), ...Object.fromEntries(given) };
}

export function inText(answer: AnswerFields): AnswerFields {
  const { receivers, receiver } = answer;
  return {
    ...answer,
    ...(receivers !== undefined && { receivers: JSON.stringify(receivers) }),
    ...(receiver !== undefined && { receiver: JSON.stringify(receiver) }),
  };
}

type OrderAnswer = AnswerOf<'profitSharingQuery'>;

/** The answer to a share, a finish or their query. apiv3 says `state`, ecommerce and brand say `status`. */
export function mapOrder(answer: JsonObject): OrderAnswer {
  const { state, receivers, finish_amount, finish_description, ...rest } = answer;
  return named<'profitSharingQuery'>(rest, {
    status: state,
    receivers: toLines(receivers),
    amount: finish_amount,
    description: finish_description,
  });
}

/**
 * apiv3 has no finish_amount: a finish shows nothing but lines of released money, which add up to the contract's
 * `amount`. A share that released its rest shows such a line beside the others and is no finish.
 */
export function mapOrderOrFinish(answer: JsonObject): OrderAnswer {
  const lines = linesAmong(answer.receivers);
  const isFinish = lines.length > 0 && lines.every(({ description }) => description === RELEASED);
  const finish_amount = lines.reduce((sum, { amount }) => sum + Number(amount), 0);
  return mapOrder(isFinish ? { ...answer, finish_amount, finish_description: RELEASED } : answer);
}

export function mapReceiver(answer: JsonObject): AnswerOf<'profitSharingAddReceiver'> {
  const { type, account, name: _name, relation_type, custom_relation, ...rest } = answer;
  return named<'profitSharingAddReceiver'>(rest, { receiver: { type, account, relation_type, custom_relation } });
}

/**
 * The answer to a return or its query. Only merchants return, so the contract's account type is implied; ecommerce and
 * brand do not repeat the description, which then is the request's own.
 */
export function mapReturn(
  answer: JsonObject,
  request: Partial<RequestOf<'profitSharingReturn'>>,
): AnswerOf<'profitSharingReturn'> {
  const { return_id, return_no = return_id, return_mchid, amount, result, description, ...rest } = answer;
  return named<'profitSharingReturn'>(rest, {
    return_no,
    return_account_type: 'MERCHANT_ID',
    return_account: return_mchid,
    return_amount: amount,
    description: description ?? request.description,
    // Brand, and older ecommerce pages, write FAIL.
    result: result === 'FAIL' ? 'FAILED' : result,
  });
}
