import type { Config } from '../../config';
import type { RequestFields } from '../../contract';
import { exchangeWithBackup } from '../../failover';
import type { Exchange } from '../../http';
import type { Operation } from '../../operation';
import type { Violation } from '../../violations';
import { faultOf } from '../faultOf';
import { fault, type Link } from '../link';
import { type Agents, agents } from './agents';
import { fromWire } from './fromWire';
import { hmacSigner } from './hmacSigner';
import { type ApiV2Route, routeOf } from './routes';
import { toWire } from './toWire';
import { toXml, xmlText } from './xml';

const SERVICE = 'https://api.mch.weixin.qq.com';

/** Far above any documented answer: 50 receivers are about 20 KB. */
const MAX_ANSWER_BYTES = 1024 * 1024;

export type ApiV2Config = Pick<
  Config,
  'mchId' | 'appid' | 'brandMchId' | 'apiV2Key' | 'mchCert' | 'mchPrivateKey' | 'baseUrl'
>;

/**
 * WeChat Pay's API v2: signed XML over TLS, for service providers and merchants who hold their own keys. Money moves
 * on `/secapi/` paths, where the server asks for the merchant's certificate.
 * @param ca certificate authorities to trust instead of the ones Node.js knows, as PEM
 */
export function apiv2(config: ApiV2Config, send: Exchange = exchangeWithBackup, ca?: string): Link {
  const base = config.baseUrl ?? SERVICE;
  const kept = agents(config, base.startsWith('https:'), ca);
  const keys = hmacSigner(config.apiV2Key ?? '');

  return {
    check: (operation, request) => [...unwritable(operation, request), ...withoutMerchant(operation, request, config)],

    async send(operation, request, { timeoutMs }) {
      const route = routeOf(operation);
      if (!route) return fault('NOT_SENT', operation.name);
      const missing = missingVariable(route, config);
      if (missing) return fault('CONFIG_ERROR', missing);
      const agent = agentFor(route, kept);
      if (!agent) return fault('CONFIG_ERROR', 'WECHATPAY_MCH_CERT / WECHATPAY_MCH_PRIVATE_KEY');
      const fields = toWire(operation, request, route, config, keys);
      try {
        const answer = await send({
          method: 'POST',
          url: new URL(route.path, base),
          headers: { 'content-type': 'text/xml; charset=utf-8' },
          body: toXml(fields),
          timeoutMs,
          maxBytes: MAX_ANSWER_BYTES,
          agent,
        });
        return fromWire(answer, fields, keys);
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

/** Plain text that XML cannot represent; JSON text escapes it. */
function unwritable(operation: Operation, request: RequestFields): Violation[] {
  return Object.entries(request)
    .filter(([name, value]) => !(name in operation.requestJson) && !xmlText.test(String(value)))
    .map(([field]) => ({ field, rule: 'pattern', params: { pattern: xmlText.source } }));
}

/** A query about a merchant that names none. */
function withoutMerchant(operation: Operation, request: RequestFields, config: ApiV2Config): Violation[] {
  const named = request.sub_mch_id ?? request.brand_mch_id ?? config.brandMchId;
  return routeOf(operation)?.partnersOnly && !named ? [{ field: 'sub_mch_id', rule: 'required' }] : [];
}

function missingVariable(route: ApiV2Route, config: ApiV2Config): string | undefined {
  if (!config.mchId) return 'WECHATPAY_MCH_ID';
  if (!config.apiV2Key) return 'WECHATPAY_API_V2_KEY';
  if (!config.appid && route.appid === 'send') return 'WECHATPAY_APPID';
  // Without it the server closes the connection, which would leave the outcome open.
  if (!isCertified(route)) return undefined;
  if (!config.mchCert) return 'WECHATPAY_MCH_CERT';
  return config.mchPrivateKey ? undefined : 'WECHATPAY_MCH_PRIVATE_KEY';
}

function agentFor(route: ApiV2Route, kept: Agents) {
  if (!isCertified(route)) return kept.plain;
  try {
    return kept.certified();
  } catch {
    // OpenSSL's message may quote the PEM.
    return undefined;
  }
}

function isCertified({ path }: ApiV2Route): boolean {
  return path.startsWith('/secapi/');
}
