import type { LoggedCall } from '../../sandbox/wechatpay/callLog';
import { isOpen, type LedgerRecord } from '../../shared/ledger/record';
import type { LinkName } from '../../shared/operation';
import type { Fields } from '../conformance/harness';
import { must } from './discrepancy';
import { areOneFamily } from './linkChanges';

type Family = LedgerRecord['family'];

interface Asked {
  readonly family: Family;
  readonly field: string;
}

const share: Asked = { family: 'share', field: 'out_order_no' };
const returning: Asked = { family: 'return', field: 'out_return_no' };

const SENDS: ReadonlyMap<string, Asked> = new Map([
  ['profitSharing', share],
  ['multiProfitSharing', share],
  ['profitSharingFinish', share],
  ['profitSharingReturn', returning],
]);

const QUERIES: ReadonlyMap<string, Asked> = new Map([
  ['profitSharingQuery', share],
  ['profitSharingReturnQuery', returning],
]);

type Numbered = Pick<LedgerRecord, 'family' | 'number' | 'link' | 'state'>;

/**
 * An open number was not sent over another family of links than the one it went over first: there it would be another
 * payment. Families that the sandbox lets see each other's numbers need not do so in reality. A number is open no longer
 * once a query over its own family was answered "not found".
 * @param records as they were before the calls
 * @param calls that arrived since, in their order
 * @throws {Discrepancy}
 */
export function staysWithItsFamily(records: readonly Numbered[], calls: readonly LoggedCall[]): void {
  const open = new Map(records.filter(({ state }) => isOpen(state)).map((each) => [keyOf(each), each]));
  for (const call of calls) {
    const queried = recordOf(call, QUERIES, open);
    if (queried && isNotFound(call) && areOneFamily(queried.link, call.link as LinkName)) open.delete(keyOf(queried));
    const sent = recordOf(call, SENDS, open);
    const stays = !sent || areOneFamily(sent.link, call.link as LinkName);
    must(stays, 'an open number was sent over another family of links', sent, call.link, call.request);
  }
}

const keyOf = ({ family, number }: Pick<Numbered, 'family' | 'number'>) => `${family}:${number}`;

function recordOf(
  { api, request }: LoggedCall,
  operations: ReadonlyMap<string, Asked>,
  open: ReadonlyMap<string, Numbered>,
): Numbered | undefined {
  const asked = operations.get(api);
  return asked && open.get(`${asked.family}:${(request as Fields)[asked.field]}`);
}

const isNotFound = ({ outcome }: LoggedCall) =>
  [outcome.code, outcome.err_code, outcome.error_code].some((code) => /NOT_EXIST/.test(String(code)));
