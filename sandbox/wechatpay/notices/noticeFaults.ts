import { FaultQueue } from '../../control/faultQueue';
import type { NoticeFlaw } from './notice';

export type NoticeFaultKind =
  /** Sent again although it was acknowledged, `copies` times (1). */
  | { readonly kind: 'duplicate'; readonly copies?: number }
  /** First sent this much later, in ms of the bank's clock. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Overtaken: sent after all others of its round, several such in reverse. */
  | { readonly kind: 'reorder' }
  /** Never sent. */
  | { readonly kind: 'drop' }
  /** The merchant's first answer does not arrive, so it is sent again. */
  | { readonly kind: 'lostAnswer' }
  /** A forged copy is there before the true one. */
  | { readonly kind: 'forge'; readonly flaw: NoticeFlaw };

export type NoticeFault = NoticeFaultKind & {
  /** Notifications of both kinds when absent. */
  readonly about?: 'share' | 'return';
  /** How many notifications it hits, default 1. */
  readonly times?: number;
};

/** Faults that wait for notifications to come into being. */
export type NoticeFaults = FaultQueue<NoticeFault, 'share' | 'return'>;

export function noNoticeFaults(): NoticeFaults {
  return new FaultQueue(({ about: aim }, about) => aim === undefined || aim === about);
}
