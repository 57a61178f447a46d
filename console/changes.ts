import { Readable } from 'node:stream';
import type { HttpResponse } from '../sandbox';

/** News that come closer together than this are told once, in ms. */
const TOGETHER_MS = 60;

/** How soon a page comes back after the sandbox was away, in ms. */
const COME_BACK_MS = 500;

/** Tells every open page that something has changed; the page then asks what. */
export class Changes {
  readonly #listeners = new Set<Readable>();
  #told: NodeJS.Timeout | undefined;

  /** Something has changed. */
  touch(): void {
    if (this.#listeners.size === 0 || this.#told) return;
    this.#told = setTimeout(() => {
      this.#told = undefined;
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
