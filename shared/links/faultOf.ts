import { HttpFault } from '../http';
import { type Fault, fault } from './link';

/** A failed exchange over HTTP as a fault. @throws whatever is no {@link HttpFault}: it is a defect */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof HttpFault)) throw error;
  if (error.stage === 'answer-too-large') return fault('BAD_ANSWER', error.code);
  return fault(error.stage === 'before-send' ? 'NOT_SENT' : 'NO_ANSWER', error.code);
}
