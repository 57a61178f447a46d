export type Language = 'en' | 'zh';

const words = {
  operations: ['Operations', '操作参考'],
  operationsIntro: [
    'Every function takes and answers JSON with the field names below. Amounts are whole numbers of fen (1/100 yuan), lengths count characters. A field marked "filled" may be left out.',
    '每个云函数的入参与返回都是 JSON，字段名如下。金额一律为整数，单位分；长度按字符计。标为“自动补上”的字段可以省略。',
  ],
  operation: ['Operation', '操作'],
  purpose: ['Purpose', '用途'],
  effect: ['Effect', '作用'],
  money: ['moves money', '动用资金'],
  register: ['changes the list of receivers', '修改接收方名单'],
  read: ['reads only', '只读'],
  number: ['Number that makes a repetition safe', '防重单号'],
  numberShort: ['Number', '单号'],
  none: ['none', '无'],
  repetition: ['Repetition', '重复请求'],
  rate: ['Rate limit', '频率限制'],
  links: ['Links', '线路'],
  page: ['WeChat Pay page', '微信文档页面'],
  request: ['Request', '请求'],
  reply: ['Reply', '返回'],
  field: ['Field', '字段'],
  type: ['Type', '类型'],
  required: ['Required', '必填'],
  present: ['Present', '何时返回'],
  limits: ['Limits', '取值'],
  description: ['Description', '说明'],
  example: ['Example', '示例'],
  source: ['Source', '来源'],
  yes: ['yes', '是'],
  no: ['no', '否'],
  optional: ['sometimes', '不一定'],
  filled: ['filled', '自动补上'],
  oneOf: ['one of', '二选一：'],
  when: ['when', '当'],
  characters: ['characters', '个字符'],
  items: ['items', '项'],
  jsonText: ['as JSON text at most', 'JSON 文本至多'],
  arrayOf: ['array or JSON string', '数组或 JSON 字符串'],
  objectOf: ['object or JSON string', '对象或 JSON 字符串'],
  jsonString: ['JSON string', 'JSON 字符串'],
  inside: ['Inside', '结构：'],
  retired: ['withdrawn', '已停用'],
  addedByUs: [
    'On a failure the functions add `err_code` and `err_code_des` where WeChat Pay named them otherwise, `advice`, and `violations` for a refused request. See [errors](errors.md).',
    '失败时，函数会补上 `err_code`、`err_code_des`（微信支付用了其他名称时）、`advice`，请求被拒时还有 `violations`。见[错误码](errors.md)。',
  ],
  errors: ['Errors', '错误码参考'],
  errorsIntro: [
    'Every failed reply carries `err_code`, `err_code_des` and `advice`. The advice says what to do next and what happens to the money:',
    '每个失败的返回都带有 `err_code`、`err_code_des` 和 `advice`。`advice` 说明接下来怎么做、资金处于什么状态：',
  ],
  ofWechatpay: ['Codes of WeChat Pay', '微信支付的错误码'],
  ofAdapter: ['Codes of these functions', '本函数自己的错误码'],
  category: ['Category', '类别'],
  retry: ['Retry', '重试'],
  funds: ['Funds', '资金'],
  code: ['Code', '错误码'],
  advice: ['What to do', '怎么办'],
  onWire: ['On the wire', '各线路上的写法'],
  v2: ['CloudPay, Cloud Run, API v2', 'CloudPay、云托管、API v2'],
  v3: ['API v3', 'API v3'],
  notMoney: ['On operations that move no money', '不动用资金的操作'],
  byWords: ['Refined by the words of WeChat Pay', '按微信支付的文字细分'],
  byWordsIntro: [
    'One code covers many causes. When the message contains one of these words the advice below replaces that of the code; an answer without a code gets the code of its row. The first match counts.',
    '同一个错误码常有多种原因。错误描述含有下列文字时，以下建议取代错误码本身的建议；没有错误码的应答采用该行的错误码。自上而下，先匹配者为准。',
  ],
  contains: ['The message contains', '描述含有'],
  only: ['only', '仅'],
  failReasons: ['Why a receiver was not paid', '某个接收方未到账的原因'],
  failReasonsIntro: [
    '`receivers[].fail_reason` of a line whose `result` is CLOSED; the call itself succeeded. The old number is spent.',
    '`result` 为 CLOSED 的明细中的 `receivers[].fail_reason`；调用本身是成功的。原单号已用掉。',
  ],
  returnFailReasons: ['Why a return failed', '回退失败的原因'],
  returnFailReasonsIntro: [
    '`fail_reason` of a return whose `result` is FAILED, which is final.',
    '`result` 为 FAILED（终态）的回退中的 `fail_reason`。',
  ],
  configuration: ['Configuration', '配置参考'],
  configurationIntro: [
    'Environment variables of the functions. A wrong or missing value is answered with CONFIG_ERROR naming the variable, before anything is sent.',
    '云函数的环境变量。取值有误或缺失时，函数在发出请求之前以 CONFIG_ERROR 应答并指出变量名。',
  ],
  variable: ['Variable', '变量'],
  default: ['Default', '默认值'],
  values: ['Values', '取值'],
  secret: ['secret', '机密'],
  linksTitle: ['Operations and links', '操作与线路'],
  linksIntro: [
    'A link is one road to WeChat Pay, chosen with `PROFIT_SHARING_LINK`. An operation a link cannot carry is answered with NOT_SUPPORTED.',
    '线路即通往微信支付的一条路，由 `PROFIT_SHARING_LINK` 选择。线路不支持的操作以 NOT_SUPPORTED 应答。',
  ],
} as const;

/** The fixed words of the references in one language. */
export type Words = { readonly [key in keyof typeof words]: string };

/** Picks one language of every word. */
export function wordsIn(language: Language): Words {
  const column = language === 'en' ? 0 : 1;
  return Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[column]])) as Words;
}
