import { type Locale, type Text, translate } from '../../shared/locale';

/** The cloud did not do what it was asked for, or could not be asked. */
export class CloudFailure extends Error {
  override readonly name = 'CloudFailure';

  readonly says: Text;

  /**
   * @param code the cloud API's, or one of our own, which are in capitals
   * @param said the cloud's own words, or ours in both languages
   */
  constructor(
    readonly code: string,
    said: Text | string,
    readonly requestId = '',
  ) {
    const says = typeof said === 'string' ? { zh: said, en: said } : said;
    super(says.en);
    this.says = says;
  }
}

/** As much of an answer that is no JSON as helps to recognise who gave it. */
const MOST_SHOWN = 200;

/** Reads what manager-node throws. */
export function asCloudFailure(thrown: unknown): CloudFailure {
  if (thrown instanceof CloudFailure) return thrown;
  const { message, code, requestId, action } = thrown as Record<'message' | 'code' | 'requestId' | 'action', unknown>;
  // A request without any answer arrives as an error in the place of a message.
  if (message instanceof Error) return new CloudFailure('UNREACHABLE', message.message);
  if (typeof code === 'string' && code !== '') return new CloudFailure(code, String(message), String(requestId ?? ''));
  // An answer that is not JSON, as of a proxy, arrives as the message itself, and one without `Response` as a TypeError.
  const shown = String(message).replace(/\s+/g, ' ');
  return new CloudFailure('UNREADABLE', action ? shown : { zh: `不是 JSON：${shown}`, en: `not JSON: ${shown}` });
}

/** AuthFailure and UnauthorizedOperation mean the same in every API of the cloud (cloud.tencent.com/document/api/1140/40531). */
const ADVICE: readonly (readonly [code: RegExp, advice: Text])[] = [
  [
    /^AuthFailure\.SignatureExpire$/,
    { zh: '本机时钟偏差超过五分钟。', en: 'The clock of this machine is more than five minutes off.' },
  ],
  [
    /^AuthFailure\.TokenFailure$/,
    {
      zh: 'TENCENTCLOUD_SESSIONTOKEN 已过期，或属于另一把密钥。',
      en: 'TENCENTCLOUD_SESSIONTOKEN has expired or belongs to another key.',
    },
  ],
  [
    /^(AuthFailure\.)?UnauthorizedOperation/,
    {
      zh: '这把密钥无权这样做：请给其用户授予策略 QcloudTCBFullAccess。',
      en: 'The key is not allowed to do this: give its user the policy QcloudTCBFullAccess.',
    },
  ],
  [
    /^AuthFailure/,
    {
      zh: '核对 TENCENTCLOUD_SECRETID 与 TENCENTCLOUD_SECRETKEY：其中之一有误或已被禁用。',
      en: 'Check TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY: one of them is wrong or was disabled.',
    },
  ],
  [
    /^NO_CREDENTIALS$/,
    {
      zh: '在 https://console.cloud.tencent.com/cam/capi 创建密钥，放进环境变量，切勿写进命令行参数。',
      en: 'Make a key at https://console.cloud.tencent.com/cam/capi and put it into the environment, never into arguments.',
    },
  ],
  [
    /^UNREACHABLE$/,
    {
      zh: '检查本机网络；须经代理上网时设置 HTTPS_PROXY。',
      en: 'Check the network of this machine, and HTTPS_PROXY if it needs a proxy.',
    },
  ],
  [
    /^(NO_ENVIRONMENT|InvalidParameter\.EnvId)$/,
    {
      zh: '核对 --env；不在 ap-shanghai 时还要设置 TENCENTCLOUD_REGION。',
      en: 'Check --env; outside of ap-shanghai, set TENCENTCLOUD_REGION too.',
    },
  ],
  [
    /^NO_DATABASE$/,
    {
      zh: '先在云开发控制台开通该环境的文档型数据库。',
      en: 'Open the document database of the environment in the CloudBase console first.',
    },
  ],
  [
    /^CONFLICT$/,
    {
      zh: '在云开发控制台删除这些索引，再运行一次。',
      en: 'Drop these indexes in the CloudBase console, then run the command again.',
    },
  ],
  [
    /^BLOCKED$/,
    {
      zh: '若不再需要这些函数，请在云开发控制台删除它们，再运行一次。',
      en: 'Delete these functions in the CloudBase console if you can do without them, then run the command again.',
    },
  ],
  [
    /^FOREIGN_FUNCTION$/,
    {
      zh: '若可以替换，请加上 --adopt 再运行一次；它们自己的变量与描述会保留。',
      en: 'If they may be replaced, run the command again with --adopt; their own variables and descriptions stay.',
    },
  ],
  [
    /^(TOO_LARGE|LimitExceeded\.(EnvironmentSize|Environment))$/,
    {
      zh: '一个函数的变量最多 4 KB：请把密钥与证书改为 credentials/ 里的文件（git 会忽略它）。',
      en: 'A function holds 4 KB of variables: put keys and certificates as files into credentials/ (git ignores it) instead.',
    },
  ],
  [
    /^PATH_TAKEN$/,
    {
      zh: '在云开发控制台删除 HTTP 访问服务的这个路径，再运行一次。',
      en: 'Remove this path of the HTTP access service in the CloudBase console, then run the command again.',
    },
  ],
  [
    /^(RequestLimitExceeded|LimitExceeded\.(Frequency|RequestLimit)|FrequencyLimit)/,
    {
      zh: '请求过于频繁：等一分钟，再运行同一条命令。已完成的不会丢失。',
      en: 'Too many requests at a time: wait a minute, then run the same command again. What was done stays.',
    },
  ],
  [
    /TableQuota|TooManyTables|IndexQuota|^(LimitExceeded|ResourceInsufficient|QuotaExceeded)/,
    {
      zh: '该环境的套餐额度已满：请删除不需要的，或在云开发控制台升级套餐。',
      en: 'The plan of the environment allows no more: remove what is not needed, or upgrade it in the CloudBase console.',
    },
  ],
  [
    /Balance|Arrear|Isolat/i,
    {
      zh: '账号或环境已欠费：请在腾讯云控制台续费，再运行一次。',
      en: 'The account or the environment is out of money: renew it in the Tencent Cloud console, then run the command again.',
    },
  ],
  [
    /^(ResourceInUse|FailedOperation\.FunctionStatusError)/,
    {
      zh: '它正在被另一项操作更改：等其结束后再运行一次。',
      en: 'Another change of it is under way: wait until that is over, then run the command again.',
    },
  ],
];

/** What went wrong, and what to do about it if that is known. */
export interface Explained {
  readonly what: string;
  readonly advice: string | undefined;
}

/**
 * What went wrong and what to do about it, for people.
 * @param redact takes secrets out; before the text is cut, because half a secret is no longer recognised
 */
export function explained(
  { code, says, requestId }: CloudFailure,
  locale: Locale,
  redact: (text: string) => string = (text) => text,
): Explained {
  const clean = redact(translate(says, locale));
  const shown = clean.length > MOST_SHOWN && code === 'UNREADABLE' ? `${clean.slice(0, MOST_SHOWN)}…` : clean;
  const advice = ADVICE.find(([pattern]) => pattern.test(code))?.[1];
  return {
    what: `${code}: ${shown}${requestId && ` (request ${requestId})`}`,
    advice: advice && translate(advice, locale),
  };
}

/** As {@link explained}, in one text. */
export function explain(failure: CloudFailure, locale: Locale, redact?: (text: string) => string): string {
  const { what, advice } = explained(failure, locale, redact);
  return advice ? `${what}\n${advice}` : what;
}
