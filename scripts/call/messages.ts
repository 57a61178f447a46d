/** What the fields of a reply mean, for people. */
export const messages = {
  money: { zh: '资金：', en: 'Money: ' },
  account: { zh: '接收方', en: 'account' },
  amount: { zh: '金额', en: 'amount' },
  result: { zh: '结果', en: 'result' },
  states: {
    accepted: { zh: '已受理，尚未到账', en: 'accepted, not paid yet' },
    processing: { zh: '处理中', en: 'on its way' },
    settled: { zh: '全部完成', en: 'settled' },
    partly_failed: { zh: '部分失败', en: 'partly failed' },
    closed: { zh: '已关闭，无人到账', en: 'closed, not paid' },
    unknown: { zh: '未知，先查询', en: 'unknown, query first' },
  },
  funds: {
    unchanged: { zh: '没有动账', en: 'No money moved' },
    unknown: { zh: '可能已经动账', en: 'Money may have moved' },
  },
  retry: {
    never: { zh: '不要重试', en: 'do not repeat' },
    after_fix: { zh: '改正后重试', en: 'repeat once corrected' },
    now: { zh: '可立即重试', en: 'repeat at once' },
    later: { zh: '稍后重试', en: 'repeat later' },
    query_first: { zh: '先查询', en: 'query first' },
  },
  number: {
    reuse: { zh: '沿用原单号', en: 'with the same number' },
    new: { zh: '换新单号', en: 'with a new number' },
    any: { zh: '单号不限', en: 'with any number' },
  },
  unrecorded: {
    zh: '结果没能写进账本；意图已写入，对账会补上。',
    en: 'The outcome could not be written to the ledger; the intent was, and reconciliation will find it.',
  },
  deviations: { zh: '应答与微信支付文档不符之处：', en: "Where the answer breaks WeChat Pay's own documentation:" },
  sourceless: {
    zh: '平台没有给这次调用带上来源。请从自己的云函数、定时触发器或服务端 HTTP API 调用。',
    en: 'The platform named no source for this call. Call from a cloud function of yours, a timer or the server HTTP API.',
  },
} as const;
