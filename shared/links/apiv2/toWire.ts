import type { Config } from '../../config';
import type { RequestFields } from '../../contract';
import { toFlat } from '../../normalizeRequest';
import type { Operation } from '../../operation';
import type { HmacSigner } from './hmacSigner';
import { type ApiV2Route, identityOf } from './routes';
import type { Fields } from './xml';

/**
 * The signed fields of one request: those its page lists and no others, empty ones left out. `sign_type` is always
 * sent and signed, because without it WeChat Pay assumes MD5 and profit sharing refuses that
 * (pay.weixin.qq.com v2/partner/4011985884).
 */
export function toWire(
  operation: Operation,
  request: RequestFields,
  route: ApiV2Route,
  config: Pick<Config, 'mchId' | 'appid' | 'brandMchId'>,
  { sign }: Pick<HmacSigner, 'sign'>,
): Fields {
  const known: readonly string[] = operation.fields;
  const identity = identityOf(route, request, config);
  const listed = Object.entries(toFlat(operation, request)).filter(
    ([name]) => !(name in identity) && known.includes(name),
  );
  const fields = new Map<string, string>();
  for (const [name, value] of [...Object.entries(identity), ...listed, ['sign_type', 'HMAC-SHA256'] as const]) {
    if (value !== undefined && value !== null && value !== '') fields.set(name, String(value));
  }
  return fields.set('sign', sign(fields));
}
