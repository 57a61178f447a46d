import type { Text } from '../../shared/locale';

/** What is said of a broken rule. Those of the contract keep their names; amounts are in fen. */
export const WORDS = {
  required: () => ({ zh: '必填', en: 'is required' }),
  unknown: () => ({ zh: '未知字段', en: 'is not a known field' }),
  unreadable: () => ({ zh: '读取时出错', en: 'cannot be read' }),
  type: (type) => ({ zh: `类型应为 ${type}`, en: `must be of type ${type}` }),
  integer: () => ({ zh: '须为整数', en: 'must be a whole number' }),
  minimum: (limit) => ({ zh: `不能小于 ${limit}`, en: `must be at least ${limit}` }),
  maximum: (limit) => ({ zh: `不能大于 ${limit}`, en: `must be at most ${limit}` }),
  maxItems: (limit) => ({ zh: `最多 ${limit} 项`, en: `must have at most ${limit} items` }),
  minItems: (limit) => ({ zh: `至少 ${limit} 项`, en: `must have at least ${limit} item(s)` }),
  length: (limit) => ({ zh: `须为 1 至 ${limit} 个字符`, en: `must have 1 to ${limit} characters` }),
  pattern: (pattern) => ({ zh: `须符合 ${pattern}`, en: `must match ${pattern}` }),
  enum: (values) => ({ zh: `取值只能是 ${values}`, en: `must be one of ${values}` }),
  exactlyOne: (names) => ({ zh: `${names} 须且只能填一个`, en: `give exactly one of ${names}` }),
  ratio: () => ({
    zh: '比例须为文本，如 "0.125" 或 "12.5%"，不大于 1，至多八位小数；整数请用 ten_thousandths',
    en: 'a ratio is text such as "0.125" or "12.5%", at most 1, of at most eight decimals; for a whole number use ten_thousandths',
  }),
  duplicate: (first) => ({ zh: `与 ${first} 重复`, en: `repeats ${first}` }),
  differs: (first) => ({ zh: `与 ${first} 不一致`, en: `differs from ${first}` }),
  bounds: (fen) => ({ zh: `最小值比最大值多 ${fen} 分`, en: `the minimum is ${fen} fen above the maximum` }),
  twoRemainders: (first) => ({
    zh: `剩余已归 ${first}，只能归一处`,
    en: `the remainder goes to ${first} already, and to one only`,
  }),
  payer: () => ({
    zh: '单次分账的接收方不能是付款商户自己',
    en: 'a single share cannot pay the paying merchant itself',
  }),
  overPaid: (fen, paid) => ({
    zh: `合计比实付 ${paid} 分多 ${fen} 分`,
    en: `together they are ${fen} fen more than the ${paid} fen paid`,
  }),
  overUnsplit: (fen, unsplit) => ({
    zh: `各条合计比订单剩余待分的 ${unsplit} 分多 ${fen} 分`,
    en: `the lines are ${fen} fen more than the ${unsplit} fen left in the order`,
  }),
  overRatio: (fen, most, ratio, base, shared) => ({
    zh: `分给他人的金额超出最大分账比例 ${fen} 分：${base} 分的万分之 ${ratio}（向下取整）减去已分的 ${shared} 分，最多还可分 ${most} 分`,
    en: `what goes to others is ${fen} fen over the maximum ratio: ${ratio} ten-thousandths of ${base} fen, rounded down, less ${shared} fen shared before, leave at most ${most} fen`,
  }),
  overGroup: (fen, group) => ({
    zh: `成员合计比该组的 ${group} 分多 ${fen} 分`,
    en: `the members are ${fen} fen more than the ${group} fen of the group`,
  }),
  overSingle: (requests) => ({
    zh: `单次分账只有一次请求，接收方需要 ${requests} 次；请改用 finish`,
    en: `a single share is one request and the receivers need ${requests}; use finish`,
  }),
  overRequests: (requests, most) => ({
    zh: `需要 ${requests} 次请求，订单还剩 ${most} 次`,
    en: `${requests} requests are needed and the order has ${most} left`,
  }),
  overRefund: (fen, left) => ({
    zh: `比可退的 ${left} 分多 ${fen} 分`,
    en: `is ${fen} fen more than the ${left} fen that can still be refunded`,
  }),
  overReturned: (fen, received) => ({
    zh: `已回退的比收到的 ${received} 分多 ${fen} 分`,
    en: `${fen} fen more were returned than the ${received} fen received`,
  }),
  unknownReceiver: () => ({ zh: '没有收到过分账', en: 'received nothing from these shares' }),
  numberTaken: (number, fen) => ({
    zh: `回退单号 ${number} 已用于另一笔 ${fen} 分的回退；请按原计划执行，或换一个退款单号`,
    en: `return number ${number} was used for another return of ${fen} fen; follow the first plan, or take another refund number`,
  }),
} satisfies Record<string, (...params: (number | string)[]) => Text>;

export type Rule = keyof typeof WORDS;
