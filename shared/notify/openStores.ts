import { type Caller, parseCaller } from '../caller';
import { LedgerUnavailableError, type Store } from '../ledger/store';
import type { NoticeStore } from './noticeStore';

export interface Stores {
  readonly records: Store;
  readonly notices: NoticeStore;
}

/** An HTTP request has no caller, and must not pass for the previous one. */
const ANONYMOUS: Caller = {
  hop: '',
  source: '',
  openid: undefined,
  appid: undefined,
  fromAppid: undefined,
  variables: {},
};

/** @throws {LedgerUnavailableError} when there are no credentials */
export async function openStores(context: unknown): Promise<Stores> {
  const { cloudBase, missingCredentials } = await import('../cloudbase');
  const missing = missingCredentials();
  if (missing) throw new LedgerUnavailableError(missing);
  const { cloudbaseStore } = await import('../ledger/cloudbaseStore');
  const { cloudbaseNotices } = await import('./cloudbaseNotices');
  const database = cloudBase(parseCaller(context) ?? ANONYMOUS).database();
  return { records: cloudbaseStore(database), notices: cloudbaseNotices(database) };
}
