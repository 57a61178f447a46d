import { LINKS, type LinkRow, linkNames } from '../generated/links';
import type { LinkName } from '../operation';

export interface Channel {
  readonly link: LinkName;
  /** Absent on the links where the platform calls with its own merchant number. */
  readonly mchId?: string | undefined;
}

/** How a payload names the merchant number that calls WeChat Pay. */
export function calledBy({ mchId = 'the platform' }: Pick<Channel, 'mchId'>): string {
  return `called by ${mchId}`;
}

/** Links of different families keep their numbers apart: one answers "not found" to what another has paid. */
export function linkFamily(link: LinkName): LinkRow['scope'] {
  return LINKS[link].scope;
}

export function familyOf(link: LinkName): LinkName[] {
  const others = linkNames.filter((name) => name !== link);
  return [link, ...others.filter((name) => LINKS[name].scope === LINKS[link].scope)];
}
