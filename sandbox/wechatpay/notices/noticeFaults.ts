import type { NoticeFlaw } from './notice';

export type NoticeFaultKind =
  /** Told again although it was acknowledged, `copies` times (1). */
  | { readonly kind: 'duplicate'; readonly copies?: number }
  /** First told this much later, in ms of the bank's clock. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Overtaken: told after all others of its round, several such in reverse. */
  | { readonly kind: 'reorder' }
  /** Never told. */
  | { readonly kind: 'drop' }
  /** The merchant's first answer does not arrive, so it is told again. */
  | { readonly kind: 'lostAnswer' }
  /** A forged copy is there before the true one. */
  | { readonly kind: 'forge'; readonly flaw: NoticeFlaw };

export type NoticeFault = NoticeFaultKind & {
  /** Notifications of both kinds when absent. */
  readonly about?: 'share' | 'return';
  /** How many notifications it hits, default 1. */
  readonly times?: number;
};

/** Faults waiting for notifications to come into being, first in, first served. */
export class NoticeFaults {
  #waiting: { readonly fault: NoticeFault; left: number }[] = [];

  inject(fault: NoticeFault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  next(about: 'share' | 'return'): NoticeFault | undefined {
    const hit = this.#waiting.find(({ fault }) => fault.about === undefined || fault.about === about);
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.#waiting = this.#waiting.filter((other) => other !== hit);
    return hit.fault;
  }

  /** Those still waiting, `times` being what is left. */
  list(): NoticeFault[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, times: left }));
  }

  clear(): void {
    this.#waiting = [];
  }
}
