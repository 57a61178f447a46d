import type { Config } from '../../config';
import type { RequestFields } from '../../contract';
import type { Carried } from '../../generated/contract';
import type { Operation } from '../../operation';

/** Whether a page lists a field always, when it has a value, as an alternative to the other one, or never. */
type Presence = 'send' | 'optional' | 'one of' | 'never';

export interface ApiV2Route {
  readonly path: `/pay/${string}` | `/secapi/pay/${string}`;
  readonly sub_mch_id: Presence;
  readonly brand_mch_id: Presence;
  readonly appid: Presence;
  readonly sub_appid: Presence;
  /** Direct merchants have no such page: the request must name a merchant or brand. */
  readonly partnersOnly?: true;
}

/**
 * The pages of API v2 (pay.weixin.qq.com/wiki/doc/api/allocation_sl.php 25_1 to 25_11). The server signs what the page
 * lists and nothing else: one identity field too many is answered 签名失败, whatever the key.
 */
export const routes: Readonly<Record<Carried['apiv2'], ApiV2Route>> = {
  profitSharing: route('/secapi/pay/profitsharing', 'send', 'optional', 'send', 'optional'),
  multiProfitSharing: route('/secapi/pay/multiprofitsharing', 'send', 'never', 'send', 'optional'),
  profitSharingQuery: route('/pay/profitsharingquery', 'send', 'never', 'never', 'never'),
  profitSharingFinish: route('/secapi/pay/profitsharingfinish', 'send', 'optional', 'send', 'never'),
  profitSharingReturn: route('/secapi/pay/profitsharingreturn', 'send', 'never', 'send', 'optional'),
  profitSharingReturnQuery: route('/pay/profitsharingreturnquery', 'send', 'never', 'send', 'never'),
  profitSharingAddReceiver: route('/pay/profitsharingaddreceiver', 'one of', 'one of', 'send', 'optional'),
  profitSharingRemoveReceiver: route('/pay/profitsharingremovereceiver', 'one of', 'one of', 'send', 'optional'),
  profitSharingOrderAmountQuery: route('/pay/profitsharingorderamountquery', 'never', 'never', 'never', 'never'),
  profitSharingMerchantRatioQuery: {
    ...route('/pay/profitsharingmerchantratioquery', 'one of', 'one of', 'never', 'never'),
    partnersOnly: true,
  },
};

export function routeOf({ name }: Pick<Operation, 'name'>): ApiV2Route | undefined {
  return (routes as Readonly<Record<string, ApiV2Route | undefined>>)[name];
}

function route(
  path: ApiV2Route['path'],
  sub_mch_id: Presence,
  brand_mch_id: Presence,
  appid: Presence,
  sub_appid: Presence,
): ApiV2Route {
  return { path, sub_mch_id, brand_mch_id, appid, sub_appid };
}

type Identity = Readonly<Record<'mch_id' | 'sub_mch_id' | 'brand_mch_id' | 'appid' | 'sub_appid', string | undefined>>;

/**
 * Who asks, for whom: the identity fields of one request, undefined where they must not be sent. A request without
 * sub_mch_id is a direct merchant's own; its pages (allocation.php 27_1 to 27_10) list neither sub_ field.
 */
export function identityOf(
  route: ApiV2Route,
  request: RequestFields,
  config: Pick<Config, 'mchId' | 'appid' | 'brandMchId'>,
): Identity {
  const given = route.sub_mch_id === 'never' ? undefined : request.sub_mch_id;
  const brand = brandOf(route, request, config, Boolean(given));
  // Where the page allows one of the two, the brand was given on purpose: sub_mch_id may be the configured one.
  const sub = route.brand_mch_id === 'one of' && brand ? undefined : given;
  return {
    mch_id: config.mchId,
    sub_mch_id: sub,
    brand_mch_id: brand,
    appid: route.appid === 'send' ? config.appid : undefined,
    sub_appid: route.sub_appid === 'optional' && (sub || brand) ? request.sub_appid : undefined,
  };
}

function brandOf(
  { brand_mch_id: presence }: ApiV2Route,
  request: RequestFields,
  { brandMchId }: Pick<Config, 'brandMchId'>,
  hasSub: boolean,
): string | undefined {
  if (presence === 'optional') return hasSub ? (request.brand_mch_id ?? brandMchId) : undefined;
  if (presence === 'one of') return request.brand_mch_id ?? (hasSub ? undefined : brandMchId);
  return undefined;
}
