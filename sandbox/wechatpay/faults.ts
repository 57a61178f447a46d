import type { Readable } from 'node:stream';

/** What a wire hands to the HTTP door, which obeys it to the letter. */
export interface Delivery {
  readonly status: number;
  readonly contentType: string;
  /** The whole body, also when it is to be cut. */
  readonly body: Buffer;
  /** Wait this long before answering, in ms. */
  readonly delayMs: number;
  /** Close the connection with no answer, or in the middle of the announced body; or keep it open and `never` answer. */
  readonly cut: 'none' | 'before-answer' | 'mid-body' | 'never';
  readonly headers?: Record<string, string>;
  /** Instead of the body, where it goes on for as long as somebody listens. */
  readonly stream?: Readable;
}

/** Whether the money has moved when the fault shows. */
export type Effect = 'before' | 'after';

/** `md5` is API v2's; a key nobody knows, a clock five minutes off and a body altered after signing are API v3's. */
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
  /** FINISHED, and nobody received. */
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
  /** A success, well signed, that does not say what the request asked for; the bank has carried it out, or never saw it. */
  | { readonly kind: 'hostile'; readonly answer: HostileAnswer; readonly effect: Effect }
  /** An error of the platform, not of WeChat Pay: {code, message, requestId}. */
  | { readonly kind: 'platform'; readonly code: string; readonly message: string; readonly effect?: Effect };

export type Fault = FaultKind & {
  /** The operation's CloudPay name; every API when absent. */
  readonly api?: string;
  /** How many calls it hits, default 1. */
  readonly times?: number;
};

/** Faults waiting for their calls, first in, first served. */
export class Faults {
  #waiting: { readonly fault: Fault; left: number }[] = [];

  inject(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Takes the fault that hits this call, if any. */
  next(api: string): Fault | undefined {
    const hit = this.#waiting.find(({ fault }) => fault.api === undefined || fault.api === api);
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== hit);
    return hit.fault;
  }

  /** Those still waiting, `times` being what is left. */
  list(): Fault[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  clear(): void {
    this.#waiting = [];
  }
}
