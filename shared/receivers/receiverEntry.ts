import type { RequestFields } from '../contract';
import type { ReceiverToAdd } from '../generated/types';
import type { AccountKey } from '../ledger/accountKeys';
import type { Channel } from '../ledger/channel';
import { hash } from '../ledger/hash';
import { withoutPersons } from '../ledger/personalValues';
import type { LinkName, Operation } from '../operation';
import { text } from '../text';

/** A receiver as the register keeps it: a merchant's number as it is, a person's openid as the ledger writes it. */
export interface ReceiverEntry {
  /** `<merchant>:<type>:<account>` */
  readonly _id: string;
  /** On whose behalf: a sub-merchant, or `own` for the list of a direct merchant, a platform or a brand. */
  readonly merchant: string;
  readonly link: LinkName;
  /** The merchant number that called; absent where the platform calls with its own. */
  readonly mchId?: string;
  /** The appid that a PERSONAL_SUB_OPENID belongs to. */
  readonly sub_appid?: string;
  readonly type: string;
  readonly account: string;
  readonly account_masked?: string;
  readonly name?: string;
  readonly name_masked?: string;
  readonly relation_type?: string;
  readonly custom_relation?: string;
  readonly state: 'added' | 'removed';
  /** Epoch ms by the clock of the instance. */
  readonly addedAt?: number;
  readonly removedAt?: number;
}

/** Every method may throw LedgerUnavailableError; nothing else. */
export interface ReceiverRegister {
  /** Stores an entry over one of these ids, or as a new one. What the entry does not say stays as it was. */
  put(entry: ReceiverEntry, ids: readonly string[]): Promise<void>;
}

/**
 * What the register keeps of a receiver that WeChat Pay added or removed.
 * @param keys of PROFIT_SHARING_LEDGER_KEY
 * @param now epoch ms
 * @returns the entry, and every id it may have from the time of another key or of none
 */
export function receiverEntry(
  { name }: Pick<Operation, 'name'>,
  { sub_mch_id, sub_appid, receiver }: RequestFields,
  { link, mchId }: Channel,
  keys: readonly AccountKey[],
  now: number,
): { readonly entry: ReceiverEntry; readonly ids: readonly string[] } {
  const { type, account } = receiver as ReceiverToAdd;
  const merchant = text(sub_mch_id) || 'own';
  const kept = withoutPersons({ receiver }, keys).receiver as unknown as ReceiverToAdd;
  const spelled =
    kept.account === account ? [account] : [...keys.map(({ spell }) => spell), hash].map((spell) => spell(account));
  const ids = spelled.map((one) => `${merchant}:${type}:${one}`);
  const isRemoved = name === 'profitSharingRemoveReceiver';
  const entry: ReceiverEntry = {
    ...kept,
    _id: `${merchant}:${type}:${kept.account}`,
    ...{ merchant, link, ...(mchId && { mchId }) },
    ...(type === 'PERSONAL_SUB_OPENID' && sub_appid && { sub_appid }),
    ...(isRemoved ? { state: 'removed', removedAt: now } : { state: 'added', addedAt: now }),
  };
  return { entry, ids };
}
