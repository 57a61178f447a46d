import type { Moment } from './moment';
import type { LedgerRecord } from './record';

/** Most that an instance's clock may differ from the database's, in ms. */
export const SKEW_MS = 5 * 60_000;

/** When a lease ends by the database's clock, at the latest; nothing when there is none. */
export function leaseEnd({ lease, leasedAt, attempts, updatedAt }: LedgerRecord): number | undefined {
  if (!lease) return undefined;
  if (lease.ms === undefined) return (lease.until ?? updatedAt) + SKEW_MS;
  if (typeof leasedAt === 'number') return leasedAt + lease.ms;
  const began = attempts.find(({ by }) => by === lease.by)?.at ?? updatedAt;
  return began + lease.ms + SKEW_MS;
}

/**
 * When the last sending ended by the database's clock, never too early, because "not found" frees a number by it; a
 * sender whose lease is over ended with it.
 */
export function sendsEnd(record: LedgerRecord): number {
  const { sendsEndedAt, attempts, lease, leasedAt, updatedAt } = record;
  const sends = attempts.filter(({ kind }) => kind === 'send');
  const leaseIsASend = lease !== undefined && attempts.some(({ by, kind }) => by === lease.by && kind === 'send');
  const isLegacy = lease !== undefined && lease.ms === undefined;
  const ends = [typeof sendsEndedAt === 'number' ? sendsEndedAt : 0];
  if (lease && (leaseIsASend || isLegacy)) ends.push(leaseEnd(record) ?? 0);
  // Older records hold times of instances only.
  if (sendsEndedAt === undefined && leasedAt === undefined) {
    ends.push(...sends.map(({ at, outcome }) => (outcome?.at ?? at) + SKEW_MS));
  }
  if (typeof sendsEndedAt === 'object') ends.push(updatedAt + SKEW_MS);
  return Math.max(...ends);
}

/** The same for a record to keep: what is not known yet is left to the database. */
export function sendsEndedAt(record: LedgerRecord): Moment {
  return typeof record.sendsEndedAt === 'object' ? record.sendsEndedAt : sendsEnd(record);
}
