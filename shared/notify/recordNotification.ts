import type { Clock } from '../clock';
import type { Deadline } from '../deadline';
import type { Ledger } from '../ledger/ledger';
import type { LedgerRecord } from '../ledger/record';
import { HttpError } from './HttpError';
import { matchesRecord } from './matchesRecord';
import type { Notice } from './notice';
import { outcomeOfNotice } from './outcomeOfNotice';

/** How long writing one outcome may take, in ms. */
const LEASE_MS = 3000;

/** Pause between two reads of a number that another process holds, in ms. */
const LOOK_AGAIN_MS = 100;

/**
 * Writes a notice into the ledger record of its number, once: the record remembers it, so a repeated delivery finds it
 * there.
 * @returns the record, or nothing when none matches
 * @throws {HttpError} 503 when a sender holds the number until the deadline
 * @throws {LedgerUnavailableError}
 */
export async function recordNotification(
  notice: Notice,
  ledger: Ledger,
  clock: Clock,
  deadline: Deadline,
): Promise<LedgerRecord | undefined> {
  for (;;) {
    const record = await recordOf(notice, ledger, deadline);
    if (!record || isRecordedIn(record, notice)) return record;
    const hold = await ledger.acquire(record, 'notice', LEASE_MS, deadline);
    if (hold) return ledger.complete(hold, outcomeOfNotice(hold.record, notice, ledger.keys), deadline);
    if (deadline.leftMs <= LOOK_AGAIN_MS) throw new HttpError(503, 'the number is being sent');
    await clock.pause(LOOK_AGAIN_MS);
  }
}

/** A share and a return may have the same number; if the notice does not tell which, the only match counts. */
async function recordOf(
  { kind, ...notice }: Notice,
  ledger: Ledger,
  deadline: Deadline,
): Promise<LedgerRecord | undefined> {
  if (kind === 'other') return undefined;
  const families = kind === 'unsaid' ? ['share', 'return'] : [kind];
  const ids = families.map((family) => `${notice.payer.merchant}:${family}:${notice.number}`);
  const found = await Promise.all(ids.map((id) => ledger.read(id, deadline)));
  const fitting = found
    .filter((record) => record !== undefined)
    .filter((record) => matchesRecord(record, { kind, ...notice }, ledger.keys));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isRecordedIn({ attempts }: LedgerRecord, { id }: Notice): boolean {
  return attempts.some(({ kind, outcome }) => kind === 'notice' && outcome?.requestId === id);
}
