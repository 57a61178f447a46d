import type { Database } from '../cloudbase';
import { asUnavailable, insertNew, unwrap } from '../ledger/cloudbaseStore';
import type { ReceiverRegister } from './receiverEntry';

/** The collection of the register; `npm run collections` creates it. */
export const COLLECTION = 'profit_sharing_receivers';

export function cloudbaseReceivers(database: Database): ReceiverRegister {
  const { command } = database;
  const receivers = database.collection(COLLECTION);
  return {
    async put(entry, ids) {
      const { _id, ...fields } = entry;
      const overwrite = async () => {
        const { updated } = await unwrap(receivers.where({ _id: command.in(ids) }).update(fields)).catch(asUnavailable);
        return updated !== undefined && updated > 0;
      };
      // Another invocation may have stored it since.
      if (!(await overwrite()) && !(await insertNew(receivers, entry))) await overwrite();
    },
  };
}
