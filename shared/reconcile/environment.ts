import type { Caller } from '../caller';
import type { Store } from '../ledger/store';
import type { Breaks } from './breaks';
import type { LedgerQueries } from './ledgerQueries';

export interface Environment {
  readonly store: Store;
  readonly queries: LedgerQueries;
  readonly breaks: Breaks;
  /** Calls another cloud function; rejects unless it ran to its end. */
  invoke(name: string, event: object, timeoutMs: number): Promise<void>;
}

/** @returns the missing credentials, if the platform gave none */
export async function openEnvironment(caller: Caller): Promise<Environment | string> {
  const { cloudBase, missingCredentials } = await import('../cloudbase');
  const missing = missingCredentials();
  if (missing) return missing;
  const { cloudbaseStore } = await import('../ledger/cloudbaseStore');
  const { cloudbaseLedgerQueries } = await import('./cloudbaseLedgerQueries');
  const { cloudbaseBreaks } = await import('./cloudbaseBreaks');
  const app = cloudBase(caller);
  const database = app.database();
  return {
    store: cloudbaseStore(database),
    queries: cloudbaseLedgerQueries(database),
    breaks: cloudbaseBreaks(database),
    async invoke(name, data, timeout) {
      const { code } = (await app.callFunction({ name, data }, { timeout })) as { code?: string };
      if (code) throw Object.assign(new Error(code), { code });
    },
  };
}
