import { literal, notice } from './literal';
import type { GeneratedFile, Text } from './schema';

/** One link of `schemas/links.json`: every fact about it that more than its own folder needs. */
export interface LinkSchema extends Text {
  readonly name: string;
  readonly protocol: 'private' | 'v2' | 'v3';
  readonly scope: 'private' | 'ordinary' | 'platform' | 'chain';
  readonly freezeDays: number;
  readonly ownMerchantNumber: boolean;
  readonly needsSubMerchant: boolean;
  readonly appidFor: 'none' | 'persons' | 'receivers' | 'every request';
  readonly brandNumber: 'none' | 'optional' | 'required';
  readonly notifications: 'none' | 'by name' | 'deployed';
  readonly reachableFrom: 'cloud' | 'given host' | 'anywhere';
}

/** The links whose row has these values: `{ "protocol": "v3" }`, `{ "scope": ["platform", "chain"] }`; all of them for `{}`. */
export type LinkSelector = Readonly<Partial<Record<keyof LinkSchema, unknown>>>;

/** The names of the links that a selector means, in the order of the table. @throws {TypeError} when it means none */
export function selectLinks(links: readonly LinkSchema[], selector: LinkSelector): string[] {
  const wanted = Object.entries(selector) as [keyof LinkSchema, unknown][];
  const names = links
    .filter((link) => wanted.every(([trait, values]) => [values].flat().includes(link[trait])))
    .map(({ name }) => name);
  if (names.length === 0) throw new TypeError(`no link is ${JSON.stringify(selector)}`);
  return names;
}

const declaration = `
/** What the adapter and the tools need to know of one link. */
export interface LinkRow {
  /** What travels: CloudPay JSON through WeChat's platform, signed XML, or signed JSON. */
  readonly protocol: 'private' | 'v2' | 'v3';
  /** Links of one scope see the same shares. */
  readonly scope: 'private' | 'ordinary' | 'platform' | 'chain';
  /** How long the money of a payment stays frozen, in days (merchant/4014547102, partner/4012525463, brand 4015981574). */
  readonly freezeDays: number;
  /** The merchant calls WeChat Pay under its own number and with its own keys, and its bill lists the request. */
  readonly ownMerchantNumber: boolean;
  /** Every request is on behalf of a sub-merchant. */
  readonly needsSubMerchant: boolean;
  /** What needs WECHATPAY_APPID: receivers that are persons, adding any receiver, or every request. */
  readonly appidFor: 'none' | 'persons' | 'receivers' | 'every request';
  /** Whether the link reads WECHATPAY_BRAND_MCH_ID. */
  readonly brandNumber: 'none' | 'optional' | 'required';
  /** Whether profitSharingNotify is deployed on it, or only when it is asked for by name. */
  readonly notifications: 'none' | 'by name' | 'deployed';
  /** From where requests can be sent: inside the cloud only, there or to WECHATPAY_BASE_URL, or from any machine. */
  readonly reachableFrom: 'cloud' | 'given host' | 'anywhere';
  /** What it is called in documents. */
  readonly zh: string;
  readonly en: string;
}
`;

/** The table of links, and their names as a type. */
export function linksFile(links: readonly LinkSchema[]): GeneratedFile {
  const names = links.map(({ name }) => `'${name}'`);
  const rows = Object.fromEntries(links.map(({ name, ...row }) => [name, row]));
  const text = `${notice('schemas/links.json')}
/** The links to WeChat Pay that this build knows. */
export type LinkName = ${names.join(' | ')};
${declaration}
/** Every link by its name, in the order of the documents. */
export const LINKS: Readonly<Record<LinkName, LinkRow>> = ${literal(rows)};

/** The names of all links, in the order of the documents. */
export const linkNames = Object.keys(LINKS) as readonly LinkName[];

export function isLinkName(name: string): name is LinkName {
  return Object.hasOwn(LINKS, name);
}
`;
  return { path: 'shared/generated/links.ts', text };
}
