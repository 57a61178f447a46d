import type { Clock } from '../clock';
import type { Deadline } from '../deadline';
import type { Ledger } from '../ledger/ledger';
import type { LedgerRecord } from '../ledger/record';
import { HttpError } from './HttpError';
import { matchesRecord } from './matchesRecord';
import type { Notice } from './notice';
import { outcomeOf } from './outcomeOf';

/** How long writing one outcome may take, in ms; after a crash the number is held back no longer than this. */
const LEASE_MS = 3000;

/** Pause between two looks at a number that somebody else is working on, in ms. */
const LOOK_AGAIN_MS = 100;

/**
 * Writes a notice into the ledger's record of its number, once: the record itself remembers the notice, so a delivery
 * that comes again after a crash finds it there. Answers the record, or nothing when the ledger has none that fits.
 * @throws {HttpError} 503 when the number is held by a sender until the deadline
 * @throws {LedgerDown}
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
    if (hold) return ledger.complete(hold, outcomeOf(hold.record, notice), deadline);
    if (deadline.leftMs <= LOOK_AGAIN_MS) throw new HttpError(503, 'the number is being sent');
    await clock.pause(LOOK_AGAIN_MS);
  }
}

/** A share and a return may carry the same number. Where the notice does not say which, the only one that fits counts. */
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
    .filter((record) => matchesRecord(record, { kind, ...notice }));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function isRecordedIn({ attempts }: LedgerRecord, { id }: Notice): boolean {
  return attempts.some(({ kind, outcome }) => kind === 'notice' && outcome?.requestId === id);
}
