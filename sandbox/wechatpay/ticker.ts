import type { WeChatPay } from './weChatPay';

/** How often a running clock is looked at, in ms: what falls due between two calls happens this much later at most. */
const EVERY_MS = 200;

/**
 * Lets a running clock of the bank do by itself what falls due, and sends the notifications of it.
 * @returns a function that ends it
 */
export function startTicker({ bank, notices }: Pick<WeChatPay, 'bank' | 'notices'>): () => void {
  if (bank.clock.speed() === 0) return () => undefined;
  const timer = setInterval(() => {
    bank.clock.now();
    void notices.deliver();
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}
