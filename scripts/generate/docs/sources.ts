import type { Language } from './words';

/** What a part of a source is called in Chinese; names of SDKs and numbers of pages stay. */
const chinese: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^(observed|seen) in live answers/, '线上应答'],
  [/^seen for gateway faults$/, '网关故障时出现过'],
  [/^not in the table of the return pages$/, '回退页面的表中没有'],
  [/^this (adapter|project)$/, '本项目'],
  [/^openapi snapshot of the share reply$/, '分账应答的 openapi 快照'],
  [/^openapi snapshot of (\S+) and Java SDK$/, '$1 的 openapi 快照与 Java SDK'],
  [/^no official page found$/, '没有找到官方页面'],
  [/^the lower bound of 1 is inferred$/, '下限 1 为推断'],
  [
    /^the upper bound is the largest whole number that JSON carries exactly, none is documented$/,
    '上限为 JSON 能精确表示的最大整数，没有文档给出',
  ],
  [
    /^no length is documented here, 1024 is the bound of the add-receiver page$/,
    '这里没有给出长度，1024 是添加接收方页面的上限',
  ],
  [/^no length is documented$/, '没有文档给出长度'],
  [/^for the sake of one contract$/, '为保持同一约定'],
  [/^not sent$/, '不发送'],
  [/^absent for direct merchants: v2 pages (.+) to (.+)$/, '直连商户没有：v2 页面 $1 至 $2'],
  [/^PERSONAL_SUB_OPENID condition: partner v3 pages$/, 'PERSONAL_SUB_OPENID 的条件：v3 服务商页面'],
  [/^the value while unfinished is not documented$/, '未完成时的值没有文档说明'],
  [/^BALANCE_NOT_ENOUGH: v3 pages$/, 'BALANCE_NOT_ENOUGH：v3 页面'],
  [/^printed with length 16, the value has 14 characters$/, '页面写长度 16，实际 14 个字符'],
  [/^all three types: v2 partner pages$/, '三种类型：v2 服务商页面'],
  [/^ecommerce and brand values: partner pages (.+)$/, 'ecommerce 与 brand 的取值：服务商页面 $1'],
  [/^absent from other sources$/, '其他来源没有'],
  [/^50 receivers: current v2 and v3 pages$/, '50 个接收方：当前 v2 与 v3 页面'],
  [/^the payer excluded: also v2 page (\S+)$/, '不含付款商户：另见 v2 页面 $1'],
  [/^32 on the return pages$/, '回退页面为 32'],
  [/^not demanded here because plain merchants have none$/, '直连商户没有，故不作必有要求'],
  [
    /^not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers$/,
    'API v3 只在有 openid 或增删接收方时要求 AppID，故不作必有要求',
  ],
  [/^printed as required$/, '页面列为必填'],
  [/^printed there as 32 characters, while every writing page allows 64$/, '该页写 32 个字符，其余页面均为 64'],
  [/^ACCEPTED, CLOSED: older v2 pages$/, 'ACCEPTED、CLOSED：旧 v2 页面'],
  [/^first line of the section in the bill file$/, '账单文件中该部分的首行'],
  [/^WeChat Pay documents no list of columns$/, '微信支付没有列出列名'],
  [/^the lines below it$/, '其下各行'],
  [/^every value of the file begins with a backtick, which is taken off$/, '文件中的值都以反引号开头，已去掉'],
  [/^Go SDK, bills: detail part, then summary part$/, 'Go SDK，账单：先明细，后汇总'],
  [/^Go SDK, bill error table$/, 'Go SDK，账单错误表'],
  [/^Go SDK, bills$/, 'Go SDK，账单'],
  [/^Go SDK \(RATELIMIT_EXCEED\)$/, 'Go SDK（RATELIMIT_EXCEED）'],
  [/^Go SDK$/, 'Go SDK'],
  [
    /^RULE_LIMIT: no v2 code is documented, this mapping is inferred$/,
    'RULE_LIMIT：没有文档给出 v2 错误码，此对应为推断',
  ],
  [/^no v2 code is documented$/, '没有文档给出 v2 错误码'],
  [/^the v2 code is inferred$/, 'v2 错误码为推断'],
  [/^v2 says return_code FAIL, return_msg 签名失败$/, 'v2 为 return_code FAIL、return_msg 签名失败'],
  [/^live answers of (\S+) \((.+)\)$/, '$1 的线上应答（$2）'],
  [/^Operating rules of transaction mini programs$/, '交易类小程序运营规范'],
  [/^v2 refund and sharing pages$/, 'v2 退款与分账页面'],
  [/^ecommerce profit-sharing guide$/, '平台收付通（分账）开发指引'],
  [
    /^no code is documented, so a code-less answer gets the one that also says unknown, same number$/,
    '没有文档给出错误码，故无码的应答采用同样表示“未知、沿用原单号”的错误码',
  ],
  [/^merchant page$/, '商户页面'],
  [/^community (\S+)$/, '社区 $1'],
  [/^older v2 pages$/, '旧 v2 页面'],
  [/^v2 partner page (\S+)$/, 'v2 服务商页面 $1'],
  [/^v2 page (\S+), which lists neither sub_mch_id nor appid$/, 'v2 页面 $1，既没有 sub_mch_id 也没有 appid'],
  [/^(CloudPay\.\w+|CloudPay|v2|v3|cloudrun|ecommerce|v3 partner) pages?( \(16 characters\))?/, '$1 页面$2'],
];

/** Words that follow a page's name, after a comma. */
const parts: readonly (readonly [RegExp, string])[] = [
  [/, parameter tables?/, '，参数表'],
  [/, receiver tables?/, '，接收方表'],
  [/, reply tables?/, '，返回值表'],
  [/, error tables?/, '，错误码表'],
  [/, printed as required/, '，页面列为必填'],
  [/, return_msg without a code/, '，只有 return_msg 没有错误码'],
  [/, return_msg/, '，return_msg'],
  [/, for the sake of one contract/, '，为保持同一约定'],
  [/, (\d{3} \w+)/, '，$1'],
  [/^v3 partner 页面/, 'v3 服务商页面'],
  [/^ecommerce 页面/, '平台收付通页面'],
  [/^cloudrun 页面/, '云托管页面'],
  [/ \(16 characters\)/, '（16 个字符）'],
  [/ \((20\d\d–20\d\d)\)/, '（$1）'],
  [/(\d), (\d)/, '$1、$2'],
];

/** Where a fact is from, as the schemas note it in English, in the language of the page. */
export function sourceIn(language: Language, source: string): string {
  if (language === 'en') return source;
  return source.split('; ').map(inChinese).join('；');
}

function inChinese(part: string): string {
  const [english, words] = chinese.find(([pattern]) => pattern.test(part)) ?? [];
  if (!english || words === undefined) return part;
  const named = part.replace(english, words);
  return parts.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), named);
}
