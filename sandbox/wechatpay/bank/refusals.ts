import type { Refusal } from './outcome';

type Grade = 'documented' | 'observed' | 'inferred';

interface Row extends Refusal {
  /** How well the spelling is known: a table of WeChat Pay, a live answer, or our choice where nothing is said. */
  readonly grade: Grade;
}

function row(
  rule: string,
  grade: Grade,
  v2Code: string | null,
  v2Message: string,
  status: number,
  v3Code: string,
  v3Message = v2Message,
): Row {
  return {
    rule,
    grade,
    v2: { code: v2Code, message: v2Message, envelope: v2Code === null },
    v3: { status, code: v3Code, message: v3Message },
  };
}

/** What the page of each operation says with its 429; finish has the words of a share. Ratio and bill: Go SDK, brand page. */
const rateWords = {
  share: '对同笔订单分账频率过高',
  finish: '对同笔订单分账频率过高',
  queryShare: '商户发起分账查询的频率过高',
  returnShare: '商户发起分账回退的频率过高',
  queryReturn: '商户发起分账回退查询的频率过高',
  unsplitAmount: '商户发起查询的频率过高',
  maxRatio: '商户发起查询的频率过高',
  addReceiver: '添加接收方频率过高',
  removeReceiver: '删除接收方频率过高',
  bill: '商户发起获取账单的频率过高',
} as const;

/** The operations whose pages have a 429. */
export type RatedCall = keyof typeof rateWords;

type RateRows<Suffix extends string> = Record<`${RatedCall}${Suffix}`, Row>;

/** Two names of the same 429: the older one is that of the Go SDK, and of the pages of ratio and bill. */
function rateRows<Suffix extends string>(suffix: Suffix, v3Code: string): RateRows<Suffix> {
  const rows = Object.entries(rateWords).map(([call, words]) => {
    return [`${call}${suffix}`, row('21', 'documented', 'FREQUENCY_LIMITED', '频率限制', 429, v3Code, words)] as const;
  });
  return Object.fromEntries(rows) as RateRows<Suffix>;
}

/** Every refusal of the bank: rule, grade, v2 code and text, v3 status, code and text (v2 text where it is the same). */
export const refusals = {
  unknownCaller: row('11', 'observed', null, '受理关系不存在', 400, 'INVALID_REQUEST', '服务商和分账方无受理关系'),
  notItsMerchant: row('11', 'observed', null, '受理关系不存在', 400, 'INVALID_REQUEST', '服务商和分账方无受理关系'),
  unknownAppid: row('11', 'documented', 'INVALID_REQUEST', '参数中APPID或MCHID不存在', 400, 'INVALID_REQUEST'),
  callerNotPermitted: row('4', 'documented', 'NOAUTH', '无分账权限', 403, 'NO_AUTH', '服务商未开通分账功能'),
  payerNotPermitted: row('4', 'documented', 'NOAUTH', '无分账权限', 403, 'NO_AUTH', '商户无权限'),
  payerPenalised: row('4', 'observed', 'NOAUTH', '分账权限被处罚，请尽快处理违规记录', 403, 'NO_AUTH'),
  unknownTransaction: row('9.4', 'documented', 'INVALID_TRANSACTIONID', '无效的微信支付订单号', 400, 'INVALID_REQUEST'),
  foreignTransaction: row(
    '9.4',
    'inferred',
    'INVALID_TRANSACTIONID',
    '无效的微信支付订单号',
    400,
    'INVALID_REQUEST',
    '非本商户的订单不支持分账',
  ),
  notShareOrder: row('1', 'documented', 'NOT_SHARE_ORDER', '非分账订单不支持分账', 400, 'INVALID_REQUEST'),
  notShareOrderToFinish: row(
    '1',
    'documented',
    'NOT_SHARE_ORDER',
    '非分账订单不支持分账',
    400,
    'INVALID_REQUEST',
    '非分账订单不支持解冻剩余资金',
  ),
  ecommerceOnly: row('10', 'observed', 'INVALID_REQUEST', '非电商商户暂不支持调用此API', 400, 'INVALID_REQUEST'),
  notEcommerce: row('10', 'observed', 'INVALID_REQUEST', '电商商户不允许调用非电商分账API', 400, 'INVALID_REQUEST'),
  orderNotReady: row(
    '2',
    'documented',
    'ORDER_NOT_READY',
    '订单处理中,暂时无法分账',
    400,
    'INVALID_REQUEST',
    '订单处理中，请稍后重试',
  ),
  settlementExtended: row(
    '2',
    'observed',
    'INVALID_REQUEST',
    '订单处理中,请在到达结算周期之后再请求分账',
    400,
    'INVALID_REQUEST',
  ),
  receiptPending: row(
    '2',
    'observed',
    'INVALID_REQUEST',
    '小程序交易被冻结,在用户主动/系统自动确认收货后才进行资金结算,详细规则可查看《交易类小程序运营规范》',
    400,
    'INVALID_REQUEST',
  ),
  subsidyPending: row('12', 'inferred', 'INVALID_REQUEST', '分账补贴还未到账,不能受理分账', 400, 'INVALID_REQUEST'),
  frozenTooLong: row('3', 'observed', 'AMOUNT_OVERDUE', '可分账金额不足', 403, 'NOT_ENOUGH', '分账金额不足'),
  orderClosed: row(
    '22',
    'inferred',
    'AMOUNT_OVERDUE',
    '可分账金额不足',
    400,
    'INVALID_REQUEST',
    '订单已完结分账,不支持分账',
  ),
  nothingLeft: row('27', 'documented', 'AMOUNT_OVERDUE', '可分余额不足', 403, 'NOT_ENOUGH', '分账金额为0'),
  usedNumber: row('28', 'observed', 'AMOUNT_OVERDUE', '可分账金额不足', 400, 'PARAM_ERROR', '请求参数与原请求不一致'),
  notEnough: row('15', 'documented', 'AMOUNT_OVERDUE', '分账金额不足', 403, 'NOT_ENOUGH'),
  ratioExceeded: row('16', 'documented', 'AMOUNT_OVERDUE', '分账金额超出最大分账比例', 403, 'RULE_LIMIT'),
  ratioExceededLive: row(
    '16',
    'observed',
    'AMOUNT_OVERDUE',
    '分账金额超出最大分账比例',
    400,
    'INVALID_REQUEST',
    '分账金额超出最大分账比例,最大可分账金额需等比例扣除退款与补差回退等逆向交易金额',
  ),
  amountFormat: row('13', 'observed', null, '分账接收方列表格式错误', 400, 'PARAM_ERROR', '分账金额须为大于0的整数'),
  noRelation: row(
    '5',
    'observed',
    'PARAM_ERROR',
    '分账接收方关系不存在,请检查参数中每个接收方的关系',
    400,
    'INVALID_REQUEST',
  ),
  receiverListFull: row('6', 'inferred', 'INVALID_REQUEST', '分账接收方数量超过上限', 403, 'RULE_LIMIT'),
  merchantNameMismatch: row('7', 'observed', 'INVALID_REQUEST', '分账接收商户全称不匹配', 400, 'INVALID_REQUEST'),
  personNameMismatch: row('8', 'observed', 'INVALID_REQUEST', '微信用户姓名与实名不一致', 400, 'INVALID_REQUEST'),
  openidMismatch: row(
    '9',
    'documented',
    'OPENID_MISMATCH',
    'openid错误',
    400,
    'INVALID_REQUEST',
    'appid与openid不匹配',
  ),
  unknownPerson: row('9', 'observed', 'USER_NOT_EXIST', '微信用户不存在', 400, 'INVALID_REQUEST'),
  unknownMerchant: row('7', 'observed', 'INVALID_REQUEST', '商户号不存在', 400, 'INVALID_REQUEST'),
  accountNotOpen: row('5', 'observed', 'INVALID_REQUEST', '账户不存在，请先点击充值', 400, 'INVALID_REQUEST'),
  subAppidMissing: row(
    '9',
    'inferred',
    'PARAM_ERROR',
    'PERSONAL_SUB_OPENID类型的接收方需要sub_appid',
    400,
    'PARAM_ERROR',
  ),
  payerAsReceiver: row('23', 'inferred', 'PARAM_ERROR', '分账接收方不能包含分账方自己', 400, 'PARAM_ERROR'),
  duplicateReceiver: row('20', 'inferred', 'PARAM_ERROR', '分账接收方重复', 400, 'PARAM_ERROR'),
  tooManyReceivers: row('20', 'inferred', 'PARAM_ERROR', '分账接收方数量超过限制', 400, 'PARAM_ERROR'),
  noReceivers: row('20', 'observed', null, 'receiver未设置', 400, 'PARAM_ERROR', '分账接收方列表为空'),
  tooManyRequests: row('20', 'inferred', 'INVALID_REQUEST', '该订单分账次数超过限制', 403, 'RULE_LIMIT'),
  ...rateRows('TooOften', 'FREQUENCY_LIMITED'),
  ...rateRows('TooOftenOlder', 'RATELIMIT_EXCEED'),
  sameOrderTooSoon: row('21', 'observed', null, '对同笔订单分账频率过高', 429, 'FREQUENCY_LIMITED'),
  otherTransaction: row('33', 'observed', 'PARAM_ERROR', '微信支付订单号与原请求不一致', 400, 'PARAM_ERROR'),
  otherReceivers: row('33', 'observed', 'PARAM_ERROR', '分账接收方与原请求不一致', 400, 'PARAM_ERROR'),
  otherParameters: row('33', 'inferred', 'PARAM_ERROR', '请求参数与原请求不一致', 400, 'PARAM_ERROR'),
  noRecord: row('37', 'inferred', 'RESOURCE_NOT_EXISTS', '记录不存在', 404, 'RESOURCE_NOT_EXISTS'),
  noSuchReceiver: row('41', 'inferred', 'INVALID_REQUEST', '无效请求', 400, 'INVALID_REQUEST'),
  returnerUnknown: row('42', 'documented', 'INVALID_REQUEST', '回退方不存在', 400, 'INVALID_REQUEST'),
  returnsDisabled: row('43', 'documented', 'NOAUTH', '回退方未开通分账回退功能', 403, 'NO_AUTH'),
  returnerRestricted: row('43', 'observed', 'NOAUTH', '收款功能受限', 403, 'NO_AUTH'),
  returnTooMuch: row('44', 'documented', 'AMOUNT_OVERDUE', '剩余可回退的金额不足', 403, 'NOT_ENOUGH'),
  returnTooMuchLive: row('44', 'observed', 'AMOUNT_OVERDUE', '剩余可回退的金额不足', 400, 'INVALID_REQUEST'),
  returnTooLate: row('45', 'inferred', 'INVALID_REQUEST', '订单已超过可回退期限', 400, 'INVALID_REQUEST'),
  tooManyReturns: row('45', 'inferred', 'INVALID_REQUEST', '该分账单回退次数超过限制', 400, 'INVALID_REQUEST'),
  returnerShort: row('46', 'inferred', 'INVALID_REQUEST', '可用余额不足,请充值后重新发起', 400, 'INVALID_REQUEST'),
  otherReturn: row('39', 'inferred', 'PARAM_ERROR', '回退请求参数与原请求不一致', 400, 'PARAM_ERROR'),
  shareNumberMissing: row('52', 'inferred', 'PARAM_ERROR', 'order_id和out_order_no二选一', 400, 'PARAM_ERROR'),
  transactionNeeded: row('52', 'documented', 'PARAM_ERROR', '订单超过6个月,transaction_id必填', 400, 'PARAM_ERROR'),
  refundExceedsFrozen: row(
    '56',
    'observed',
    'INVALID_REQUEST',
    '申请退款金额大于剩余未分账金额,请等待分账完成后再试',
    403,
    'RULE_LIMIT',
  ),
  refundExceedsPaid: row('54', 'inferred', 'INVALID_REQUEST', '申请退款金额大于订单可退金额', 400, 'INVALID_REQUEST'),
  refundUnfunded: row('57', 'observed', 'NOTENOUGH', '商户可用余额不足', 403, 'NOT_ENOUGH'),
  unknownRefund: row('9.4', 'inferred', 'INVALID_REQUEST', '退款单不存在', 400, 'INVALID_REQUEST'),
  feeAboveRefund: row('15', 'inferred', 'AMOUNT_OVERDUE', '服务费大于退款金额', 403, 'NOT_ENOUGH'),
  payerShort: row('57', 'inferred', 'NOTENOUGH', '二级商户可用余额不足', 403, 'NOT_ENOUGH'),
  merchantNumberMissing: row('18', 'documented', 'PARAM_ERROR', '商户号未设置', 400, 'PARAM_ERROR'),
  ratioNotYours: row('18', 'documented', 'NOAUTH', '非服务商下的签约子商户', 403, 'NO_AUTH'),
  ratioNotGranted: row('18', 'documented', 'NOAUTH', '子商户未开通分账功能', 403, 'NO_AUTH'),
  queryNotShareOrder: row('1', 'documented', 'NOT_SHARE_ORDER', '非分账订单不支持此查询', 400, 'INVALID_REQUEST'),
  queryForeignOrder: row('9.4', 'documented', 'INVALID_REQUEST', '非本商户的订单不支持查询', 400, 'INVALID_REQUEST'),
} satisfies Record<string, Row>;

export type RefusalName = keyof typeof refusals;

export function refused(name: RefusalName): { readonly ok: false; readonly refusal: Refusal } {
  const { rule, v2, v3 } = refusals[name];
  return { ok: false, refusal: { rule, v2, v3 } };
}
