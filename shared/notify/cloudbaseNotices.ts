import type { Database } from '../cloudbase';
import { insertNew, readById } from '../ledger/cloudbaseStore';
import type { NoticeStore } from './noticeStore';

/** The collection of notifications; `npm run collections` creates it. */
const COLLECTION = 'profit_sharing_notices';

export function cloudbaseNotices(database: Database): NoticeStore {
  const collection = database.collection(COLLECTION);
  return {
    has: async (id) => (await readById(collection, id)) !== undefined,
    insert: (record) => insertNew(collection, record),
  };
}
