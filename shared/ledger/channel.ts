import { LINKS, type LinkRow, linkNames } from '../generated/links';
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

/** Links of different families keep their numbers apart: what one has paid the other answers "not found" to. */
export function linkFamily(link: LinkName): LinkRow['scope'] {
  return LINKS[link].scope;
}

/** The links of the same family, this one first. */
export function familyOf(link: LinkName): LinkName[] {
  const others = linkNames.filter((name) => name !== link);
  return [link, ...others.filter((name) => LINKS[name].scope === LINKS[link].scope)];
}
