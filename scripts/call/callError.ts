import type { Text } from '../../shared/locale';

/** The function was not called, or did not reply; says why and what to do. */
export class CallError extends Error {
  override readonly name = 'CallError';

  /** @param ran whether the function may have run all the same */
  constructor(
    readonly says: Text,
    readonly ran: 'no' | 'maybe' = 'no',
  ) {
    super(says.en);
  }
}

/** The exit code for a call without a reply: 2 where the function certainly did not run, 3 where it may have. */
export function exitCodeOf(error: unknown): number {
  return error instanceof CallError && error.ran === 'maybe' ? 3 : 2;
}
