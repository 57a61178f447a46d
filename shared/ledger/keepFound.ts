import { claimIn } from '../claim';
import type { AnswerFields, RequestFields } from '../contract';
import type { Deadline } from '../deadline';
import type { Operation } from '../operation';
import { settlementFor } from '../settlement';
import { text } from '../text';
import { type Channel, calledBy, linkFamily } from './channel';
import type { Ledger } from './ledger';
import { isOpen, type LedgerRecord } from './record';

/** How long writing what was found may take, in ms; after a crash the number is held back no longer than this. */
const LEASE_MS = 3000;

/** Where a query finds the record of what it asked about: merchant, family and number. */
function idOf({ settles }: Pick<Operation, 'settles'>, request: RequestFields): string {
  const [family, number] = settles === 'return' ? ['return', request.out_return_no] : ['share', request.out_order_no];
  return `${text(request.sub_mch_id) || 'own'}:${family}:${text(number)}`;
}

/**
 * Holds the end that a caller's query found against the record of the number, and writes it there if the record is still
 * open. A record that another invocation holds is left to that one.
 * @param answer says that nothing changes any more
 * @returns the first field in which the answer is not about the recorded request; nothing where it is, or there is none
 * @throws {LedgerUnavailableError}
 */
export async function keepFound(
  ledger: Ledger,
  operation: Pick<Operation, 'settles'>,
  request: RequestFields,
  answer: AnswerFields,
  channel: Channel,
  deadline: Deadline,
): Promise<string | undefined> {
  const record = await ledger.read(idOf(operation, request), deadline);
  if (!record || !sees(channel, record)) return undefined;
  const { verdict, settlement } = settlementFor(claimIn(record, ledger.keys), answer);
  // A refused number may have been used again, without this ledger and for other money.
  if (verdict.kind === 'differs') return record.state === 'refused' ? undefined : verdict.field;
  if (!isOpen(record.state) && record.state !== 'refused') return undefined;
  if (!settlement || isOpen(settlement.state)) return undefined;
  const hold = await ledger.acquire(record, 'query', LEASE_MS, deadline);
  if (!hold) return undefined;
  const order_id = text(answer.order_id);
  const learned = order_id === '' ? {} : { order_id };
  await ledger.complete(hold, { state: settlement.state, settlement, learned, conclusive: true }, deadline);
  return undefined;
}

/** Another merchant number, or links of another family, would find another payment under the same number. */
function sees(channel: Channel, { link, payload }: LedgerRecord): boolean {
  return linkFamily(channel.link) === linkFamily(link) && payload.PROFIT_SHARING_LINK === calledBy(channel);
}
