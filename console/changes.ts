import { Readable } from 'node:stream';
import type { HttpResponse } from '../sandbox';

/** Changes closer together than this make one event, in ms. */
const TOGETHER_MS = 60;

/** How soon a page comes back after the sandbox was away, in ms. */
const COME_BACK_MS = 500;

/** Sends every open page an event when something has changed; the page then reads a snapshot. */
export class Changes {
  readonly #listeners = new Set<Readable>();
  #pending: NodeJS.Timeout | undefined;

  /** Something has changed. */
  touch(): void {
    if (this.#listeners.size === 0 || this.#pending) return;
    this.#pending = setTimeout(() => {
      this.#pending = undefined;
      for (const listener of this.#listeners) listener.push('event: change\ndata: {}\n\n');
    }, TOGETHER_MS).unref();
  }

  /** A stream of server-sent events (html.spec.whatwg.org, 9.2), open until its reader leaves. */
  stream(): HttpResponse {
    const listener = new Readable({
      read: () => undefined,
      destroy: (error, done) => {
        this.#listeners.delete(listener);
        done(error);
      },
    });
    listener.push(`retry: ${COME_BACK_MS}\n\n`);
    this.#listeners.add(listener);
    return {
      status: 200,
      contentType: 'text/event-stream',
      headers: { 'cache-control': 'no-store' },
      body: Buffer.alloc(0),
      delayMs: 0,
      cut: 'none',
      stream: listener,
    };
  }
}
