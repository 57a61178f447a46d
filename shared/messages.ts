import { closest, distance } from 'fastest-levenshtein';
import type { UnknownFields } from './contract';
import { type Locale, type Text, translate } from './locale';
import { own } from './own';

type Message = (params: Readonly<UnknownFields>) => Text;

const MESSAGES: Readonly<Record<string, Message>> = {
  required: () => ({ zh: '必填', en: 'is required' }),
  type: ({ type }) => ({ zh: `类型应为 ${type}`, en: `must be of type ${type}` }),
  json: () => ({ zh: '不是合法的 JSON 字符串', en: 'is not valid JSON text' }),
  enum: ({ allowedValues }) => ({
    zh: `取值只能是 ${[allowedValues].flat().join('、')}`,
    en: `must be one of ${[allowedValues].flat().join(', ')}`,
  }),
  const: ({ allowedValue }) => ({ zh: `取值只能是 ${allowedValue}`, en: `must be ${allowedValue}` }),
  pattern: ({ pattern }) => ({ zh: `须符合 ${pattern}`, en: `must match ${pattern}` }),
  minLength: ({ limit }) => ({ zh: `至少 ${limit} 个字符`, en: `must have at least ${limit} character(s)` }),
  maxLength: ({ limit }) => ({ zh: `最多 ${limit} 个字符`, en: `must have at most ${limit} characters` }),
  maxJsonLength: ({ limit }) => ({
    zh: `转成 JSON 字符串后最多 ${limit} 个字符`,
    en: `must have at most ${limit} characters as JSON text`,
  }),
  minimum: ({ limit }) => ({ zh: `不能小于 ${limit}（单位：分）`, en: `must be at least ${limit} (fen)` }),
  maximum: ({ limit }) => ({ zh: `不能大于 ${limit}（单位：分）`, en: `must be at most ${limit} (fen)` }),
  minItems: ({ limit }) => ({ zh: `至少 ${limit} 项`, en: `must have at least ${limit} item(s)` }),
  maxItems: ({ limit }) => ({ zh: `最多 ${limit} 项`, en: `must have at most ${limit} items` }),
  maxBytes: ({ limit }) => ({
    zh: `UTF-8 编码后最多 ${limit} 字节`,
    en: `must have at most ${limit} bytes in UTF-8`,
  }),
  mostValues: ({ limit }) => ({
    zh: `内容过多：整个请求的字段与列表项最多 ${limit} 个`,
    en: `holds too much: a request has at most ${limit} fields and list items in all`,
  }),
  mostCharacters: ({ limit }) => ({
    zh: `内容过长：整个请求的文字最多 ${limit} 个字符`,
    en: `holds too much: a request has at most ${limit} characters in all`,
  }),
  mostDepth: ({ limit }) => ({ zh: `嵌套过深：最多 ${limit} 层`, en: `must be nested at most ${limit} levels deep` }),
  wholeNumber: ({ least, most }) => ({
    zh: `须为 ${least} 到 ${most} 之间的整数`,
    en: `must be a whole number from ${least} to ${most}`,
  }),
  placeholder: () => ({
    zh: '是占位的时间（1970 年），已略去',
    en: 'is a placeholder (a time in 1970) and was left out',
  }),
  tooLong: () => ({ zh: '内容过长，未放入返回', en: 'is too long for a reply and was left out' }),
  otherLink: ({ links }) => ({
    zh: `只在这些接入方式可用：${[links].flat().join('、')}`,
    en: `is only known on ${[links].flat().join(', ')}`,
  }),
  numberTaken: ({ owner }) => ({ zh: `该单号已用于 ${owner}`, en: `this number was used for ${owner}` }),
  differs: ({ before, after }) => ({
    zh:
      before === undefined && after === undefined
        ? '与原请求不同'
        : `原请求为 ${before ?? '空'}，现为 ${after ?? '空'}`,
    en:
      before === undefined && after === undefined
        ? 'differs from the first request'
        : `was ${before ?? 'absent'}, is now ${after ?? 'absent'}`,
  }),
  otherOrder: () => ({
    zh: '接收方与原请求相同，只是顺序不同；请按原请求的顺序重发',
    en: 'holds the same receivers in another order than the first request; send them in the order of the first',
  }),
  openOverLink: ({ link }) => ({
    zh: `原请求经接入方式 ${link} 发出，尚无最终结果，不能改经另一类接入方式重发；请换回 ${link} 重发，或等对账得出结果`,
    en: `the first request went over ${link} and has no end yet: it cannot be repeated over another family of links; switch back to ${link}, or wait until reconciliation finds its end`,
  }),
  endedOverLink: ({ link }) => ({
    zh: `该单号的请求已经 ${link} 有了结果（见 settlement），经另一类接入方式重发会重复付款`,
    en: `this number has had its end over ${link}, see settlement: over another family of links the same would be paid again`,
  }),
  payer: () => ({
    zh: '单次分账的接收方不能是付款商户自己',
    en: 'a single share cannot pay the paying merchant itself',
  }),
  duplicate: ({ first }) => ({ zh: `与 ${first} 是同一个接收方`, en: `is the same receiver as ${first}` }),
  retired: ({ replacement }) => replacement as Text,
  forbidden: () => ({ zh: '此处不允许填写', en: 'is not allowed here' }),
  givenTwice: () => ({ zh: '下划线与驼峰两种写法同时出现', en: 'is given twice, in snake_case and in camelCase' }),
  exactlyOne: ({ names }) => ({
    zh: `${[names].flat().join('、')} 须且只能填一个`,
    en: `give exactly one of ${[names].flat().join(', ')}`,
  }),
};

export function messageFor(rule: string, params: Readonly<UnknownFields>, locale: Locale): string {
  if (rule === 'unknown') return translate(unknownField(String(params.name), (params.known ?? []) as string[]), locale);
  return translate(
    own(MESSAGES, rule)?.(params) ?? { zh: `不符合规则 ${rule}`, en: `breaks the rule ${rule}` },
    locale,
  );
}

/** Fields of WeChat Pay's own interfaces that the functions add to every request. */
const FILLED_IN = new Set(['mch_id', 'appid', 'sign', 'sign_type', 'mchid', 'sp_mchid', 'sp_appid', 'timestamp']);

/** How API v3 says what the contract says by choosing an operation. */
const CHOSEN = new Set(['unfreeze_unsplit', 'finish']);

/** Names of API v3, and what the contract calls them; the first that the operation knows. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  sub_mchid: ['sub_mch_id'],
  brand_mchid: ['brand_mch_id'],
  return_mchid: ['return_account'],
  amount: ['return_amount'],
  receiver_account: ['account'],
  receiver_mchid: ['account'],
  receiver_name: ['name'],
  encrypted_name: ['name'],
  user_name: ['name'],
};

/** A name of more characters is not compared with others. */
const MOST_NAME = 64;

/** What a field that the contract does not know probably means; nothing where no known name is near. */
function unknownField(name: string, known: readonly string[]): Text {
  if (FILLED_IN.has(name)) {
    return { zh: '由函数填写，请去掉', en: 'is filled in by the function, leave it out' };
  }
  if (CHOSEN.has(name)) {
    return {
      zh: '未知字段：分完即解冻剩余资金用 profitSharing，否则用 multiProfitSharing',
      en: 'is not a known field: choose profitSharing, which releases the rest at once, or multiProfitSharing',
    };
  }
  const called = own(CALLED, name)?.find((other) => known.includes(other));
  if (called) return { zh: `未知字段，此处叫 ${called}`, en: `is not a known field; here it is called ${called}` };
  const nearest = known.length > 0 && name.length <= MOST_NAME ? closest(name, [...known]) : undefined;
  if (!nearest || distance(name, nearest) > Math.ceil(Math.max(name.length, nearest.length) / 3)) {
    return { zh: '未知字段', en: 'is not a known field' };
  }
  return { zh: `未知字段，是否想写 ${nearest}？`, en: `is not a known field; did you mean ${nearest}?` };
}
