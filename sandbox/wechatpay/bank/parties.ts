import { accepted, type Identity, type Outcome } from './outcome';
import type { Merchant, Person, ReceiverType, Relation } from './records';
import { type RefusalName, refused } from './refusals';
import type { State } from './state';

export interface Parties {
  readonly caller: Merchant;
  readonly payer: Merchant;
  /** Whose ratio limits the share: the brand's where one is named, else the payer's. */
  readonly ratioHolder: Merchant;
  /** Whose receiver list counts: the platform's (ecommerce), the brand's, or the payer's. */
  readonly listOwner: string;
}

/** Step 3 of the validation: who calls, for whom, and do the two belong together (rule 11). */
export function findParties(state: State, identity: Identity): Outcome<Parties> {
  const caller = state.merchants.get(identity.mchId);
  if (!caller) return refused('unknownCaller');
  const payer = state.merchants.get(identity.subMchId ?? identity.mchId);
  if (!payer) return refused('notItsMerchant');
  if (payer !== caller && payer.providerMchId !== caller.mchId) return refused('notItsMerchant');
  if (identity.appid !== undefined && !caller.appids.includes(identity.appid)) return refused('unknownAppid');
  const brand = identity.brandMchId === undefined ? undefined : state.merchants.get(identity.brandMchId);
  if (identity.subAppid !== undefined && ![...payer.appids, ...(brand?.appids ?? [])].includes(identity.subAppid)) {
    return refused('unknownAppid');
  }
  if (identity.brandMchId === undefined) {
    const listOwner = identity.family === 'ecommerce' ? caller.mchId : payer.mchId;
    return accepted({ caller, payer, ratioHolder: payer, listOwner });
  }
  if (!brand || (payer !== caller && payer.brandMchId !== brand.mchId)) return refused('notItsMerchant');
  return accepted({ caller, payer, ratioHolder: brand, listOwner: brand.mchId });
}

/** Rule 4: caller and payer both need the sharing permission. */
export function findPermittedParties(state: State, identity: Identity): Outcome<Parties> {
  const parties = findParties(state, identity);
  if (!parties.ok) return parties;
  const { caller, payer } = parties.value;
  if (caller.permission !== 'granted') return refused('callerNotPermitted');
  if (payer.permission === 'penalised') return refused('payerPenalised');
  if (payer.permission === 'none') return refused('payerNotPermitted');
  return parties;
}

export function personKey(appid: string, openid: string): string {
  return `${appid}/${openid}`;
}

function appidFor(identity: Identity, type: ReceiverType): string | undefined {
  return type === 'PERSONAL_SUB_OPENID' ? identity.subAppid : identity.appid;
}

export function findPerson(state: State, identity: Identity, type: ReceiverType, openid: string): Person | undefined {
  return state.people.get(personKey(appidFor(identity, type) ?? '', openid));
}

/**
 * Rule 9: an openid counts under the appid it was issued for: the provider's for PERSONAL_OPENID, the sub-merchant's
 * for PERSONAL_SUB_OPENID. A unionid belongs to no appid and is therefore an unknown user.
 */
export function whyNoPerson(state: State, identity: Identity, type: ReceiverType, openid: string): RefusalName {
  if (type === 'PERSONAL_SUB_OPENID' && identity.subAppid === undefined) return 'subAppidMissing';
  return state.indexes.openids.has(openid) ? 'openidMismatch' : 'unknownPerson';
}

export function relationKey(owner: string, type: ReceiverType, account: string): string {
  return `${owner}/${type}/${account}`;
}

export function findRelation(state: State, owner: string, type: ReceiverType, account: string): Relation | undefined {
  return state.relations.get(relationKey(owner, type, account));
}
