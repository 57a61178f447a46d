import { dirname } from 'node:path';
import { type MerchantCredentials, parties, type Sandbox } from '../../sandbox';
import type { Text } from '../../shared/locale';

/** The first line, with the address: all that is known before the keys are made. */
export function headline({ url }: Sandbox): Text {
  return {
    zh: `本地沙箱：模拟微信支付与云开发，可以查看，也可以调用：${url}`,
    en: `A sandbox of WeChat Pay and CloudBase, to look at and to call: ${url}`,
  };
}

function clockText({ state: { bank } }: Sandbox): Text {
  const [now, speed] = [new Date(bank.clock.now()).toISOString(), bank.clock.speed()];
  if (speed === 0) return { zh: `${now}，静止`, en: `${now}, standing still` };
  const [faster, fast] = speed === 1 ? ['', ''] : [`，${speed} 倍速`, `, ${speed} times as fast`];
  return { zh: `${now}，走动${faster}`, en: `${now}, running${fast}` };
}

/** What a session of `npm run sandbox` is told. */
export interface Banner {
  readonly sandbox: Sandbox;
  /** Of the service provider. */
  readonly credentials: MerchantCredentials;
  readonly functionsDir: string;
  /** Whether keys and certificates are there in the next run. */
  readonly isKept: boolean;
}

/** The variables that functions with keys of their own take; names and values are those of every language. */
function settings(
  { sandbox: { secureUrl, caFile }, credentials: { mchId, apiV2Key } }: Banner,
  trusted: string,
): string {
  return `  WECHATPAY_BASE_URL=${secureUrl}
  NODE_EXTRA_CA_CERTS=${caFile}${trusted}
  WECHATPAY_MCH_ID=${mchId}
  WECHATPAY_APPID=${parties.provider.appid}
  WECHATPAY_API_V2_KEY=${apiV2Key}`;
}

function commands({ url }: Sandbox): string {
  return `  curl ${url}/_sandbox
  curl -X POST ${url}/_sandbox/orders -d '{}'
  curl -X POST ${url}/call/profitSharingQuery -d '{"data":{}}'`;
}

/** Addresses, parties and keys, and how to use them. */
export function banner(shown: Banner): Text {
  const { sandbox, functionsDir, isKept } = shown;
  const { caFile, env, url } = sandbox;
  const [clock, { provider, subMerchant }] = [clockText(sandbox), parties];
  const receivers = [...parties.receivers.map(({ mchId }) => mchId), ...parties.people.map(({ openid }) => openid)];
  const secrets = `  secretId  ${env.secretId}\n  secretKey ${env.secretKey}`;
  return {
    zh: `
  时钟        ${clock.zh}
  环境        ${env.envId}
  小程序      ${env.appid}
  云函数      ${functionsDir}
  服务商      ${provider.mchId} ${provider.name}
  特约商户    ${subMerchant.mchId} ${subMerchant.name}
  接收方      ${receivers.join(' ')}

试一试：
${commands(sandbox)}

云函数之外的代码以此签名：
${secrets}

使用自有密钥的云函数（PROFIT_SHARING_LINK=apiv2）这样连接微信支付：
${settings(shown, ' （在这里运行的云函数已经信任）')}
  WECHATPAY_MCH_CERT 与 WECHATPAY_MCH_PRIVATE_KEY：apiclient_cert.pem 与 apiclient_key.pem 的内容，位于
  ${dirname(caFile)}${isKept ? '' : ' （沙箱停止后即消失）'}

任何语言的 SDK，域名不变，这样连接：
  HTTPS_PROXY=${url} （把 api.mch.weixin.qq.com 引到这里，其他一律不通）
  并信任 ${caFile} ；各方密钥：GET ${url}/_sandbox/credentials/provider

按 Ctrl-C 停止。`,
    en: `
  clock           ${clock.en}
  environment     ${env.envId}
  mini program    ${env.appid}
  functions       ${functionsDir}
  provider        ${provider.mchId} ${provider.name}
  sub-merchant    ${subMerchant.mchId} ${subMerchant.name}
  receivers       ${receivers.join(' ')}

Try:
${commands(sandbox)}

Code outside of the functions signs with
${secrets}

Functions on their own keys (PROFIT_SHARING_LINK=apiv2) reach WeChat Pay with
${settings(shown, ' (functions run here have it already)')}
  WECHATPAY_MCH_CERT and WECHATPAY_MCH_PRIVATE_KEY: the texts of apiclient_cert.pem and apiclient_key.pem in
  ${dirname(caFile)}${isKept ? '' : ', gone when the sandbox stops'}

SDKs in any language, with their own fixed host, reach it with
  HTTPS_PROXY=${url} (leads api.mch.weixin.qq.com here, and nothing else anywhere)
  and trust ${caFile}; keys of every party: GET ${url}/_sandbox/credentials/provider

Ctrl-C stops it.`,
  };
}
