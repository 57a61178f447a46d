import type { Caller } from '../caller';
import type { Store } from '../ledger/store';
import type { Archive } from './archive';
import type { Breaks } from './breaks';

/** What reconciliation uses of its CloudBase environment. */
export interface Surroundings {
  readonly store: Store;
  readonly archive: Archive;
  readonly breaks: Breaks;
  /** Calls another cloud function; rejects unless it ran to its end. */
  tell(name: string, event: object, timeoutMs: number): Promise<void>;
}

/**
 * The function's own environment, speaking for this caller.
 * @returns what is missing, when the platform gave this invocation no credentials
 */
export async function openSurroundings(caller: Caller): Promise<Surroundings | string> {
  const { cloudBase, missingCredentials } = await import('../cloudbase');
  const missing = missingCredentials();
  if (missing) return missing;
  const { cloudbaseStore } = await import('../ledger/cloudbaseStore');
  const { cloudbaseArchive } = await import('./cloudbaseArchive');
  const { cloudbaseBreaks } = await import('./cloudbaseBreaks');
  const app = cloudBase(caller);
  const database = app.database();
  return {
    store: cloudbaseStore(database),
    archive: cloudbaseArchive(database),
    breaks: cloudbaseBreaks(database),
    async tell(name, data, timeout) {
      // The SDK resolves some failures to `{code, message}` instead of rejecting.
      const { code } = (await app.callFunction({ name, data }, { timeout })) as { code?: string };
      if (code) throw Object.assign(new Error(code), { code });
    },
  };
}
