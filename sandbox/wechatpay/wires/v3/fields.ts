import { isRecord } from '../../../isRecord';
import type { Detail, Json } from './v3Answer';

/** How one request field must look, as its page prints it. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'list';
  readonly required?: boolean;
  /** In characters; a string that is given has at least one. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: RegExp;
  readonly values?: readonly string[];
  /** Encrypted by the caller: RSA-OAEP, with the key that Wechatpay-Serial names. */
  readonly encrypted?: true;
  /** Of a list. */
  readonly items?: readonly Field[];
}

export type Wrong = Omit<Detail, 'location'>;

function wrongText(field: Field, path: string, value: string): Wrong | undefined {
  // WeChat Pay counts characters: an emoji is one, not two UTF-16 units.
  const length = [...value].length;
  const { minLength = 1, maxLength = Number.POSITIVE_INFINITY } = field;
  if (length < minLength || length > maxLength) return { field: path, value, issue: '长度不符合要求' };
  if (field.pattern && !field.pattern.test(value)) return { field: path, value, issue: '含有不允许的字符' };
  return field.values && !field.values.includes(value) ? { field: path, value, issue: '不是枚举值' } : undefined;
}

function wrongValue(field: Field, path: string, value: unknown, unknownFields: Unknown): Wrong | undefined {
  if (value === undefined) return field.required ? { field: path, issue: '必填' } : undefined;
  const typed = { field: path, value, issue: '类型错误' };
  if (field.type === 'boolean') return typeof value === 'boolean' ? undefined : typed;
  if (field.type === 'integer') {
    if (!Number.isSafeInteger(value)) return typed;
    // The lower bound is inferred: the pages only say whole fen.
    return Number(value) >= 1 ? undefined : { field: path, value, issue: '小于最小值' };
  }
  if (field.type === 'string') return typeof value === 'string' ? wrongText(field, path, value) : typed;
  if (!Array.isArray(value)) return typed;
  for (const [index, item] of value.entries()) {
    const at = `${path}/${index}`;
    const wrong = isRecord(item) ? findWrong(field.items ?? [], item, unknownFields, at) : { ...typed, field: at };
    if (wrong) return wrong;
  }
  return undefined;
}

type Unknown = 'refuse' | 'ignore';

/** The first thing wrong with the fields, in the order of the page; then the first that is on no page. */
export function findWrong(fields: readonly Field[], given: Json, unknownFields: Unknown, at = ''): Wrong | undefined {
  for (const field of fields) {
    const wrong = wrongValue(field, `${at}/${field.name}`, given[field.name], unknownFields);
    if (wrong) return wrong;
  }
  if (unknownFields === 'ignore') return undefined;
  const unknown = Object.keys(given).find((name) => !fields.some((field) => field.name === name));
  return unknown === undefined ? undefined : { field: `${at}/${unknown}`, issue: '多余的参数' };
}
