import { countReceivers } from './indexState';
import { accepted, type Identity, type Outcome } from './outcome';
import { findPermittedParties, findPerson, findRelation, relationKey, whyNoPerson } from './parties';
import { overRate, withinRate } from './rates';
import type { ReceiverType, Relation } from './records';
import { refused } from './refusals';
import type { State } from './state';

export interface AddReceiverInput {
  readonly type: ReceiverType;
  readonly account: string;
  /** Registered full name; required for merchants, checked for people when given. */
  readonly name?: string;
  readonly relationType: string;
  readonly customRelation?: string;
}

export type RemoveReceiverInput = Pick<AddReceiverInput, 'type' | 'account'>;

/** Rules 7 to 9: does this account exist, and is that its name? */
function knownByName(
  state: State,
  identity: Identity,
  receiver: Pick<AddReceiverInput, 'type' | 'account' | 'name'>,
): Outcome<{ readonly appid?: string }> {
  const { type, account, name } = receiver;
  if (type === 'MERCHANT_ID') {
    const merchant = state.merchants.get(account);
    if (!merchant) return refused('unknownMerchant');
    return name === merchant.name ? accepted({}) : refused('merchantNameMismatch');
  }
  const person = findPerson(state, identity, type, account);
  if (!person) return refused(whyNoPerson(state, identity, type, account));
  if (name !== undefined && name !== person.name) return refused('personNameMismatch');
  return accepted({ appid: person.appid });
}

/** Adding a present receiver succeeds and changes nothing (rule 40). */
export function addReceiver(state: State, identity: Identity, input: AddReceiverInput): Outcome<Relation> {
  const parties = findPermittedParties(state, identity);
  if (!parties.ok) return parties;
  const known = knownByName(state, identity, input);
  if (!known.ok) return known;
  const owner = parties.value.listOwner;
  if (!withinRate(state, 'addReceiver', identity)) return refused(overRate(state, 'addReceiver'));
  const present = findRelation(state, owner, input.type, input.account);
  if (present) return accepted(present);
  const listed = state.indexes.receivers.get(owner) ?? 0;
  if (listed >= state.switches.receiversPerList) return refused('receiverListFull');
  const relation: Relation = { owner, ...known.value, ...input, addedAt: state.now };
  state.relations.set(relationKey(owner, input.type, input.account), relation);
  countReceivers(state, owner, 1);
  return accepted(relation);
}

export function removeReceiver(state: State, identity: Identity, input: RemoveReceiverInput): Outcome<Relation> {
  const parties = findPermittedParties(state, identity);
  if (!parties.ok) return parties;
  const owner = parties.value.listOwner;
  const present = findRelation(state, owner, input.type, input.account);
  if (!present) return refused('noSuchReceiver');
  if (!withinRate(state, 'removeReceiver', identity)) return refused(overRate(state, 'removeReceiver'));
  state.relations.delete(relationKey(owner, input.type, input.account));
  countReceivers(state, owner, -1);
  return accepted(present);
}
