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
  readonly advice: { readonly zh: string; readonly en: string };
  /** How long to wait before the next call, in ms. */
  readonly afterMs?: number;
  /** What differs when the operation moves no money. */
  readonly read?: Partial<Pick<AdviceRow, 'retry' | 'number' | 'funds'>>;
  /** What differs when the operation moves money and no number makes a repetition safe. */
  readonly unnumbered?: Pick<AdviceRow, 'retry' | 'advice'>;
}

/** Advice for the words WeChat Pay used, finer than the code beside them. */
export interface TextRow extends AdviceRow {
  /** The row applies when the message holds any of these. */
  readonly contains: readonly string[];
  /** The code of an answer that carries none, and of a v3 INVALID_REQUEST with these words. */
  readonly code: string;
  /** The row applies whatever code came with the words, because none is documented for them. */
  readonly anyCode?: true;
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
      zh: '钱可能已经动了。用同一单号、完全相同的参数立即重试，或先查询结果；绝不要换单号，换号可能重复付款。若一直如此：检查该订单是否混用了单次与多次分账的接口、是否把服务商接口用在了普通商户的订单上；API v2 线路另须确认 sign_type 为 HMAC-SHA256。',
      en: 'Money may have moved. Repeat at once with the same number and exactly the same parameters, or query first; never change the number, a new one can pay twice. If it persists, check whether single and multi share were mixed up on this order and whether the provider interface was used on a plain merchant\'s order; on the API v2 link also that sign_type is HMAC-SHA256.',
    },
    read: { retry: 'later', number: 'any', funds: 'unchanged' },
    unnumbered: {
      retry: 'query_first',
      advice: {
        zh: '钱可能已经动了，而这个操作没有单号可以防重，重发可能再动一次。先查询结果；确认没有这笔之后才重新请求。',
        en: 'Money may have moved, and this operation has no number that makes a repetition safe: sending it again may move it twice. Query the outcome first; send it again only when there certainly is none.',
      },
    },
  },
  INVALID_TRANSACTIONID: {
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '微信支付订单号无效', en: 'The payment number is not valid' },
    advice: {
      zh: '没有动账。核对 transaction_id 是否为这个子商户、已支付成功的订单，改正后可沿用原单号。',
      en: 'Nothing moved. Check that transaction_id names a paid order of this sub-merchant, correct it, and keep your number if you like.',
    },
  },
  PARAM_ERROR: {
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '参数错误', en: 'A parameter is wrong' },
    advice: {
      zh: '没有动账。按 err_code_des 指出的字段改正后再请求，可沿用原单号。',
      en: 'Nothing moved. Correct the field err_code_des names and send again; the number may stay.',
    },
  },
  INVALID_REQUEST: {
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '请求不合法', en: 'The request breaks a rule' },
    advice: {
      zh: '没有动账。此码涵盖多种原因，以 err_code_des 的文字为准：核对 AppID、商户号、接收方与订单状态，改正后再请求，可沿用原单号。',
      en: 'Nothing moved. This code covers many causes: read err_code_des, check AppID, merchant numbers, receivers and the state of the order, then send again; the number may stay.',
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
      zh: '该请求未被受理，没有动账。放慢频率，同一订单的两次请求间隔约一分钟，然后用原单号、原参数重试。',
      en: 'This request was not accepted and nothing moved. Slow down, leave about a minute between two requests on one order, then repeat with the same number and parameters.',
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
      zh: '没有动账。付款后至少等一分钟再分账，用原单号、原参数重试。若仍如此：订单可能尚未结算（结算周期被延长），或手续费账户余额低于 100 元。',
      en: 'Nothing moved. Wait at least one minute after the payment, then repeat with the same number and parameters. If it stays: the order may be unsettled (a longer settlement cycle), or the fee account may hold less than 100 yuan.',
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
      zh: '没有动账。PERSONAL_OPENID 用服务商 AppID 下的 openid，PERSONAL_SUB_OPENID 用 sub_appid 下的 openid；不能用 unionid。改正后再请求。',
      en: 'Nothing moved. PERSONAL_OPENID takes an openid of the provider\'s AppID, PERSONAL_SUB_OPENID one of sub_appid; a unionid never works. Correct it and send again.',
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
      zh: '没有动账，这笔订单永远不能分账。今后下单时带上分账标识：v2 为 profit_sharing=Y，v3 为 settle_info.profit_sharing=true；并确认 transaction_id 没有填错。',
      en: 'Nothing moved and this order can never be shared. Set the flag when ordering next time (profit_sharing=Y on v2, settle_info.profit_sharing=true on v3), and check that transaction_id is the one you meant.',
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
      zh: '没有动账。可分金额已扣除手续费、退款和以前的分账；全部分账累计还受最大比例限制（默认 30 %）。按剩余金额和比例调低后再请求。完结时出现：可能已无余额，或误用了某次分账的单号，完结须用新单号。',
      en: 'Nothing moved. What can be shared is the payment less fee, refunds and earlier shares, and all shares of the order together stay under the maximum ratio (30 % by default). Lower the amount and send again. On a finish: nothing may be left, or the number of an earlier share was reused; a finish needs a new number.',
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
      zh: '没有动账。在商户平台为服务商和子商户开通分账，并确认子商户已与该服务商签约授权；开通后再请求，可沿用原单号。',
      en: 'Nothing moved. Enable sharing for the provider and the sub-merchant in the merchant platform and check that the sub-merchant authorised this provider; then send again, the number may stay.',
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
      zh: '没有动账。核对接收方 account 是否为正确 AppID 下的 openid，改正后再请求。',
      en: 'Nothing moved. Check that account is an openid under the right AppID, correct it and send again.',
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
      zh: '没有动账。私有链路由平台签名，出现此错请检查商户号绑定；自行签名的线路请核对密钥、证书序列号和 sign_type，并确认没有多传字段。',
      en: 'Nothing moved. The private links are signed by the platform: check the merchant binding. On a link that signs itself, check key, certificate serial and sign_type, and that no undocumented field is sent.',
    },
  },
  RESOURCE_NOT_EXISTS: {
    origin: 'wechatpay',
    category: 'state',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '记录不存在', en: 'No such record' },
    advice: {
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
      zh: '账单次日 10 点后生成；没有分账的日子可能没有账单。核对日期，稍后再取。',
      en: 'Statements appear after 10:00 of the next day, and a day without shares may have none. Check the date and ask again later.',
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
      zh: '请求没有发出，没有动账。按 violations 逐项改正后再调用，可沿用原单号。',
      en: 'The request was not sent and nothing moved. Correct every item of violations and call again; the number may stay.',
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
      zh: '请求没有发出，没有动账。请改由服务端云函数、定时器或服务端 HTTP 接口调用；确需从客户端调用时，设置 err_code_des 所指的环境变量。',
      en: 'The request was not sent and nothing moved. Call from another cloud function, a timer or the server HTTP API; if a client really has to call, set the variable err_code_des names.',
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
      zh: '请求没有发出，没有动账。改正 err_code_des 所指的环境变量并重新部署，再用原单号调用。',
      en: 'The request was not sent and nothing moved. Correct the environment variable err_code_des names, deploy, and call again with the same number.',
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
      zh: '请求没有发出，没有动账。把 PROFIT_SHARING_LINK 换成 err_code_des 列出的线路。',
      en: 'The request was not sent and nothing moved. Set PROFIT_SHARING_LINK to one of the links err_code_des lists.',
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
      zh: '请求没有发出。violations 列出与账本中原请求的差异。先用这个单号查询原请求的结果；确要另发一笔，请换新单号。单次分账、多次分账和完结必须各用各的单号。',
      en: 'The request was not sent. The violations list what differs from the request the ledger holds under this number. Query that one first; if you do mean another request, take a new number. Single share, multi share and finish each need their own.',
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
      zh: '另一个实例正在发送同一单号，且未在等待时间内结束；本次没有发出请求。稍后用原单号、原参数重试，或查询结果。',
      en: 'Another instance is sending this very number and did not finish in time; this call sent nothing. Repeat later with the same number and parameters, or query the outcome.',
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
      zh: 'err_code 只说明本次调用失败；此前同一单号的请求已被受理，或结果未知，settlement 是账本所知。先用原单号查询，绝不要换单号，换号可能重复付款。',
      en: 'This call failed as err_code says, but an earlier one with the same number was accepted or its outcome is not known; settlement is what the ledger knows of it. Query with the same number first and never change it: a new one can pay twice.',
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
      zh: '动账前必须先记账，账本写不进去，所以请求没有发出。检查集合 profit_sharing_ledger 是否存在、数据库是否正常，再用原单号重试。',
      en: 'An intent must be written before money moves, and it could not be: the request was not sent. Check that the collection profit_sharing_ledger exists and the database works, then repeat with the same number.',
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
      zh: '连接没有建立，微信支付没有收到请求，没有动账。检查网络后稍后重试，沿用原单号。',
      en: 'No connection was made: WeChat Pay got nothing and nothing moved. Check the network and repeat later with the same number.',
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
    advice: {
      zh: '钱可能已经动了。先用原单号查询；查不到再用同一单号、相同参数重试。绝不要换单号，换号可能重复付款。',
      en: 'Money may have moved. Query with the same number first; only if nothing is found repeat with the same number and parameters. Never change the number, a new one can pay twice.',
    },
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
      zh: '请求可能已被执行；err_code_des 说明应答哪里不对，或哪里与请求不符。先用原单号查询；查不到再用同一单号、相同参数重试，不要换单号。',
      en: 'The request may have taken effect; err_code_des says what is wrong with the answer, or where it is not the request\'s. Query with the same number first; only if nothing is found repeat with the same number and parameters, never with a new one.',
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
      zh: '应答来自云开发或云托管而非微信支付，请求是否到达不得而知。先用原单号查询；查不到再用同一单号重试。若一直如此：检查商户号与环境的绑定授权、是否开通开放接口服务；手动运行与定时器触发可能没有调用凭证。',
      en: 'CloudBase or Cloud Run answered instead of WeChat Pay; whether the request arrived is not known. Query with the same number first, then repeat with the same number. If it persists, check that the merchant number is bound to this environment and that the open interface service is on; manual runs and timers may carry no call token.',
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
      zh: '请求停在云开发或云托管的网关，没有到达微信支付，没有动账。按 err_code_des 处理：开通开放接口服务、绑定并授权商户号，再用原单号调用。',
      en: 'The gateway of CloudBase or Cloud Run stopped the request before WeChat Pay; nothing moved. Act on err_code_des: switch the open interface service on, bind and authorise the merchant number, then call again with the same number.',
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
      zh: '微信支付给出了文档之外的错误，是否动账不得而知。先用原单号查询，再决定；不要换单号。请保留 err_code、err_code_des 以便查证。',
      en: 'WeChat Pay answered with something no table lists; whether money moved is not known. Query with the same number before anything else and do not change the number. Keep err_code and err_code_des for support.',
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
      zh: '本函数出现了不该有的错误，请求可能已发出。先用原单号查询；请把日志交给维护者。',
      en: 'This function failed in a way it never should; the request may have been sent. Query with the same number first, and hand the log to the maintainers.',
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
      zh: '这次没有动账，但该单号的首次请求仍然有效，可能已经付款。先查询该单号；确认确需另外一笔后，用新单号请求。',
      en: 'This call moved nothing, but the first request under this number stands and may have paid. Query that number; if a second share is really wanted, make it with a new number.',
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
      zh: '回退单已经存在，查询会显示 PROCESSING。让回退方商户充值，再用原单号、原参数重试；五天内未完成会以 TIME_OUT_CLOSED 关闭，之后才换新单号。',
      en: 'The return already exists and a query says PROCESSING. Have the returning merchant top up, then repeat with the same number and parameters; after five days it closes with TIME_OUT_CLOSED, and only then take a new number.',
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
      zh: '没有动账。该订单付款时带有补贴，先创建补贴并等其到账，再用原单号重试。',
      en: 'Nothing moved. The payment carried a subsidy: create it, wait until it is settled, then repeat with the same number.',
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
      zh: '没有动账。商户须先在商户平台处理违规记录，恢复权限之前不要重试。',
      en: 'Nothing moved. The merchant has to clear the violation in the merchant platform; do not repeat before the permission is back.',
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
      zh: '没有动账。付款方或接收方被风控限制，解除限制之前不要重试。',
      en: 'Nothing moved. The payer or the receiver is under risk control; do not repeat before the restriction is lifted.',
    },
  },
  {
    contains: ['账户不存在'],
    code: 'INVALID_REQUEST',
    anyCode: true,
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '接收商户账户未开通', en: 'The receiver\'s account was never opened' },
    advice: {
      zh: '没有动账。请接收商户先在商户平台完成一次充值以开通账户，再请求。',
      en: 'Nothing moved. Have the receiving merchant open its account with a first top-up in the merchant platform, then send again.',
    },
  },
  {
    contains: ['分账接收方关系不存在'],
    code: 'PARAM_ERROR',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '接收方未登记', en: 'A receiver is not registered' },
    advice: {
      zh: '没有动账。先用 profitSharingAddReceiver 为该子商户登记每个接收方，再用原单号请求。',
      en: 'Nothing moved. Register every receiver for this sub-merchant with profitSharingAddReceiver, then send again with the same number.',
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
      zh: '没有解冻。完结须用从未用过的 out_order_no；若单号确为新号，则订单可能已无待分金额，查询剩余金额后再定。',
      en: 'Nothing was released. A finish needs an out_order_no that was never used; if it was new, nothing may be left to release: query before going on.',
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
      zh: '没有动账。订单的资金已全部分出、解冻或退款，不需要再完结。',
      en: 'Nothing moved. Everything of this order has been shared, released or refunded; it needs no finish.',
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
      zh: '没有动账。订单的资金已全部分出、解冻或退款，不需要再完结。',
      en: 'Nothing moved. Everything of this order has been shared, released or refunded; it needs no finish.',
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
      zh: '没有动账。该订单已完结，或做过单次分账，或超过冻结期，不能再分账；已分出的钱仍可回退。',
      en: 'Nothing moved. The order was finished, shared once, or its freeze period is over: it cannot be shared again. Money already shared can still be returned.',
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
      zh: '没有动账。商户的结算周期被延长，等订单结算之后用原单号重试，不是一分钟能等到的。',
      en: 'Nothing moved. The merchant\'s settlement cycle was extended: repeat with the same number once the order is settled, which takes more than minutes.',
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
      zh: '没有动账。付款后至少等一分钟再分账，用原单号、原参数重试。若仍如此：订单可能尚未结算（结算周期被延长），或手续费账户余额低于 100 元。',
      en: 'Nothing moved. Wait at least one minute after the payment, then repeat with the same number and parameters. If it stays: the order may be unsettled (a longer settlement cycle), or the fee account may hold less than 100 yuan.',
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
    advice: {
      zh: '账单次日 10 点后可取，稍后再试。',
      en: 'Statements are ready after 10:00 of the next day; ask again later.',
    },
  },
  {
    contains: ['非分账订单'],
    code: 'NOT_SHARE_ORDER',
    origin: 'wechatpay',
    category: 'state',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '不是分账订单', en: 'The order was not paid for sharing' },
    advice: {
      zh: '没有动账，这笔订单永远不能分账。今后下单时带上分账标识：v2 为 profit_sharing=Y，v3 为 settle_info.profit_sharing=true；并确认 transaction_id 没有填错。',
      en: 'Nothing moved and this order can never be shared. Set the flag when ordering next time (profit_sharing=Y on v2, settle_info.profit_sharing=true on v3), and check that transaction_id is the one you meant.',
    },
  },
  {
    contains: ['非本商户的订单'],
    code: 'INVALID_REQUEST',
    origin: 'wechatpay',
    category: 'auth',
    retry: 'never',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '不是本商户的订单', en: 'Another merchant\'s order' },
    advice: {
      zh: '没有动账。该订单不属于这个商户，核对 transaction_id 与商户号，不要原样重试。',
      en: 'Nothing moved. The order belongs to another merchant: check transaction_id and merchant number, do not repeat it as it is.',
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
      zh: '没有动账。平台收付通的订单只能走 ecommerce 线路，其他订单不能走；换 PROFIT_SHARING_LINK，不要原样重试。',
      en: 'Nothing moved. Platform (ecommerce) orders are shared over the ecommerce link only, all others never: change PROFIT_SHARING_LINK instead of repeating.',
    },
  },
  {
    contains: ['无受理关系'],
    code: 'INVALID_REQUEST',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '服务商与子商户没有受理关系', en: 'No contract between provider and sub-merchant' },
    advice: {
      zh: '没有动账。核对 sub_mch_id 是否为该服务商签约的子商户，改正或完成签约后再请求。',
      en: 'Nothing moved. Check that sub_mch_id is a sub-merchant under this provider; correct it or sign the contract, then send again.',
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
      zh: '没有动账。在云开发或云托管控制台绑定商户号并由商户完成授权；也可能是子商户属于别的服务商。授权后再请求。',
      en: 'Nothing moved. Bind the merchant number in the CloudBase or Cloud Run console and let the merchant authorise it; the sub-merchant may also belong to another provider. Then send again.',
    },
  },
  {
    contains: ['appid与openid不匹配'],
    code: 'OPENID_MISMATCH',
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: 'openid 与 AppID 不匹配', en: 'The openid belongs to another AppID' },
    advice: {
      zh: '没有动账。PERSONAL_OPENID 用服务商 AppID 下的 openid，PERSONAL_SUB_OPENID 用 sub_appid 下的 openid；不能用 unionid。改正后再请求。',
      en: 'Nothing moved. PERSONAL_OPENID takes an openid of the provider\'s AppID, PERSONAL_SUB_OPENID one of sub_appid; a unionid never works. Correct it and send again.',
    },
  },
  {
    contains: ['最大分账比例'],
    code: 'AMOUNT_OVERDUE',
    origin: 'wechatpay',
    category: 'funds',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '超过最大分账比例', en: 'Over the maximum ratio' },
    advice: {
      zh: '没有动账。该订单全部分账累计不得超过订单金额乘以最大比例（默认 30 %，退款后等比例减少）。调低金额，或由子商户在商户平台调高比例后再请求。',
      en: 'Nothing moved. All shares of the order together stay under order amount × maximum ratio (30 % by default, less in proportion after refunds). Lower the amounts, or have the sub-merchant raise the ratio in the merchant platform.',
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
      zh: '没有动账。该接收方在这笔分账中的回退累计不得超过其收到的金额；处理中的回退也计入。查询已有的回退单，调低金额后再请求。',
      en: 'Nothing moved. All returns of this receiver together stay under what it got from this share, returns in progress included. Query the existing returns, lower the amount and send again.',
    },
  },
  {
    contains: ['未开通分账回退'],
    code: 'NOAUTH',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '回退方未同意回退', en: 'The receiver has not agreed to returns' },
    advice: {
      zh: '没有动账。请回退方商户在商户平台同意分账回退，再用原单号请求。',
      en: 'Nothing moved. Have the returning merchant switch returns on in the merchant platform, then send again with the same number.',
    },
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
      zh: '没有动账。商户填登记的全称（小微与个体户填开户人姓名），个人填实名；个人姓名可不填。改正后再请求。',
      en: 'Nothing moved. Give a merchant\'s registered full name (for small and self-employed merchants the account holder\'s), a person\'s real name, or leave a person\'s name out. Then send again.',
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
      zh: '没有动账。核对接收方或回退方的账号；回退方必须是该笔分账中已到账的商户。改正后再请求。',
      en: 'Nothing moved. Check the account of the receiver or of the returning side, which must be a merchant this share has paid. Correct it and send again.',
    },
  },
  {
    contains: ['签名失败'],
    code: 'SIGN_ERROR',
    origin: 'wechatpay',
    category: 'auth',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '签名未通过', en: 'The signature was refused' },
    advice: {
      zh: '没有动账。私有链路由平台签名，出现此错请检查商户号绑定；自行签名的线路请核对密钥、证书序列号和 sign_type，并确认没有多传字段。',
      en: 'Nothing moved. The private links are signed by the platform: check the merchant binding. On a link that signs itself, check key, certificate serial and sign_type, and that no undocumented field is sent.',
    },
  },
  {
    contains: ['参数格式校验错误', '分账接收方格式错误', '分账接收方列表格式错误', 'receiver未设置'],
    code: 'PARAM_ERROR',
    origin: 'wechatpay',
    category: 'request',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '参数格式错误', en: 'The request is malformed' },
    advice: {
      zh: '没有动账。核对接收方：须为 JSON 字符串，金额为整数分，字段名与类型正确。改正后再请求，可沿用原单号。',
      en: 'Nothing moved. Check the receivers: a JSON string, amounts in whole fen, names and types as documented. Correct it and send again; the number may stay.',
    },
  },
  {
    contains: ['频率过高'],
    code: 'FREQUENCY_LIMITED',
    origin: 'wechatpay',
    category: 'rate',
    retry: 'later',
    number: 'reuse',
    funds: 'unchanged',
    title: { zh: '请求过于频繁', en: 'Too many requests' },
    advice: {
      zh: '该请求未被受理，没有动账。放慢频率，同一订单的两次请求间隔约一分钟，然后用原单号、原参数重试。',
      en: 'This request was not accepted and nothing moved. Slow down, leave about a minute between two requests on one order, then repeat with the same number and parameters.',
    },
    read: { number: 'any' },
    afterMs: 60000,
  },
  {
    contains: ['无分账权限', '没有分账权限'],
    code: 'NOAUTH',
    origin: 'wechatpay',
    category: 'config',
    retry: 'after_fix',
    number: 'any',
    funds: 'unchanged',
    title: { zh: '没有分账权限', en: 'No permission to share' },
    advice: {
      zh: '没有动账。在商户平台为服务商和子商户开通分账，并确认子商户已与该服务商签约授权；开通后再请求，可沿用原单号。',
      en: 'Nothing moved. Enable sharing for the provider and the sub-merchant in the merchant platform and check that the sub-merchant authorised this provider; then send again, the number may stay.',
    },
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
      zh: '没有动账。核对接收方 account 是否为正确 AppID 下的 openid，改正后再请求。',
      en: 'Nothing moved. Check that account is an openid under the right AppID, correct it and send again.',
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
      zh: '私有链路只接受带调用凭证的请求，定时触发器、控制台测试和手动运行没有凭证；没有动账。由小程序端发起的云函数调用本函数即可，定时任务请改用不需要凭证的线路（API v2 或 v3）。',
      en: 'The private link only takes calls that carry a call token; timers, console tests and manual runs have none. Nothing moved. Call this function from a cloud function that a mini program started; for timed work use a link without tokens (API v2 or v3).',
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
