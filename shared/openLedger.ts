import type { Caller } from './caller';
import type { Config } from './config';
import type { Ledger } from './ledger/ledger';

/** The ledger of this function's environment; nothing when it is switched off. The SDK is loaded here. */
export async function openLedger(
  { ledger, onSettled }: Pick<Config, 'ledger' | 'onSettled'>,
  caller: Caller,
): Promise<Ledger | undefined> {
  if (ledger === 'off') return undefined;
  const { Ledger, unavailableStore: without, cloudbaseStore } = await import('./ledger');
  const { cloudBase, missingCredentials } = await import('./cloudbase');
  const missing = missingCredentials();
  if (missing) return new Ledger(without(missing));
  return new Ledger(cloudbaseStore(cloudBase(caller).database()), { notifies: onSettled !== undefined });
}
