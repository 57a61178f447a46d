import { HttpFault } from '../http';
import { type Fault, fault } from './link';

/**
 * What a failed exchange over HTTP says about the request: that it never left, or only that its fate is unknown.
 * @throws whatever is no {@link HttpFault}, for it is a defect
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof HttpFault)) throw error;
  if (error.stage === 'answer-too-large') return fault('BAD_ANSWER', error.code);
  return fault(error.stage === 'before-send' ? 'NOT_SENT' : 'NO_ANSWER', error.code);
}
