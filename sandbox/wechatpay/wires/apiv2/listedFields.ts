import type { Switches } from '../../bank/switches';
import type { FieldRule } from '../fieldChecks';
import type { ApiV2Name, IdentityRow, Page } from './pages';
import type { Message } from './xml';

const text = (name: string, maxLength: number, required: boolean): FieldRule => ({
  name,
  type: 'string',
  maxLength,
  required,
});

const SIGNATURE = [text('sign', 64, true), text('sign_type', 32, true)];

/**
 * The queries that API v2 alone has. Their pages list no appid, and WxJava leaves it out; gopay always sends it, and no
 * answer to that was reported. On the share query the same was answered 签名失败, so that is what is refused here as well.
 */
const ownQueries: ReadonlySet<ApiV2Name> = new Set([
  'profitSharingOrderAmountQuery',
  'profitSharingMerchantRatioQuery',
]);

/** Pages of direct merchants list neither sub_mch_id, brand_mch_id nor sub_appid. */
function isDirect({ identity }: Page, message: Message): boolean {
  return !(['sub_mch_id', 'brand_mch_id'] as const).some((name) => identity[name] !== 'X' && message[name]);
}

/**
 * The rules of every field that the page in question lists, in its order. A request that names no sub-merchant and no
 * brand is read by the page of direct merchants (inferred: no page says how the server distinguishes the two); the
 * ratio query has none such, so there one of the two must be named.
 */
export function listedFields(
  page: Page,
  message: Message,
  { appidOnQueries }: Pick<Switches, 'appidOnQueries'>,
): readonly FieldRule[] {
  const direct = isDirect(page, message) && page.api !== 'profitSharingMerchantRatioQuery';
  const identity = Object.entries(page.identity) as [keyof IdentityRow, IdentityRow[keyof IdentityRow]][];
  const listed = identity
    .filter(([name, presence]) => presence !== 'X' && (!direct || name === 'appid'))
    .map(([name, presence]) => text(name, 32, presence === 'S' || (presence === 'B' && neither(message, name))));
  const extra = appidOnQueries === 'accept' && ownQueries.has(page.api) ? [text('appid', 32, false)] : [];
  return [text('mch_id', 32, true), ...listed, ...extra, ...page.own, ...SIGNATURE];
}

/** Of two fields the page wants one of, the first is the one that is missing. */
function neither(message: Message, name: keyof IdentityRow): boolean {
  return name === 'sub_mch_id' && !message.sub_mch_id && !message.brand_mch_id;
}
