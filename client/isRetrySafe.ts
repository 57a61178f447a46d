import type { Advice } from '../shared/advice';
import { ProfitSharingError } from './ProfitSharingError';

/**
 * Whether the very same call, same number and same fields, may be made again without paying twice and with hope of
 * success. False for whatever should be queried or mended first, and for anything that is no {@link ProfitSharingError}.
 * Never throws. Wait `error.advice.after_ms` before calling again, where it is given.
 */
export function isRetrySafe(error: unknown): boolean {
  try {
    return error instanceof ProfitSharingError && isSafe(error.advice);
  } catch {
    return false;
  }
}

function isSafe({ retry, number, funds }: Advice): boolean {
  const timely = retry === 'now' || retry === 'later';
  // With the funds in doubt only WeChat Pay's own promise about a repeated number protects the payer.
  return timely && number !== 'new' && (funds === 'unchanged' || (funds === 'unknown' && number === 'reuse'));
}
