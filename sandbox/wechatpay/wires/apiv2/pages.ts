import type { FieldRule } from '../fieldChecks';
import { type V2Api, v2fields } from '../v2fields';

/** Send, optional, one of sub_mch_id and brand_mch_id, must not be sent. */
type Presence = 'S' | 'O' | 'B' | 'X';

/** Which identity fields the page of an operation lists, besides mch_id. */
export interface IdentityRow {
  readonly sub_mch_id: Presence;
  readonly brand_mch_id: Presence;
  readonly appid: Presence;
  readonly sub_appid: Presence;
}

/** The operations of API v2: the eight that the private links have, and two reads of its own. */
export type ApiV2Name = V2Api | 'profitSharingOrderAmountQuery' | 'profitSharingMerchantRatioQuery';

/** One page of API v2. */
export interface Page {
  readonly api: ApiV2Name;
  /** Under `/secapi/` the client certificate is required. */
  readonly path: string;
  readonly identity: IdentityRow;
  /** The fields that are not about identity or signature. */
  readonly own: readonly FieldRule[];
  /** How a refusal is spelled: its code, its text, and what accompanies them. */
  readonly failure: {
    readonly code: 'err_code' | 'error_code';
    readonly text: 'err_code_des' | 'error_msg' | 'err_msg';
    /** `result`: return_code SUCCESS, result_code FAIL. `return`: return_code FAIL, and no result_code at all. */
    readonly level: 'result' | 'return';
  };
}

const RESULT: Page['failure'] = { code: 'err_code', text: 'err_code_des', level: 'result' };
const ERROR: Page['failure'] = { code: 'error_code', text: 'error_msg', level: 'return' };
// Page 25_11 prints err_code / err_msg, unlike its neighbours.
const RATIO: Page['failure'] = { code: 'err_code', text: 'err_msg', level: 'return' };

const IDENTITY = ['sub_mch_id', 'sub_appid'];
const withoutIdentity = (rules: readonly FieldRule[]) => rules.filter(({ name }) => !IDENTITY.includes(name));
const only = (...names: readonly string[]) => v2fields.profitSharingQuery.filter(({ name }) => names.includes(name));

type Identity = readonly [subMchId: Presence, brandMchId: Presence, appid: Presence, subAppid: Presence];

function page(
  api: ApiV2Name,
  path: string,
  [sub_mch_id, brand_mch_id, appid, sub_appid]: Identity,
  failure: Page['failure'],
  own: readonly FieldRule[],
): Page {
  return { api, path, identity: { sub_mch_id, brand_mch_id, appid, sub_appid }, failure, own };
}

function shared(api: V2Api, path: string, identity: Identity, failure = RESULT): Page {
  return page(api, path, identity, failure, withoutIdentity(v2fields[api]));
}

/** Pages 25_1 to 25_11 of pay.weixin.qq.com/wiki/doc/api/allocation_sl.php; direct merchants: allocation.php 27_1 to 27_10. */
export const pages: readonly Page[] = [
  shared('profitSharing', '/secapi/pay/profitsharing', ['S', 'O', 'S', 'O']),
  shared('multiProfitSharing', '/secapi/pay/multiprofitsharing', ['S', 'X', 'S', 'O']),
  shared('profitSharingQuery', '/pay/profitsharingquery', ['S', 'X', 'X', 'X']),
  shared('profitSharingFinish', '/secapi/pay/profitsharingfinish', ['S', 'O', 'S', 'X']),
  shared('profitSharingReturn', '/secapi/pay/profitsharingreturn', ['S', 'X', 'S', 'O'], ERROR),
  shared('profitSharingReturnQuery', '/pay/profitsharingreturnquery', ['S', 'X', 'S', 'X'], ERROR),
  shared('profitSharingAddReceiver', '/pay/profitsharingaddreceiver', ['B', 'B', 'S', 'O']),
  shared('profitSharingRemoveReceiver', '/pay/profitsharingremovereceiver', ['B', 'B', 'S', 'O']),
  page(
    'profitSharingOrderAmountQuery',
    '/pay/profitsharingorderamountquery',
    ['X', 'X', 'X', 'X'],
    ERROR,
    only('nonce_str', 'transaction_id'),
  ),
  page(
    'profitSharingMerchantRatioQuery',
    '/pay/profitsharingmerchantratioquery',
    ['B', 'B', 'X', 'X'],
    RATIO,
    only('nonce_str'),
  ),
];

export function needsCertificate({ path }: Page): boolean {
  return path.startsWith('/secapi/');
}
