import { beijingStamp } from './beijingTime';
import type { State } from './state';

/** WeChat's own numbers start with the kind of record: 42 payment, 30 share or return, 36 receiver line, 50 refund. */
const shapes = {
  transaction: { prefix: '4200', length: 28 },
  share: { prefix: '3000', length: 30 },
  detail: { prefix: '3600', length: 36 },
  refund: { prefix: '5030', length: 28 },
} as const;

/** The next number of a kind: digits only, unique, and the same in every run with the same history. */
export function nextId(state: State, kind: keyof typeof shapes): string {
  const { prefix, length } = shapes[kind];
  state.serial += 1;
  const head = prefix + beijingStamp(state.now).slice(0, 8);
  return head + String(state.serial).padStart(length - head.length, '0');
}
