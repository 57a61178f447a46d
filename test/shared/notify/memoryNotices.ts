import { LedgerUnavailableError } from '../../../shared/ledger/store';
import type { NoticeRecord, NoticeStore } from '../../../shared/notify/noticeStore';

/** Notices in memory, with a switch for their outage. */
export class MemoryNotices implements NoticeStore {
  readonly records = new Map<string, NoticeRecord>();
  down: 'no' | 'yes' | 'for writing' = 'no';

  async has(id: string): Promise<boolean> {
    if (this.down === 'yes') throw new LedgerUnavailableError('outage');
    return this.records.has(id);
  }

  async insert(record: NoticeRecord): Promise<boolean> {
    if (this.down !== 'no') throw new LedgerUnavailableError('outage');
    if (this.records.has(record._id)) return false;
    this.records.set(record._id, structuredClone(record));
    return true;
  }
}
