import type { KeyObject } from 'node:crypto';
import type { Config } from '../../shared/config';
import type { AnswerFields } from '../../shared/contract';
import { diagnose } from '../../shared/errors';
import { descriptionOf } from '../../shared/failure';
import { LINKS } from '../../shared/generated/links';
import type { HttpAnswer } from '../../shared/http';
import type { Text } from '../../shared/locale';
import { type Result, settle } from '../../shared/result';
import { readCredentials } from '../../shared/wechatpay/credentials';
import { parseSignatureHeaders, verifySignature } from '../../shared/wechatpay/verifier';
import { WechatPayError } from '../../shared/wechatpay/WechatPayError';
import { printableValue } from '../terminal/printable';
import { type Finding, fine, problem, unchecked, warning } from './finding';
import type { Probe, ProbeResult } from './openProbe';
import { probesFor } from './probes';

/** What WeChat Pay says about a number that was never used, when it accepts everything else. */
const NO_SUCH_RECORD = ['RESOURCE_NOT_EXISTS', 'INVALID_TRANSACTIONID'];

/** Asks harmless questions, and reads from the answers who may share how much. Ends with the first that is not well answered. */
export async function inspectPermission(config: Config, probe: Probe): Promise<Finding[]> {
  const ratios: Finding[] = [];
  for (const question of probesFor(config)) {
    const probed = await probe(...question);
    const result = resultOf(probed);
    const amiss = keyFinding(config, probed) ?? whatIsAmiss(config, probed, result);
    if (amiss) return [amiss];
    ratios.push(...ratioOf(result?.answer ?? {}));
  }
  return [accepted(config), ...ratios];
}

function resultOf({ operation, request, sent }: ProbeResult): Result | undefined {
  return sent.kind === 'answer' ? settle(operation, request, sent) : undefined;
}

function whatIsAmiss(config: Config, probed: ProbeResult, result: Result | undefined): Finding | undefined {
  const { sent } = probed;
  if (sent.kind === 'fault') return unanswered(diagnosed(probed, sent.code, sent.detail), sent.detail);
  const { failure } = result ?? {};
  if (!failure || NO_SUCH_RECORD.includes(failure.code)) return undefined;
  const said = descriptionOf(failure).en;
  return refused(config, failure.code, diagnosed(probed, failure.code, said), printableValue(said));
}

interface Said {
  readonly category: string;
  readonly title: Text;
  readonly advice: Text;
}

/** The row of the error table, in both languages. */
function diagnosed({ operation }: ProbeResult, code: string, words: string): Said {
  const { title, advice } = diagnose(code, words, operation);
  return { category: advice.category, title, advice: advice.message };
}

function accepted({ mchId, subMchId, brandMchId, link }: Config): Finding {
  const asked = LINKS[link].scope === 'chain' ? brandMchId : subMchId;
  const whom = { zh: asked ? `，可代 ${asked} 查询` : '', en: asked ? ` on behalf of ${asked}` : '' };
  const { ownMerchantNumber } = LINKS[link];
  return fine('permission', {
    zh: `微信支付接受${!ownMerchantNumber ? '请求' : `商户号 ${mchId} 的签名`}${whom.zh}`,
    en: `WeChat Pay accepts ${!ownMerchantNumber ? 'requests' : `the signature of ${mchId}`}${whom.en}`,
  });
}

function unanswered({ title, advice }: Said, detail: string): Finding {
  return problem('permission', { zh: `${title.zh}（${detail}）`, en: `${title.en} (${detail})` }, advice);
}

function refused({ link }: Config, code: string, { category, title, advice }: Said, words: string): Finding {
  const says = { zh: `${title.zh}：${code} ${words}`, en: `${title.en}: ${code} ${words}` };
  const { ownMerchantNumber, protocol } = LINKS[link];
  if (code === 'SIGN_ERROR' && ownMerchantNumber)
    return problem('permission', says, protocol === 'v2' ? WRONG_V2_KEY : WRONG_V3_KEY);
  const named = NAMED.find(({ words: pattern }) => pattern.test(`${code} ${words}`));
  if (named) return problem('permission', says, named.fix);
  // Only what the configuration or an authorisation is to blame for certainly stops the next payment, too.
  const stops = category === 'config' || category === 'auth';
  return (stops ? problem : warning)('permission', says, advice);
}

/** Refusals whose code says little, and whose words say which setting is to blame. */
const NAMED: readonly { readonly words: RegExp; readonly fix: Text }[] = [
  {
    words: /appid/i,
    fix: {
      zh: '把 WECHATPAY_APPID 设为在商户平台「产品中心 - AppID 账号管理」里与 WECHATPAY_MCH_ID 绑定的 AppID。',
      en: 'Set WECHATPAY_APPID to an AppID that is bound to WECHATPAY_MCH_ID in the merchant platform (AppID accounts).',
    },
  },
  {
    words: /\bIP\b|IP地址/i,
    fix: {
      zh: '在商户平台「账户中心 - API 安全」的 IP 白名单里加入发出请求的地址；云函数须先开启固定出口 IP。',
      en: 'Add the address requests come from to the IP allowlist of the merchant platform (API security); cloud functions need a fixed outbound IP for that.',
    },
  },
];

const WRONG_V2_KEY: Text = {
  zh: '把 WECHATPAY_API_V2_KEY 设为 WECHATPAY_MCH_ID 在商户平台设置的 API v2 密钥。',
  en: 'Set WECHATPAY_API_V2_KEY to the API v2 key that WECHATPAY_MCH_ID chose in the merchant platform.',
};

const WRONG_V3_KEY: Text = {
  zh: '核对 WECHATPAY_MCH_ID、WECHATPAY_MCH_SERIAL 与 WECHATPAY_MCH_PRIVATE_KEY 是否出自同一张 API 证书，且未被吊销。',
  en: 'Take WECHATPAY_MCH_ID, WECHATPAY_MCH_SERIAL and WECHATPAY_MCH_PRIVATE_KEY from one and the same API certificate, one that is still in force.',
};

/** What the answer proves about the key it is verified with. Refusals are read unverified by the link, so it is done here. */
function keyFinding(config: Config, { sent, raw }: ProbeResult): Finding | undefined {
  if (sent.kind === 'fault') return /^(wechatpay-signature|signed with)/.test(sent.detail) ? NOT_VERIFIED : undefined;
  const credentials = readCredentials(config);
  const publicKey = typeof credentials === 'string' ? undefined : credentials.publicKey;
  if (!publicKey || raw?.headers['wechatpay-serial'] !== publicKey.serial) return undefined;
  return isSigned(raw, publicKey.key) ? undefined : NOT_VERIFIED;
}

function isSigned({ headers, body }: HttpAnswer, key: KeyObject): boolean {
  try {
    return verifySignature(parseSignatureHeaders(headers, Date.now()), body, key);
  } catch (error) {
    if (error instanceof WechatPayError) return false;
    throw error;
  }
}

const NOT_VERIFIED = problem(
  'wechatpay-key',
  {
    zh: '微信支付的应答无法用所设公钥验签',
    en: 'The answer of WeChat Pay cannot be verified with the key that is set',
  },
  {
    zh: '重新下载微信支付公钥，并连同其 ID 一起设置为 WECHATPAY_PUBLIC_KEY 与 WECHATPAY_PUBLIC_KEY_ID。',
    en: 'Download the WeChat Pay public key again and set it with its ID as WECHATPAY_PUBLIC_KEY and WECHATPAY_PUBLIC_KEY_ID.',
  },
);

function ratioOf({ max_ratio }: AnswerFields): Finding[] {
  if (max_ratio === undefined) return [];
  const percent = Number(max_ratio) / 100;
  if (percent > 0) {
    return [
      fine('ratio', { zh: `一笔订单最多可分出 ${percent} %`, en: `At most ${percent} % of an order may be shared` }),
    ];
  }
  return [
    warning(
      'ratio',
      { zh: '最大分账比例为 0 %，分不出任何金额', en: 'The maximum ratio is 0 %: nothing can be shared' },
      {
        zh: '请子商户（或品牌）在商户平台的分账授权中调高比例。',
        en: 'Ask the sub-merchant, or the brand, to raise the ratio of its authorisation in the merchant platform.',
      },
    ),
  ];
}

/** What WeChat Pay was not asked, and why. */
export function notAsked(says: Text, fix: Text): Finding {
  return unchecked('permission', says, fix);
}
