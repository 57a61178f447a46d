import type { Identity } from '../../bank/outcome';
import { refused } from '../../bank/refusals';
import { type FieldRule, findWrongField } from '../fieldChecks';
import { answer, operations, type V2Answer, type V2Fields, type V2State } from '../v2contract';
import type { ApiV2Name, Page } from './pages';
import type { Message } from './xml';

type Operation = (state: V2State, identity: Identity, fields: V2Fields) => V2Answer;

const all: Readonly<Record<ApiV2Name, Operation>> = {
  ...operations,
  profitSharingOrderAmountQuery: ({ bank }, identity, { transaction_id }) =>
    answer(bank.unsplitAmount(identity, String(transaction_id)), ({ transactionId, unsplitAmount }) => ({
      transaction_id: transactionId,
      unsplit_amount: unsplitAmount,
    })),
  profitSharingMerchantRatioQuery: ({ bank }, identity) =>
    answer(bank.maxRatio(identity), ({ maxRatio }) => ({ max_ratio: maxRatio })),
};

/** Carries out a request whose signature is good: the form of its fields, then the bank. */
export function operate(state: V2State, page: Page, rules: readonly FieldRule[], message: Message): V2Answer {
  const fields = withNumbers(rules, message);
  const wrong = findWrongField(rules, fields, 'ignore');
  if (wrong?.kind === 'missing' && wrong.field.startsWith('receiver'))
    return { kind: 'envelope', message: 'receiver未设置' };
  // This page and that of v3 have words of their own for it.
  if (wrong?.kind === 'missing' && wrong.field === 'sub_mch_id' && page.api === 'profitSharingMerchantRatioQuery')
    return answer(refused('merchantNumberMissing'), () => ({}));
  if (wrong?.kind === 'shape') return { kind: 'envelope', message: '参数格式校验错误' };
  if (wrong) return { kind: 'refused', code: 'PARAM_ERROR', message: `参数错误:${wrong.field}` };
  const listed = new Set(rules.map(({ name }) => name));
  const given = (name: string) => (listed.has(name) && message[name] ? message[name] : undefined);
  return all[page.api](state, identityOf(message.mch_id ?? '', given), fields);
}

/** XML carries digits where the contract has integers. */
function withNumbers(rules: readonly FieldRule[], message: Message): V2Fields {
  const entries = Object.entries(message).map(([name, value]) => {
    const isInteger = rules.some((rule) => rule.name === name && rule.type === 'integer');
    return [name, isInteger && /^\d+$/.test(value) ? Number(value) : value];
  });
  return Object.fromEntries(entries);
}

function identityOf(mchId: string, given: (name: string) => string | undefined): Identity {
  const [subMchId, brandMchId] = [given('sub_mch_id'), given('brand_mch_id')];
  const [appid, subAppid] = [given('appid'), given('sub_appid')];
  return {
    mchId,
    family: 'ordinary',
    wire: 'v2',
    ...(subMchId === undefined ? {} : { subMchId }),
    ...(brandMchId === undefined ? {} : { brandMchId }),
    ...(appid === undefined ? {} : { appid }),
    ...(subAppid === undefined ? {} : { subAppid }),
  };
}
