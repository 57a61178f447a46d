import { isOpen, type LedgerRecord } from '../../shared/ledger/record';
import type { LinkName } from '../../shared/operation';
import type { Fields } from '../conformance/harness';
import { must } from './discrepancy';
import { areOneFamily } from './linkChanges';
import type { Market } from './market';

const FIELD: Readonly<Record<string, string>> = {
  profitSharing: 'share:out_order_no',
  multiProfitSharing: 'share:out_order_no',
  profitSharingFinish: 'share:out_order_no',
  profitSharingReturn: 'return:out_return_no',
};

/**
 * An open number was not sent over another family of links than the one it went over first: there it would be another
 * payment. Families that the sandbox lets see each other's numbers need not do so in reality.
 * @param records as they were before the calls, and `calls` how many had arrived by then
 * @throws {Discrepancy}
 */
export function staysWithItsFamily({ sandbox }: Market, records: readonly LedgerRecord[], calls: number): void {
  const open = new Map(
    records.filter(({ state }) => isOpen(state)).map((each) => [`${each.family}:${each.number}`, each]),
  );
  const log = sandbox.world.calls;
  const kept = log.list();
  for (const { api, link, request } of kept.slice(Math.max(0, kept.length - (log.total - calls)))) {
    const [family, field = ''] = FIELD[api]?.split(':') ?? [];
    const record = open.get(`${family}:${(request as Fields)[field]}`);
    const stays = !record || areOneFamily(record.link, link as LinkName);
    must(stays, 'an open number was sent over another family of links', record, link, request);
  }
}
