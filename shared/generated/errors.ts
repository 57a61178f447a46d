// Generated from schemas/errors.json by `npm run generate`. Do not edit.

/** What a failed caller may safely do next. */
export interface AdviceRow {
  readonly origin: 'adapter' | 'network' | 'wechatpay';
  readonly category: 'request' | 'auth' | 'state' | 'funds' | 'rate' | 'system' | 'config';
  readonly retry: 'never' | 'after_fix' | 'now' | 'later' | 'query_first';
  /** What to do with out_order_no / out_return_no: keep it, take a new one, or either. */
  readonly number: 'reuse' | 'new' | 'any';
  /** Unknown: money may have moved or may still move; query before anything else. */
  readonly funds: 'unchanged' | 'unknown';
  readonly title: { readonly zh: string; readonly en: string };
  /** What to do about the cause; nothing about funds and numbers, which messageOf adds. */
  readonly advice: { readonly zh: string; readonly en: string };
  /** How long to wait before the next call, in ms. */
  readonly afterMs?: number;
  /** What differs when the operation moves no money. */
  readonly read?: Partial<Pick<AdviceRow, 'retry' | 'number' | 'funds'>>;
  /** The whole message on a query of a share or a return. */
  readonly query?: { readonly zh: string; readonly en: string };
}

/** Advice for the words WeChat Pay used, finer than the code beside them. */
export interface TextRow extends AdviceRow {
  /** Regular expressions: the row applies when one of them matches the message, of which all blanks are taken out. */
  readonly contains: readonly string[];
  /** The code of an answer that carries none, and of a v3 INVALID_REQUEST with these words. */
  readonly code: string;
  /** The row applies whatever code came with the words, because none is documented for them. */
  readonly anyCode?: true;
  /** The reply carries the code of this row, whatever WeChat Pay called it. */
  readonly renames?: true;
  /** The operations it applies to; absent for all. */
  readonly operations?: readonly string[];
}

/** Why a receiver line or a return failed although the call itself succeeded. */
export interface FailReason {
  readonly retry: 'never' | 'after_fix' | 'later';
  readonly number: 'new';
  readonly advice: { readonly zh: string; readonly en: string };
}

/** Contract code → advice. */
export const codes: Readonly<Record<string, AdviceRow>> = {
  SYSTEMERROR: {
    origin: 'wechatpay',
    category: 'system',
    retry: 'now',
    number: 'reuse',
    funds: 'unknown',
    title: { zh: '系统超时', en: 'WeChat Pay\'s system failed' },
    advice: {
      zh: '若一直如此：检查该订单是否混用了单次与多次分账的接口、是否把服务商接口用在了普通商户的订单上；API v2 线路另须确认 sign_type 为 HMAC-SHA256。',
      en: 'If it persists, check whether single and multi share were mixed up on this order and whether the provider interface was used on a plain merchant\'s order; on the API v2 link also that sign_type is HMAC-SHA256.',
    },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
  },
  INVALID_TRANSACTIONID: {
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '微信支付订单号无效', en: 'The payment number is not valid' },
    advice: {
      zh: '核对 transaction_id 是否为这个子商户、已支付成功的订单。',
      en: 'Check that transaction_id names a paid order of this sub-merchant.',
    },
  },
  PARAM_ERROR: {
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '参数错误', en: 'A parameter is wrong' },
    advice: { zh: '按 err_code_des 指出的字段改正。', en: 'Correct the field err_code_des names.' },
  },
  INVALID_REQUEST: {
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '请求不合法', en: 'The request breaks a rule' },
    advice: {
      zh: '此码涵盖多种原因，以 err_code_des 的文字为准：核对 AppID、商户号、接收方与订单状态。',
      en: 'This code covers many causes: read err_code_des, check AppID, merchant numbers, receivers and the state of the order.',
    },
  },
  FREQUENCY_LIMITED: {
    origin: 'wechatpay',
    category: 'rate',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    advice: {
      zh: '该请求未被受理。放慢频率，同一订单的两次请求间隔约一分钟。',
      en: 'This request was not accepted. Slow down and leave about a minute between two requests on one order.',
    },
    read: { number: 'any' },
    afterMs: 1000,
  },
  ORDER_NOT_READY: {
    origin: 'wechatpay',
    category: 'state',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '订单处理中', en: 'The order is not ready' },
    advice: {
      zh: '付款后至少等一分钟再分账。若仍如此：订单可能尚未结算（结算周期被延长），或手续费账户余额低于 100 元。',
      en: 'Wait at least one minute after the payment. If it stays: the order may be unsettled (a longer settlement cycle), or the fee account may hold less than 100 yuan.',
    },
    read: { number: 'any' },
    afterMs: 60000,
  },
  OPENID_MISMATCH: {
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: 'openid 与 AppID 不匹配', en: 'The openid belongs to another AppID' },
    advice: {
      zh: 'PERSONAL_OPENID 用服务商 AppID 下的 openid，PERSONAL_SUB_OPENID 用 sub_appid 下的 openid；不能用 unionid。',
      en: 'PERSONAL_OPENID takes an openid of the provider\'s AppID, PERSONAL_SUB_OPENID one of sub_appid; a unionid never works.',
    },
  },
  NOT_SHARE_ORDER: {
    origin: 'wechatpay',
    category: 'state',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '不是分账订单', en: 'The order was not paid for sharing' },
    advice: {
      zh: '这笔订单永远不能分账。今后下单时带上分账标识：v2 为 profit_sharing=Y，v3 为 settle_info.profit_sharing=true；并确认 transaction_id 没有填错。',
      en: 'This order can never be shared. Set the flag when ordering next time (profit_sharing=Y on v2, settle_info.profit_sharing=true on v3), and check that transaction_id is the one you meant.',
    },
  },
  AMOUNT_OVERDUE: {
    origin: 'wechatpay',
    category: 'funds',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '金额不足', en: 'The amount is more than allowed' },
    advice: {
      zh: '可分金额已扣除手续费、退款和以前的分账；全部分账累计还受最大比例限制（默认 30 %）。按剩余金额和比例调低。完结时出现：可能已无余额，或误用了某次分账的单号，完结的单号须是从未用过的。',
      en: 'What can be shared is the payment less fee, refunds and earlier shares, and all shares of the order together stay under the maximum ratio (30 % by default). Lower the amount. On a finish: nothing may be left, or the number of an earlier share was reused; a finish has a number of its own.',
    },
  },
  NOAUTH: {
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '没有分账权限', en: 'No permission to share' },
    advice: {
      zh: '在商户平台为服务商和子商户开通分账，并确认子商户已与该服务商签约授权。',
      en: 'Enable sharing for the provider and the sub-merchant in the merchant platform and check that the sub-merchant authorised this provider.',
    },
  },
  USER_NOT_EXIST: {
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '微信用户不存在', en: 'No such WeChat user' },
    advice: {
      zh: '核对接收方 account 是否为正确 AppID 下的 openid。',
      en: 'Check that account is an openid under the right AppID.',
    },
  },
  SIGN_ERROR: {
    origin: 'wechatpay',
    category: 'auth',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '签名未通过', en: 'The signature was refused' },
    advice: {
      zh: '私有链路由平台签名，出现此错请检查商户号绑定；自行签名的线路请核对密钥、证书序列号和 sign_type，并确认没有多传字段。',
      en: 'The private links are signed by the platform: check the merchant binding. On a link that signs itself, check key, certificate serial and sign_type, and that no undocumented field is sent.',
    },
  },
  CERT_ERROR: {
    origin: 'wechatpay',
    category: 'auth',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: 'API 证书未通过', en: 'The API certificate was refused' },
    advice: {
      zh: 'API 证书没有通过：核对 WECHATPAY_MCH_CERT 与 WECHATPAY_MCH_PRIVATE_KEY 是否为该商户号的同一张证书、是否过期；私有链路请在控制台检查商户号绑定。',
      en: 'The API certificate was not accepted: check that WECHATPAY_MCH_CERT and WECHATPAY_MCH_PRIVATE_KEY are of one certificate of this merchant number, and that it has not expired; on the private links check the binding of the merchant number in the console.',
    },
  },
  RESOURCE_NOT_EXISTS: {
    origin: 'wechatpay',
    category: 'state',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '记录不存在', en: 'No such record' },
    advice: { zh: '核对 transaction_id 与各单号。', en: 'Check transaction_id and the numbers.' },
    query: {
      zh: '核对单号与 transaction_id。若是在没有收到应答的请求之后查询：稍后再查一次，仍不存在则用原单号、原参数重新请求。',
      en: 'Check the number and transaction_id. If you are asking after a request that was never answered: query once more a little later, and if it is still absent repeat the request with the same number and parameters.',
    },
  },
  NO_STATEMENT_EXIST: {
    origin: 'wechatpay',
    category: 'state',
    retry: 'later',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '账单文件不存在', en: 'No statement for that day' },
    advice: {
      zh: '账单次日 10 点后生成；没有分账的日子可能没有账单。核对日期。',
      en: 'Statements appear after 10:00 of the next day, and a day without shares may have none. Check the date.',
    },
  },
  REQUEST_INVALID: {
    origin: 'adapter',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '请求不符合约定', en: 'The request breaks the contract' },
    advice: {
      zh: '请求没有发出。按 violations 逐项改正。',
      en: 'The request was not sent. Correct every item of violations.',
    },
  },
  CALLER_REFUSED: {
    origin: 'adapter',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '不允许此调用方', en: 'This caller is not allowed' },
    advice: {
      zh: '请求没有发出。请改由服务端云函数、定时器或服务端 HTTP 接口调用；确需从客户端调用时，设置 err_code_des 所指的环境变量。',
      en: 'The request was not sent. Call from another cloud function, a timer or the server HTTP API; if a client really has to call, set the variable err_code_des names.',
    },
  },
  CONFIG_ERROR: {
    origin: 'adapter',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '云函数配置有误', en: 'The function is not configured' },
    advice: {
      zh: '请求没有发出。改正 err_code_des 所指的环境变量并重新部署。',
      en: 'The request was not sent. Correct the environment variable err_code_des names and deploy.',
    },
  },
  NOT_SUPPORTED: {
    origin: 'adapter',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '当前线路不支持此操作', en: 'This link cannot do it' },
    advice: {
      zh: '请求没有发出。把 PROFIT_SHARING_LINK 换成 err_code_des 列出的线路。',
      en: 'The request was not sent. Set PROFIT_SHARING_LINK to one of the links err_code_des lists.',
    },
  },
  NUMBER_CONFLICT: {
    origin: 'adapter',
    category: 'request',
    retry: 'query_first',
    number: 'new',
    funds: 'unchanged',
    title: { zh: '单号已被另一笔请求占用', en: 'The number belongs to another request' },
    advice: {
      zh: '请求没有发出。violations 列出与账本中原请求的差异。单次分账、多次分账和完结必须各用各的单号。',
      en: 'The request was not sent. The violations list what differs from the request the ledger holds under this number. Single share, multi share and finish each need their own.',
    },
  },
  NUMBER_BUSY: {
    origin: 'adapter',
    category: 'state',
    retry: 'query_first',
    number: 'reuse',
    funds: 'unknown',
    title: { zh: '同一单号正在处理', en: 'The same number is being sent' },
    advice: {
      zh: '另一个实例正在发送同一单号，且未在等待时间内结束；本次没有发出请求。',
      en: 'Another instance is sending this very number and did not finish in time; this call sent nothing.',
    },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
  },
  NUMBER_IN_USE: {
    origin: 'adapter',
    category: 'state',
    retry: 'query_first',
    number: 'reuse',
    funds: 'unknown',
    title: {
      zh: '此前同一单号的调用已动账或可能已动账（只作为其他 err_code 的建议出现）',
      en: 'An earlier call with this number moved money, or may have (only ever the advice beside another err_code)',
    },
    advice: {
      zh: 'err_code 只说明本次调用失败；此前同一单号的请求已被受理，或结果未知，settlement 是账本所知。',
      en: 'This call failed as err_code says, but an earlier one with the same number was accepted or its outcome is not known; settlement is what the ledger knows of it.',
    },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
  },
  LEDGER_DOWN: {
    origin: 'adapter',
    category: 'system',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '账本不可用', en: 'The ledger cannot be written' },
    advice: {
      zh: '请求没有发出：发出之前必须先写入账本，而账本写不进去。检查集合 profit_sharing_ledger 是否存在、数据库是否正常。',
      en: 'The request was not sent: it has to be written to the ledger before, and that failed. Check that the collection profit_sharing_ledger exists and the database works.',
    },
  },
  NOT_SENT: {
    origin: 'network',
    category: 'system',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '请求没有发出去', en: 'The request never left' },
    advice: {
      zh: '连接没有建立，微信支付没有收到请求。检查网络。',
      en: 'No connection was made, and WeChat Pay got nothing. Check the network.',
    },
    read: { number: 'any' },
  },
  NO_ANSWER: {
    origin: 'network',
    category: 'system',
    retry: 'query_first',
    number: 'reuse',
    funds: 'unknown',
    title: { zh: '没有收到应答', en: 'No answer came' },
    advice: { zh: '请求已发出，应答没有回来。', en: 'The request left, and no answer came back.' },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
  },
  BAD_ANSWER: {
    origin: 'network',
    category: 'system',
    retry: 'query_first',
    number: 'reuse',
    funds: 'unknown',
    title: { zh: '应答无法读取或不可信', en: 'The answer cannot be read or trusted' },
    advice: {
      zh: '请求可能已被执行；err_code_des 说明应答哪里不对，或哪里与请求不符。',
      en: 'The request may have taken effect; err_code_des says what is wrong with the answer, or where it is not the request\'s.',
    },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
  },
  PLATFORM_ERROR: {
    origin: 'network',
    category: 'system',
    retry: 'query_first',
    number: 'reuse',
    funds: 'unknown',
    title: { zh: '云平台出错', en: 'The cloud platform failed' },
    advice: {
      zh: '应答来自云开发或云托管而非微信支付，请求是否到达不得而知。若一直如此：检查商户号与环境的绑定授权、是否开通开放接口服务；手动运行与定时器触发可能没有调用凭证。',
      en: 'CloudBase or Cloud Run answered instead of WeChat Pay; whether the request arrived is not known. If it persists, check that the merchant number is bound to this environment and that the open interface service is on; manual runs and timers may carry no call token.',
    },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
  },
  PLATFORM_REFUSED: {
    origin: 'network',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '云平台拒绝了请求', en: 'The cloud platform refused the request' },
    advice: {
      zh: '请求停在云开发或云托管的网关，没有到达微信支付。按 err_code_des 处理：开通开放接口服务、绑定并授权商户号。',
      en: 'The gateway of CloudBase or Cloud Run stopped the request before WeChat Pay. Act on err_code_des: switch the open interface service on, bind and authorise the merchant number.',
    },
  },
  UNKNOWN_FAILURE: {
    origin: 'wechatpay',
    category: 'system',
    retry: 'query_first',
    number: 'reuse',
    funds: 'unknown',
    title: { zh: '未知的失败', en: 'A failure nobody documented' },
    advice: {
      zh: '微信支付给出了文档之外的错误。请保留 err_code、err_code_des 以便查证。',
      en: 'WeChat Pay answered with something no table lists. Keep err_code and err_code_des for support.',
    },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
  },
  ADAPTER_ERROR: {
    origin: 'adapter',
    category: 'system',
    retry: 'query_first',
    number: 'reuse',
    funds: 'unknown',
    title: { zh: '云函数内部缺陷', en: 'A defect of this function' },
    advice: {
      zh: '本函数出现了不该有的错误，请求可能已发出。请把日志交给维护者。',
      en: 'This function failed in a way it never should; the request may have been sent. Hand the log to the maintainers.',
    },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
  },
};

/** Words of WeChat Pay → advice, the most specific first. */
export const texts: readonly TextRow[] = [
  {
    contains: ['与原请求不一致'],
    code: 'PARAM_ERROR',
    origin: 'wechatpay',
    category: 'request',
    retry: 'query_first',
    number: 'new',
    funds: 'unchanged',
    title: { zh: '同一单号曾用于不同的请求', en: 'This number was used for another request' },
    advice: {
      zh: '该单号的首次请求仍然有效，可能已经付款。',
      en: 'The first request under this number stands and may have paid.',
    },
  },
  {
    contains: ['确认收货(后|之后)', '交易被冻结.*确认收货'],
    code: 'ORDER_NOT_READY',
    anyCode: true,
    operations: ['profitSharing', 'multiProfitSharing', 'profitSharingFinish', 'profitSharingReturn'],
    origin: 'wechatpay',
    category: 'state',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    afterMs: 21600000,
    title: { zh: '确认收货前资金冻结', en: 'Frozen until receipt is confirmed' },
    advice: {
      zh: '这是交易类小程序的订单，确认收货（用户确认，或到期自动确认）之前货款冻结，不能分账。上传发货信息，等确认收货并结算之后再分账；自动确认为快递发货后第 10 天，自提、同城与虚拟商品为第 2 天。',
      en: 'The order belongs to a transaction mini program: its money is frozen until receipt is confirmed, by the buyer or automatically. Upload the shipping information and wait for receipt and settlement; without the buyer, receipt is confirmed on day 10 after shipping, for pick-up, local delivery and virtual goods on day 2.',
    },
  },
  {
    contains: ['老资金流'],
    code: 'NOT_SHARE_ORDER',
    anyCode: true,
    origin: 'wechatpay',
    category: 'state',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '老资金流商户的订单', en: 'An order of the old fund flow' },
    advice: {
      zh: '这笔订单走的是老资金流，永远不能分账。请商户升级资金流；之后的新订单才能分账。',
      en: 'This order was paid under the old fund flow and can never be shared. The merchant upgrades its fund flow; only orders after that can be shared.',
    },
  },
  {
    contains: ['没有分给对应的?回退方'],
    code: 'INVALID_REQUEST',
    anyCode: true,
    operations: ['profitSharingReturn'],
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '回退方不在该笔分账中', en: 'The returning merchant got nothing of this share' },
    advice: {
      zh: '这笔分账没有分给这个回退方。核对 out_order_no 或 order_id 与 return_account：回退方须是该笔分账中的接收商户。',
      en: 'This share paid nothing to the returning merchant. Check out_order_no or order_id against return_account: the returning merchant has to be a receiver of that share.',
    },
  },
  {
    contains: ['操作已完成'],
    code: 'INVALID_REQUEST',
    anyCode: true,
    operations: ['profitSharingAddReceiver', 'profitSharingRemoveReceiver'],
    origin: 'wechatpay',
    category: 'state',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '已经完成', en: 'Already done' },
    advice: {
      zh: '已经登记（或解除）过了，结果与成功相同，不需要再请求。',
      en: 'It was registered (or removed) before: the effect is that of a success, and nothing is left to do.',
    },
  },
  {
    contains: ['证书(验证|校验)?(失败|错误|出错|有误|无效|不正确|已?过期|已?失效|未安装)'],
    code: 'CERT_ERROR',
    anyCode: true,
    origin: 'wechatpay',
    category: 'auth',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: 'API 证书未通过', en: 'The API certificate was refused' },
    advice: {
      zh: 'API 证书没有通过：核对 WECHATPAY_MCH_CERT 与 WECHATPAY_MCH_PRIVATE_KEY 是否为该商户号的同一张证书、是否过期；私有链路请在控制台检查商户号绑定。',
      en: 'The API certificate was not accepted: check that WECHATPAY_MCH_CERT and WECHATPAY_MCH_PRIVATE_KEY are of one certificate of this merchant number, and that it has not expired; on the private links check the binding of the merchant number in the console.',
    },
  },
  {
    contains: ['(记录|单|单号|订单号)不存在'],
    code: 'RESOURCE_NOT_EXISTS',
    anyCode: true,
    operations: ['profitSharingQuery', 'profitSharingReturnQuery', 'profitSharingAfterSalesQuery'],
    origin: 'wechatpay',
    category: 'state',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '查无此记录', en: 'Not found' },
    advice: { zh: '核对 transaction_id 与各单号。', en: 'Check transaction_id and the numbers.' },
    renames: true,
    query: {
      zh: '核对单号与 transaction_id。若是在没有收到应答的请求之后查询：稍后再查一次，仍不存在则用原单号、原参数重新请求。',
      en: 'Check the number and transaction_id. If you are asking after a request that was never answered: query once more a little later, and if it is still absent repeat the request with the same number and parameters.',
    },
  },
  {
    contains: ['可用余额不足'],
    code: 'SYSTEMERROR',
    anyCode: true,
    operations: ['profitSharingReturn'],
    origin: 'wechatpay',
    category: 'funds',
    retry: 'later',
    number: 'reuse',
    funds: 'unknown',
    title: { zh: '回退方余额不足', en: 'The returning merchant\'s balance is too low' },
    advice: {
      zh: '回退单已经存在，查询会显示 PROCESSING。让回退方商户充值；五天内未完成会以 TIME_OUT_CLOSED 关闭。',
      en: 'The return already exists and a query says PROCESSING. Have the returning merchant top up; after five days without it the return closes with TIME_OUT_CLOSED.',
    },
  },
  {
    contains: ['分账补贴还未到账'],
    code: 'INVALID_REQUEST',
    anyCode: true,
    origin: 'wechatpay',
    category: 'state',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '补贴尚未到账', en: 'The subsidy has not arrived' },
    advice: {
      zh: '该订单付款时带有补贴，先创建补贴并等其到账。',
      en: 'The payment carried a subsidy: create it and wait until it is settled.',
    },
    read: { number: 'any' },
  },
  {
    contains: ['分账权限被处罚'],
    code: 'NOAUTH',
    anyCode: true,
    origin: 'wechatpay',
    category: 'config',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '分账权限被处罚', en: 'The permission is frozen as a penalty' },
    advice: {
      zh: '商户须先在商户平台处理违规记录，恢复权限之前不要重试。',
      en: 'The merchant has to clear the violation in the merchant platform; do not repeat before the permission is back.',
    },
  },
  {
    contains: ['收款功能受限'],
    code: 'NOAUTH',
    anyCode: true,
    origin: 'wechatpay',
    category: 'config',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '收款功能受限', en: 'The account is restricted' },
    advice: {
      zh: '付款方或接收方被风控限制，解除限制之前不要重试。',
      en: 'The payer or the receiver is under risk control; do not repeat before the restriction is lifted.',
    },
  },
  {
    contains: ['账户(不存在|(未|没有|尚未)开通)'],
    code: 'INVALID_REQUEST',
    anyCode: true,
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '接收商户账户未开通', en: 'The receiver\'s account was never opened' },
    advice: {
      zh: '请接收商户先在商户平台完成一次充值以开通账户。',
      en: 'Have the receiving merchant open its account with a first top-up in the merchant platform.',
    },
  },
  {
    contains: ['(分账)?接收方关系不存在'],
    code: 'PARAM_ERROR',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '接收方未登记', en: 'A receiver is not registered' },
    advice: {
      zh: '先用 profitSharingAddReceiver 为该子商户登记每个接收方。',
      en: 'Register every receiver for this sub-merchant with profitSharingAddReceiver.',
    },
  },
  {
    contains: ['可分账金额不足'],
    code: 'AMOUNT_OVERDUE',
    operations: ['profitSharingFinish'],
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'new',
    funds: 'unchanged',
    title: { zh: '完结沿用了分账的单号', en: 'The finish reused the number of a share' },
    advice: {
      zh: '没有解冻。完结的 out_order_no 须从未用过；若单号确为新号，则订单可能已无待分金额，查询剩余金额后再定。',
      en: 'Nothing was released. The out_order_no of a finish must never have been used; if it was new, nothing may be left to release: query what is left before going on.',
    },
  },
  {
    contains: ['分账金额为0'],
    code: 'AMOUNT_OVERDUE',
    operations: ['profitSharingFinish'],
    origin: 'wechatpay',
    category: 'state',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '没有可解冻的金额', en: 'Nothing is left to release' },
    advice: {
      zh: '订单的资金已全部分出、解冻或退款，不需要再完结。',
      en: 'Everything of this order has been shared, released or refunded; it needs no finish.',
    },
  },
  {
    contains: ['可分余额不足', '分账金额不足'],
    code: 'AMOUNT_OVERDUE',
    operations: ['profitSharingFinish'],
    origin: 'wechatpay',
    category: 'funds',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '没有可解冻的金额', en: 'Nothing is left to release' },
    advice: {
      zh: '订单的资金已全部分出、解冻或退款，不需要再完结。',
      en: 'Everything of this order has been shared, released or refunded; it needs no finish.',
    },
  },
  {
    contains: ['订单已完结分账'],
    code: 'AMOUNT_OVERDUE',
    origin: 'wechatpay',
    category: 'state',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '订单已结束分账', en: 'The order is closed for sharing' },
    advice: {
      zh: '该订单已完结，或做过单次分账，或超过冻结期，不能再分账；已分出的钱仍可回退。',
      en: 'The order was finished, shared once, or its freeze period is over: it cannot be shared again. Money already shared can still be returned.',
    },
  },
  {
    contains: ['到达结算周期之后'],
    code: 'ORDER_NOT_READY',
    origin: 'wechatpay',
    category: 'state',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '未到结算周期', en: 'The settlement cycle is not over' },
    advice: {
      zh: '商户的结算周期被延长，等订单结算之后再分账，不是一分钟能等到的。',
      en: 'The merchant\'s settlement cycle was extended: wait until the order is settled, which takes more than minutes.',
    },
    read: { number: 'any' },
    afterMs: 86400000,
  },
  {
    contains: ['订单处理中'],
    code: 'ORDER_NOT_READY',
    origin: 'wechatpay',
    category: 'state',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '订单处理中', en: 'The order is not ready' },
    advice: {
      zh: '付款后至少等一分钟再分账。若仍如此：订单可能尚未结算（结算周期被延长），或手续费账户余额低于 100 元。',
      en: 'Wait at least one minute after the payment. If it stays: the order may be unsettled (a longer settlement cycle), or the fee account may hold less than 100 yuan.',
    },
    read: { number: 'any' },
    afterMs: 60000,
  },
  {
    contains: ['账单正在生成中'],
    code: 'INVALID_REQUEST',
    origin: 'wechatpay',
    category: 'state',
    retry: 'later',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '账单生成中', en: 'The statement is being made' },
    advice: { zh: '账单次日 10 点后可取。', en: 'Statements are ready after 10:00 of the next day.' },
  },
  {
    contains: ['(非|不是)分账订单'],
    code: 'NOT_SHARE_ORDER',
    origin: 'wechatpay',
    category: 'state',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '不是分账订单', en: 'The order was not paid for sharing' },
    advice: {
      zh: '这笔订单永远不能分账。今后下单时带上分账标识：v2 为 profit_sharing=Y，v3 为 settle_info.profit_sharing=true；并确认 transaction_id 没有填错。',
      en: 'This order can never be shared. Set the flag when ordering next time (profit_sharing=Y on v2, settle_info.profit_sharing=true on v3), and check that transaction_id is the one you meant.',
    },
  },
  {
    contains: ['(非|不是)(本|该|此)商户(的)?订单'],
    code: 'INVALID_REQUEST',
    origin: 'wechatpay',
    category: 'auth',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '不是本商户的订单', en: 'Another merchant\'s order' },
    advice: {
      zh: '该订单不属于这个商户，核对 transaction_id 与商户号，不要原样重试。',
      en: 'The order belongs to another merchant: check transaction_id and merchant number, do not repeat it as it is.',
    },
  },
  {
    contains: ['非电商商户', '电商商户不允许调用'],
    code: 'INVALID_REQUEST',
    origin: 'wechatpay',
    category: 'config',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '线路与下单方式不符', en: 'The wrong family of interfaces' },
    advice: {
      zh: '平台收付通的订单只能走 ecommerce 线路，其他订单不能走；换 PROFIT_SHARING_LINK，不要原样重试。',
      en: 'Platform (ecommerce) orders are shared over the ecommerce link only, all others never: change PROFIT_SHARING_LINK instead of repeating.',
    },
  },
  {
    contains: ['暂不支持调用此?(API|接口)', '不支持调用(此|该)(API|接口)'],
    code: 'INVALID_REQUEST',
    anyCode: true,
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '商户号不适用于这类接口', en: 'The merchant number belongs to another link' },
    advice: {
      zh: '该商户号属于另一类接口（普通服务商、平台收付通、品牌各有各的）。按商户号的种类改 PROFIT_SHARING_LINK。',
      en: 'The merchant number belongs to another family of interfaces (ordinary providers, platforms and brands each have their own). Set PROFIT_SHARING_LINK to the link of that kind of merchant.',
    },
  },
  {
    contains: ['(无|没有)受理关系'],
    code: 'INVALID_REQUEST',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '服务商与子商户没有受理关系', en: 'No contract between provider and sub-merchant' },
    advice: {
      zh: '核对 sub_mch_id 是否为该服务商签约的子商户，或完成签约。',
      en: 'Check that sub_mch_id is a sub-merchant under this provider, or sign the contract.',
    },
  },
  {
    contains: ['受理关系不存在'],
    code: 'NOAUTH',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '商户号未授权绑定', en: 'The merchant number is not bound' },
    advice: {
      zh: '在云开发或云托管控制台绑定商户号并由商户完成授权；也可能是子商户属于别的服务商。',
      en: 'Bind the merchant number in the CloudBase or Cloud Run console and let the merchant authorise it; the sub-merchant may also belong to another provider.',
    },
  },
  {
    contains: ['appid(与|和)openid不匹配', 'openid(与|和)appid不匹配'],
    code: 'OPENID_MISMATCH',
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: 'openid 与 AppID 不匹配', en: 'The openid belongs to another AppID' },
    advice: {
      zh: 'PERSONAL_OPENID 用服务商 AppID 下的 openid，PERSONAL_SUB_OPENID 用 sub_appid 下的 openid；不能用 unionid。',
      en: 'PERSONAL_OPENID takes an openid of the provider\'s AppID, PERSONAL_SUB_OPENID one of sub_appid; a unionid never works.',
    },
  },
  {
    contains: ['最大分账比例', '(超过|超出|大于)(最大|最高)(分账)?比例'],
    code: 'AMOUNT_OVERDUE',
    origin: 'wechatpay',
    category: 'funds',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '超过最大分账比例', en: 'Over the maximum ratio' },
    advice: {
      zh: '该订单全部分账累计不得超过订单金额乘以最大比例（默认 30 %，退款后等比例减少）。调低金额，或由子商户在商户平台调高比例。',
      en: 'All shares of the order together stay under order amount × maximum ratio (30 % by default, less in proportion after refunds). Lower the amounts, or have the sub-merchant raise the ratio in the merchant platform.',
    },
  },
  {
    contains: ['剩余可回退的金额不足'],
    code: 'AMOUNT_OVERDUE',
    operations: ['profitSharingReturn'],
    origin: 'wechatpay',
    category: 'funds',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '超出可回退金额', en: 'More than is left to return' },
    advice: {
      zh: '该接收方在这笔分账中的回退累计不得超过其收到的金额；处理中的回退也计入。查询已有的回退单，调低金额。',
      en: 'All returns of this receiver together stay under what it got from this share, returns in progress included. Query the existing returns and lower the amount.',
    },
  },
  {
    contains: ['(没有|没|未|尚未|无|不)(开通|开启|打开|同意)分账回退'],
    code: 'NOAUTH',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '回退方未同意回退', en: 'The receiver has not agreed to returns' },
    advice: {
      zh: '请回退方（当初的接收商户）在商户平台打开「同意分账回退」。',
      en: 'The returning merchant, who received the share, switches 同意分账回退 (agree to returns) on in its merchant platform.',
    },
    anyCode: true,
  },
  {
    contains: ['分账接收商户全称不匹配', '姓名与实名不一致'],
    code: 'INVALID_REQUEST',
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '名称与登记不符', en: 'The name does not match' },
    advice: {
      zh: '商户填登记的全称（小微与个体户填开户人姓名），个人填实名；个人姓名可不填。',
      en: 'Give a merchant\'s registered full name (for small and self-employed merchants the account holder\'s), a person\'s real name, or leave a person\'s name out.',
    },
  },
  {
    contains: ['商户号不存在', '接收方不存在', '回退方不存在'],
    code: 'INVALID_REQUEST',
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '找不到该商户或接收方', en: 'No such merchant or receiver' },
    advice: {
      zh: '核对接收方或回退方的账号；回退方必须是该笔分账中已到账的商户。',
      en: 'Check the account of the receiver or of the returning side, which must be a merchant this share has paid.',
    },
  },
  {
    contains: ['签名(验证|校验)?(失败|错误|不正确|有误|无效|不通过|未通过)', '验签(失败|错误|不通过|未通过)'],
    code: 'SIGN_ERROR',
    origin: 'wechatpay',
    category: 'auth',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '签名未通过', en: 'The signature was refused' },
    advice: {
      zh: '私有链路由平台签名，出现此错请检查商户号绑定；自行签名的线路请核对密钥、证书序列号和 sign_type，并确认没有多传字段。',
      en: 'The private links are signed by the platform: check the merchant binding. On a link that signs itself, check key, certificate serial and sign_type, and that no undocumented field is sent.',
    },
    anyCode: true,
  },
  {
    contains: [
      '格式(校验)?(错误|不正确|有误|不合法|不符)',
      '参数(错误|不正确|有误|不合法|无效|不能为空)',
      '(未设置|没有设置|尚未设置)',
      '(必须|需要|须)传入',
      '(缺少|缺失)(必要|必填)?(的)?参数',
      '不能为空',
    ],
    code: 'PARAM_ERROR',
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '参数格式错误', en: 'The request is malformed' },
    advice: {
      zh: '按 err_code_des 核对字段；接收方须为 JSON 字符串，金额为整数分，字段名与类型正确。',
      en: 'Check the fields that err_code_des names; receivers are a JSON string, amounts whole fen, names and types as documented.',
    },
    anyCode: true,
  },
  {
    contains: ['频率(过高|超限|超过限制|受限)', '请求(过于)?频繁', '频率限制'],
    code: 'FREQUENCY_LIMITED',
    origin: 'wechatpay',
    category: 'rate',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    advice: {
      zh: '该请求未被受理。放慢频率，同一订单的两次请求间隔约一分钟。',
      en: 'This request was not accepted. Slow down and leave about a minute between two requests on one order.',
    },
    read: { number: 'any' },
    afterMs: 60000,
  },
  {
    contains: [
      '(没有|没|未|尚未|无)分账(接口)?权限',
      '权限(没有|没|未|尚未|无|不)(开通|开启|获得)',
      '(没有|未|尚未)(开通|获得|取得)(该|此|相应|对应)?(的)?(分账|接口|产品|API)?(功能|权限)',
      '(没有|未|尚未)开通分账(功能|权限)?',
    ],
    code: 'NOAUTH',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '没有分账权限', en: 'No permission to share' },
    advice: {
      zh: '在商户平台为服务商和子商户开通分账，并确认子商户已与该服务商签约授权。',
      en: 'Enable sharing for the provider and the sub-merchant in the merchant platform and check that the sub-merchant authorised this provider.',
    },
    anyCode: true,
  },
  {
    contains: ['微信用户不存在'],
    code: 'USER_NOT_EXIST',
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '微信用户不存在', en: 'No such WeChat user' },
    advice: {
      zh: '核对接收方 account 是否为正确 AppID 下的 openid。',
      en: 'Check that account is an openid under the right AppID.',
    },
  },
  {
    contains: ['wxCloudApiToken'],
    code: 'PLATFORM_REFUSED',
    origin: 'network',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '缺少调用凭证', en: 'The call token is missing' },
    advice: {
      zh: '私有链路只接受带调用凭证的请求，控制台测试、手动运行和没有凭证的定时触发器都被拒绝。由小程序端发起的云函数调用本函数；定时任务请用微信开发者工具上传触发器，或改用不需要凭证的线路（API v2 或 v3）。',
      en: 'The private link only takes calls that carry a call token; console tests, manual runs and timers without one are refused. Call this function from a cloud function that a mini program started; for timed work upload the trigger with WeChat DevTools, or use a link without tokens (API v2 or v3).',
    },
  },
];

/** Code on a v3 wire → contract code; some of these spellings (NO_AUTH) were seen on a v2 wire too. */
export const v3Codes: Readonly<Record<string, string>> = {
  SYSTEM_ERROR: 'SYSTEMERROR',
  PARAM_ERROR: 'PARAM_ERROR',
  INVALID_REQUEST: 'INVALID_REQUEST',
  FREQUENCY_LIMITED: 'FREQUENCY_LIMITED',
  RATELIMIT_EXCEED: 'FREQUENCY_LIMITED',
  NOT_ENOUGH: 'AMOUNT_OVERDUE',
  RULE_LIMIT: 'AMOUNT_OVERDUE',
  NO_AUTH: 'NOAUTH',
  SIGN_ERROR: 'SIGN_ERROR',
  RESOURCE_NOT_EXISTS: 'RESOURCE_NOT_EXISTS',
  NO_STATEMENT_EXIST: 'NO_STATEMENT_EXIST',
};

/** receivers[].fail_reason → advice. */
export const failReasons: Readonly<Record<string, FailReason>> = {
  ACCOUNT_ABNORMAL: {
    retry: 'later',
    number: 'new',
    advice: {
      zh: '接收方账户异常，由其解除限制后，用新单号再分。',
      en: 'The receiver\'s account is abnormal; once it is cleared, share again with a new number.',
    },
  },
  NO_RELATION: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '接收方关系已被解除，重新登记后用新单号再分。',
      en: 'The receiver is no longer registered; add it again, then share with a new number.',
    },
  },
  RECEIVER_HIGH_RISK: {
    retry: 'never',
    number: 'new',
    advice: {
      zh: '接收方被判为高风险，不要再分给它，改用其他方式付款。',
      en: 'The receiver is rated high risk; do not share to it again, pay another way.',
    },
  },
  RECEIVER_REAL_NAME_NOT_VERIFIED: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '接收方未实名，由本人完成实名后用新单号再分。',
      en: 'The person has no verified real name; once verified, share again with a new number.',
    },
  },
  NO_AUTH: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '分账权限已被解除，付款商户重新开通后用新单号再分。',
      en: 'The permission to share was removed; the payer applies for it again, then share with a new number.',
    },
  },
  RECEIVER_RECEIPT_LIMIT: {
    retry: 'later',
    number: 'new',
    advice: {
      zh: '个人接收方达到每月 20 万元上限，下月再分，或改用商户号，均用新单号。',
      en: 'The person reached the monthly limit of 200,000 yuan; share next month or to a merchant number, with a new number.',
    },
  },
  PAYER_ACCOUNT_ABNORMAL: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '付款商户账户异常，解除限制后用新单号再分。',
      en: 'The payer\'s account is abnormal; once it is cleared, share again with a new number.',
    },
  },
  INVALID_REQUEST: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '分账描述含敏感词，修改描述后用新单号再分。',
      en: 'The description holds sensitive words; change it and share again with a new number.',
    },
  },
};

/** fail_reason of a return → advice. */
export const returnFailReasons: Readonly<Record<string, FailReason>> = {
  ACCOUNT_ABNORMAL: {
    retry: 'later',
    number: 'new',
    advice: {
      zh: '原接收方账户异常，解除限制后用新的回退单号再退。',
      en: 'The original receiver\'s account is abnormal; once it is cleared, return again with a new number.',
    },
  },
  BALANCE_NOT_ENOUGH: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '回退方余额不足，充值后用新的回退单号再退。',
      en: 'The returning merchant\'s balance is too low; top it up, then return again with a new number.',
    },
  },
  TIME_OUT_CLOSED: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '五天内未完成而关闭，为终态；排除余额等原因后用新的回退单号再退。',
      en: 'Not completed within five days and closed for good; remove the cause, such as a low balance, then return again with a new number.',
    },
  },
  PAYER_ACCOUNT_ABNORMAL: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '原付款商户账户异常，解除限制后用新的回退单号再退。',
      en: 'The original payer\'s account is abnormal; once it is cleared, return again with a new number.',
    },
  },
  INVALID_REQUEST: {
    retry: 'after_fix',
    number: 'new',
    advice: {
      zh: '回退描述未获通过，修改描述后用新的回退单号再退。',
      en: 'The description was refused; change it and return again with a new number.',
    },
  },
};
