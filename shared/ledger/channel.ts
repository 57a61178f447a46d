import type { LinkName } from '../operation';

/** How a request travels. The same number on behalf of another merchant number would be another payment. */
export interface Channel {
  readonly link: LinkName;
  /** The merchant number that calls WeChat Pay; absent on the links where the platform calls with its own. */
  readonly mchId?: string | undefined;
}

/** How a payload names the merchant number that calls WeChat Pay. */
export function calledBy({ mchId = 'the platform' }: Pick<Channel, 'mchId'>): string {
  return `called by ${mchId}`;
}

/** Links that reach the same shares: the platform's, one's own ordinary ones, a platform merchant's, a brand's. */
const FAMILIES: Readonly<Record<LinkName, 'private' | 'ordinary' | 'ecommerce' | 'brand'>> = {
  cloudpay: 'private',
  cloudrun: 'private',
  apiv2: 'ordinary',
  apiv3: 'ordinary',
  ecommerce: 'ecommerce',
  brand: 'brand',
};

/** Links of different families keep their numbers apart: what one has paid the other answers "not found" to. */
export function linkFamily(link: LinkName): string {
  return FAMILIES[link];
}

/** The links of the same family, this one first. */
export function familyOf(link: LinkName): LinkName[] {
  const others = (Object.keys(FAMILIES) as LinkName[]).filter((name) => name !== link);
  return [link, ...others.filter((name) => FAMILIES[name] === FAMILIES[link])];
}
