import type { Caller } from '../caller';
import type { Config } from '../config';
import type { RequestFields } from '../contract';
import type { Deadline } from '../deadline';
import { accountKeysOf } from '../ledger/accountKeys';
import { LedgerUnavailableError } from '../ledger/store';
import type { Operation } from '../operation';
import type { openRegister } from './openRegister';
import { receiverEntry } from './receiverEntry';

/**
 * Writes a receiver that WeChat Pay has added or removed into the register.
 * @param now epoch ms
 * @throws {LedgerUnavailableError} when that is not done by the deadline
 */
export async function keepReceiver(
  operation: Operation,
  request: RequestFields,
  config: Config,
  caller: Caller,
  now: number,
  deadline: Deadline,
  open: typeof openRegister,
): Promise<void> {
  const register = await open(config, caller);
  const { entry, ids } = receiverEntry(operation, request, config, accountKeysOf(config.ledgerKeys), now);
  await deadline.race(
    async () => register?.put(entry, ids),
    () => new LedgerUnavailableError('TIMEOUT'),
  );
}
