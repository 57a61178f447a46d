import type { Caller } from '../caller';
import type { Config } from '../config';
import { LedgerUnavailableError } from '../ledger/store';
import type { ReceiverRegister } from './receiverEntry';

/**
 * The register of receivers; nothing when the ledger is switched off.
 * @throws {LedgerUnavailableError} when there are no credentials
 */
export async function openRegister(
  { ledger }: Pick<Config, 'ledger'>,
  caller: Caller,
): Promise<ReceiverRegister | undefined> {
  if (ledger === 'off') return undefined;
  const { cloudBase, missingCredentials } = await import('../cloudbase');
  const missing = missingCredentials();
  if (missing) throw new LedgerUnavailableError(missing);
  const { cloudbaseReceivers } = await import('./cloudbaseReceivers');
  return cloudbaseReceivers(cloudBase(caller).database());
}
