import type { Caller } from './caller';
import type { Config } from './config';
import { Ledger } from './ledger';
import { LedgerDown, type Store } from './ledger/store';

/**
 * The ledger of this function's own environment, speaking for this caller; nothing when it is switched off. The SDK it
 * needs is read from disk here and, on the links that carry their own keys, nowhere else.
 */
export async function openTheLedger(
  { ledger, onSettled }: Pick<Config, 'ledger' | 'onSettled'>,
  caller: Caller,
): Promise<Ledger | undefined> {
  if (ledger === 'off') return undefined;
  const { cloudBase, hasCredentials } = await import('./cloudbase');
  if (!hasCredentials()) return new Ledger(without('TENCENTCLOUD_SECRETID / TENCENTCLOUD_SECRETKEY'));
  const { cloudbaseStore } = await import('./ledger/cloudbaseStore');
  return new Ledger(cloudbaseStore(cloudBase(caller).database()), { announces: onSettled !== undefined });
}

/** A store that cannot be reached, because something is missing. */
function without(missing: string): Store {
  const down = async () => {
    throw new LedgerDown(missing);
  };
  return { insert: down, read: down, replace: down, due: down };
}
