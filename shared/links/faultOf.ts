import { HttpFault } from '../http';
import type { Sent } from './index';

/**
 * What a failed exchange over HTTP says about the request: that it never left, or only that nobody knows.
 * @throws whatever is no {@link HttpFault}, for it is a defect
 */
export function faultOf(error: unknown): Sent {
  if (!(error instanceof HttpFault)) throw error;
  if (error.stage === 'answer-too-large') return { kind: 'fault', code: 'BAD_ANSWER', detail: error.code };
  return { kind: 'fault', code: error.stage === 'before-send' ? 'NOT_SENT' : 'NO_ANSWER', detail: error.code };
}
