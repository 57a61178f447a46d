import { isRecord } from '../../isRecord';
import type { AddReceiverInput } from '../bank/receiverList';
import type { ReceiverType } from '../bank/records';
import type { ShareReceiver } from '../bank/share';
import { type FieldRule, findWrongField, parsed } from './fieldChecks';
import { v2items } from './v2fields';

/** Refused for its form: with a code and a text, or (no code) in the envelope. */
export interface BadForm {
  readonly code: string | null;
  readonly message: string;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly bad: BadForm };

function bad(code: string | null, message: string): { readonly ok: false; readonly bad: BadForm } {
  return { ok: false, bad: { code, message } };
}

/** Fields of one checked item; the checks before make the casts of type and amount safe. */
interface Item {
  readonly type: ReceiverType;
  readonly account: string;
  readonly amount: number;
  readonly description: string;
  readonly name: string | undefined;
  readonly relationType: string;
  readonly customRelation: string | undefined;
}

function readItem(
  value: unknown,
  rules: readonly FieldRule[],
  unknownFields: 'ignore' | 'refuse',
  broken: string,
): Read<Item> {
  if (!isRecord(value)) return bad(null, broken);
  const wrong = findWrongField(rules, value, unknownFields);
  // An amount that is no whole number is a broken list, not a wrong value (seen in live answers).
  if (wrong?.kind === 'shape' || wrong?.field === 'amount') return bad(null, broken);
  if (wrong) return bad('PARAM_ERROR', `参数错误:${wrong.field}`);
  const text = (name: string) => (typeof value[name] === 'string' && value[name] !== '' ? value[name] : undefined);
  const type = text('type');
  return {
    ok: true,
    value: {
      type: type === 'PERSONAL_OPENID' || type === 'PERSONAL_SUB_OPENID' ? type : 'MERCHANT_ID',
      account: text('account') ?? '',
      amount: typeof value.amount === 'number' ? value.amount : 0,
      description: text('description') ?? '',
      name: text('name'),
      relationType: text('relation_type') ?? '',
      customRelation: text('custom_relation'),
    },
  };
}

/** `receiver` of add and remove. */
export function readReceiver(
  json: string,
  purpose: 'add' | 'remove',
  unknownFields: 'ignore' | 'refuse',
): Read<AddReceiverInput> {
  const item = readItem(parsed(json), v2items[purpose], unknownFields, '分账接收方格式错误');
  if (!item.ok) return item;
  const { type, account, name, relationType, customRelation } = item.value;
  if (relationType === 'CUSTOM' && customRelation === undefined) return bad('PARAM_ERROR', '参数错误:custom_relation');
  if (purpose === 'add' && type === 'MERCHANT_ID' && name === undefined) return bad('PARAM_ERROR', '参数错误:name');
  const value = {
    type,
    account,
    relationType,
    ...(name === undefined ? {} : { name }),
    ...(customRelation === undefined ? {} : { customRelation }),
  };
  return { ok: true, value };
}

/** `receivers` of a share. How many there may be is a money rule, not one of form. */
export function readReceivers(json: string, unknownFields: 'ignore' | 'refuse'): Read<readonly ShareReceiver[]> {
  const list = parsed(json);
  if (!Array.isArray(list)) return bad(null, '分账接收方列表格式错误');
  const value: ShareReceiver[] = [];
  for (const entry of list) {
    const item = readItem(entry, v2items.share, unknownFields, '分账接收方列表格式错误');
    if (!item.ok) return item;
    const { type, account, amount, description, name } = item.value;
    value.push({ type, account, amount, description, ...(name === undefined ? {} : { name }) });
  }
  return { ok: true, value };
}
