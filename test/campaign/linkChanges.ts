import type { Sandbox } from '../../sandbox';
import type { LinkName } from '../../shared/operation';
import { linksUnderTest } from '../conformance/links';

/** Links that functions are moved to while money is under way, with the same merchant number. */
const CHANGES: Readonly<Record<LinkName, readonly LinkName[]>> = {
  cloudpay: ['apiv3'],
  cloudrun: ['apiv3'],
  apiv2: ['apiv3', 'brand'],
  apiv3: ['apiv2'],
  ecommerce: ['apiv3'],
  brand: ['apiv3'],
};

export const linksFrom = (link: LinkName): readonly LinkName[] => CHANGES[link];

/** Links that see each other's shares. */
const FAMILY: Readonly<Record<LinkName, string>> = {
  cloudpay: 'private',
  cloudrun: 'private',
  apiv2: 'ordinary',
  apiv3: 'ordinary',
  ecommerce: 'ecommerce',
  brand: 'brand',
};

export const areOneFamily = (one: LinkName, other: LinkName): boolean => FAMILY[one] === FAMILY[other];

/** A link, and whose orders it shares there. */
export async function setUpHome(sandbox: Sandbox, link: LinkName) {
  const home = linksUnderTest.find((mode) => mode.link === link);
  if (!home) throw new TypeError(`no link ${link}`);
  return home.setUp(sandbox);
}

/** The variables of every link that functions of `home` are moved to: whose numbers they are stays as at home. */
export async function variablesByLink(sandbox: Sandbox, home: LinkName) {
  const own = (await setUpHome(sandbox, home)).variables;
  const variables = new Map<LinkName, Readonly<Record<string, string>>>([[home, own]]);
  for (const link of linksFrom(home)) {
    const theirs = (await setUpHome(sandbox, link)).variables;
    variables.set(link, { ...theirs, ...own, PROFIT_SHARING_LINK: link });
  }
  return variables;
}
