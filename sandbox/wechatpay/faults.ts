import { FaultQueue } from '../control/faultQueue';

/** Whether the money has moved when the fault shows. */
export type Effect = 'before' | 'after';

/** `md5` is API v2's; an unknown key, a clock five minutes off and a body altered after signing are API v3's. */
export type SignatureFlaw = 'missing' | 'wrong' | 'md5' | 'unknownSerial' | 'stale' | 'altered';

/** How an answer lies that is as well signed as a true one. */
export const hostileAnswers = [
  /** No field at all. */
  'empty',
  /** The codes of success and no other field. */
  'successAlone',
  /** What another operation answers. */
  'otherOperation',
  'otherAmount',
  'otherAccount',
  /** One more line, to a stranger. */
  'extraLine',
  /** FINISHED without receivers. */
  'noLines',
  /** `result` is an object. */
  'objectResult',
] as const;

export type HostileAnswer = (typeof hostileAnswers)[number];

export type FaultKind =
  /** A business code instead of the answer; `message` defaults to the code. */
  | { readonly kind: 'code'; readonly code: string; readonly message?: string; readonly effect: Effect }
  /** return_code FAIL with return_msg and no code. */
  | { readonly kind: 'envelope'; readonly message: string; readonly effect?: Effect }
  /** The connection closes with no answer. */
  | { readonly kind: 'silence'; readonly effect: Effect }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Half an answer: a complete HTTP message around half a body (`whole`), or a connection that breaks inside it. */
  | { readonly kind: 'broken'; readonly effect: Effect; readonly connection?: 'whole' | 'cut' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly contentType?: string;
      readonly effect?: Effect;
    }
  /** A true answer with no signature, a wrong one, or (API v2) one by MD5. Links whose answers callers cannot check ignore it. */
  | { readonly kind: 'signature'; readonly flaw: SignatureFlaw; readonly effect: 'after' }
  /** A signed answer about something else than was asked: one number in it is another's. */
  | { readonly kind: 'otherAnswer'; readonly effect: 'after' }
  /** A well signed answer with these fields of its wire in place of the true ones, null taking one away; `alone`: with no others. */
  | {
      readonly kind: 'fields';
      readonly fields: Readonly<Record<string, unknown>>;
      readonly alone?: boolean;
      readonly effect: 'after';
    }
  /** A success, well signed, that does not say what the request asked for; the bank has carried it out, or never saw it. */
  | { readonly kind: 'hostile'; readonly answer: HostileAnswer; readonly effect: Effect }
  /** An error of the platform, not of WeChat Pay: {code, message, requestId}. */
  | { readonly kind: 'platform'; readonly code: string; readonly message: string; readonly effect?: Effect };

/** The fields of an answer as a fault of its fields changes them. */
export function withChanges(fault: Fault | undefined, fields: Record<string, unknown>): Record<string, unknown> {
  if (fault?.kind !== 'fields') return fields;
  const changed = Object.entries({ ...(fault.alone ? {} : fields), ...fault.fields });
  return Object.fromEntries(changed.filter(([, value]) => value !== null));
}

export type Fault = FaultKind & {
  /** The operation's CloudPay name; every API when absent. */
  readonly api?: string;
  /** How many calls it hits, default 1. */
  readonly times?: number;
};

/** Faults that wait for calls, which are known by their CloudPay name. */
export type Faults = FaultQueue<Fault, string>;

export function noFaults(): Faults {
  return new FaultQueue(({ api: aim }, api) => aim === undefined || aim === api);
}
