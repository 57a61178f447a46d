import type { Text } from '../../shared/locale';

/** The function was not called, or did not answer; says why and what to do. */
export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(readonly says: Text) {
    super(says.en);
  }
}
