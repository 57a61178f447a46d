import { type Caller, parseCaller } from '../caller';
import { LedgerUnavailableError, type Store } from '../ledger/store';
import type { NoticeStore } from './noticeStore';

/** Where a notification is written down. */
export interface Stores {
  readonly records: Store;
  readonly notices: NoticeStore;
}

/** Whoever reaches the function over HTTP is nobody to the platform, and must not pass for the previous caller. */
const ANONYMOUS: Caller = {
  hop: '',
  source: '',
  openid: undefined,
  appid: undefined,
  fromAppid: undefined,
  variables: {},
};

/** Opens the collections of the function's own environment. @throws {LedgerUnavailableError} when it has no credentials for them */
export async function openStores(context: unknown): Promise<Stores> {
  const { cloudBase, missingCredentials } = await import('../cloudbase');
  const missing = missingCredentials();
  if (missing) throw new LedgerUnavailableError(missing);
  const { cloudbaseStore } = await import('../ledger/cloudbaseStore');
  const { cloudbaseNotices } = await import('./cloudbaseNotices');
  const database = cloudBase(parseCaller(context) ?? ANONYMOUS).database();
  return { records: cloudbaseStore(database), notices: cloudbaseNotices(database) };
}
