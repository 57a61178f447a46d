import type { ProfitSharingError } from './ProfitSharingError';

/**
 * Whether the very same call, same number and same fields, may be made again without paying twice and with hope of
 * success. False for whatever should be queried or mended first, and for anything that is no {@link ProfitSharingError}.
 * Wait `error.advice.after_ms` before calling again, where it is given.
 */
export function isRetrySafe(error: unknown): boolean {
  if (!isProfitSharingError(error)) return false;
  const { retry, number, funds } = error.advice;
  const timely = retry === 'now' || retry === 'later';
  // With the funds in doubt only WeChat Pay's own promise about a repeated number protects the payer.
  return timely && number !== 'new' && (funds === 'unchanged' || (funds === 'unknown' && number === 'reuse'));
}

/** By name and not by class: a program may hold two copies of this module, one loaded by import and one by require. */
export function isProfitSharingError(error: unknown): error is ProfitSharingError {
  return error instanceof Error && error.name === 'ProfitSharingError' && 'advice' in error;
}
