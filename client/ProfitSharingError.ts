import type { Advice } from '../shared/advice';
import type { Settlement } from '../shared/settlement';
import type { ViolationMessage } from '../shared/violations';
import { brandOf } from './brand';
import type { OperationName } from './generated/ProfitSharingClient';
import { masked, maskedText } from './masked';
import { Rejection } from './Rejection';

/** What is known of a failed call. */
export interface Failure {
  readonly operation: OperationName;
  readonly code: string;
  readonly description: string;
  readonly advice: Advice;
  readonly violations?: readonly ViolationMessage[] | undefined;
  readonly requestId?: string | undefined;
  readonly settlement?: Settlement | undefined;
  readonly reply?: unknown;
  readonly cause?: unknown;
}

const brand = brandOf('ProfitSharingError');

/** Kept beside the errors, because every property of an error is printed by one program or another. */
const replies = new WeakMap<object, unknown>();

/**
 * A call that did not succeed, be it the function's word: the function, WeChat Pay, or the platform between. `advice` says what is
 * safe to do next; while `advice.funds` is `unknown` the money may have moved. `instanceof` also recognises the errors of
 * another copy of this module. However it is printed or serialised, it shows no openid.
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
  readonly violations: readonly ViolationMessage[];
  /** The platform's id of the exchange, for support. */
  readonly requestId: string | undefined;
  /** What became of the money, where the reply says so. */
  readonly settlement: Settlement | undefined;
  /** What `callFunction` rejected with, where it did: its name, its code, and its message without openids. */
  override readonly cause: Error | undefined;

  constructor(failure: Failure) {
    const { operation, code, description, advice, violations = [], requestId, settlement, reply, cause } = failure;
    super(maskedText(`${operation}: ${code} ${description}`));
    this.operation = operation;
    this.code = maskedText(code);
    this.description = maskedText(description);
    this.advice = masked(advice) as Advice;
    this.violations = masked(violations) ?? [];
    this.requestId = requestId === undefined ? undefined : maskedText(requestId);
    this.settlement = settlement === undefined ? undefined : masked(settlement);
    const value = 'cause' in failure ? new Rejection(cause) : undefined;
    Object.defineProperty(this, 'cause', { value, enumerable: false });
    replies.set(this, reply);
    brand.mark(this);
  }

  /** What the function answered, untouched; it may hold openids that no log should keep. */
  get reply(): unknown {
    return replies.get(this);
  }

  static override [Symbol.hasInstance](value: unknown): value is ProfitSharingError {
    // biome-ignore lint/complexity/noThisInStatic: a derived class inherits this and means its own instances only.
    return this === ProfitSharingError ? brand.isOn(value) : Function.prototype[Symbol.hasInstance].call(this, value);
  }
}
