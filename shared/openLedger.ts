import type { Caller } from './caller';
import type { Config } from './config';
import type { Ledger } from './ledger/ledger';

/** The ledger of this function's environment; nothing when it is switched off. The SDK is loaded here. */
export async function openLedger(
  { ledger, ledgerKeys, onSettled }: Pick<Config, 'ledger' | 'ledgerKeys' | 'onSettled'>,
  caller: Caller,
): Promise<Ledger | undefined> {
  if (ledger === 'off') return undefined;
  const { Ledger, unavailableStore: without, cloudbaseStore, accountKeysOf } = await import('./ledger');
  const { cloudBase, missingCredentials } = await import('./cloudbase');
  const missing = missingCredentials();
  if (missing) return new Ledger(without(missing));
  const options = { notifies: onSettled !== undefined, keys: accountKeysOf(ledgerKeys) };
  return new Ledger(cloudbaseStore(cloudBase(caller).database()), options);
}
