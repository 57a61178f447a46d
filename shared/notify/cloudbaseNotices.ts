import type { Database } from '../cloudbase';
import { asDown, isDuplicate, rethrow, told } from '../ledger/cloudbaseStore';
import type { NoticeStore } from './noticeStore';

/** The collection of notifications; `npm run collections` creates it. */
const COLLECTION = 'profit_sharing_notices';

/** Notifications in the CloudBase database of the function's own environment. */
export function cloudbaseNotices(database: Database): NoticeStore {
  const collection = database.collection(COLLECTION);
  return {
    async has(id) {
      const { data } = await told(collection.where({ _id: id }).limit(1).get()).catch(rethrow);
      return data?.[0] !== undefined;
    },

    async insert(record) {
      try {
        await told(collection.add(record));
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw asDown(error);
      }
    },
  };
}
