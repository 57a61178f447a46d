import type { Advice } from '../shared/errors';
import type { Settlement } from '../shared/settlement';
import type { WordedViolation } from '../shared/violations';
import type { OperationName } from './generated/ProfitSharingClient';

/** What is known of a failed call. */
export interface Failure {
  readonly operation: OperationName;
  readonly code: string;
  readonly description: string;
  readonly advice: Advice;
  readonly violations?: readonly WordedViolation[] | undefined;
  readonly requestId?: string | undefined;
  readonly settlement?: Settlement | undefined;
  readonly reply?: unknown;
  readonly cause?: unknown;
}

/**
 * A call that did not succeed, whoever says so: the function, WeChat Pay, or the platform between. `advice` says what is
 * safe to do next; while `advice.funds` is `unknown` the money may have moved.
 */
export class ProfitSharingError extends Error {
  override readonly name = 'ProfitSharingError';
  readonly operation: OperationName;
  /** The reply's `err_code`, or the client's own: `NO_ANSWER`, `BAD_ANSWER`, `FUNCTION_NOT_FOUND`. */
  readonly code: string;
  /** The reply's `err_code_des`. */
  readonly description: string;
  readonly advice: Advice;
  /** What is wrong with the request, field by field; empty unless the request itself was refused. */
  readonly violations: readonly WordedViolation[];
  /** The platform's id of the exchange, for support. */
  readonly requestId: string | undefined;
  /** What became of the money, where the reply says so. */
  readonly settlement: Settlement | undefined;
  /** What the function answered, untouched; not enumerable, because it may hold openids that no log should keep. */
  readonly reply: unknown;
  /** What `callFunction` rejected with, where it did; not enumerable. */
  override readonly cause: unknown;

  constructor(failure: Failure) {
    const { operation, code, description, advice, violations = [], requestId, settlement, reply, cause } = failure;
    super(`${operation}: ${code} ${description}`);
    this.operation = operation;
    this.code = code;
    this.description = description;
    this.advice = advice;
    this.violations = violations;
    this.requestId = requestId;
    this.settlement = settlement;
    Object.defineProperty(this, 'reply', { value: reply, enumerable: false });
    Object.defineProperty(this, 'cause', { value: cause, enumerable: false });
  }
}
