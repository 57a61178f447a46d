import type { Instance } from './instance';

/** One run of a function, inside of its process. */
export interface Run {
  readonly requestId: string;
  readonly functionName: string;
  /** Resolves when the process is gone. */
  readonly kill: () => Promise<void>;
}

/** How long the news of a connection may take longer than its first request, in ms. */
const newsMs = 100;
const lookAgainMs = 2;

/** Who is running, and which process a connection comes from: requests to WeChat Pay do not name their sender. */
export class Runs {
  readonly #running = new Map<Instance, Run>();
  /** The last process that reported it: ports are used again. */
  readonly #connected = new Map<string, Instance>();

  begin(instance: Instance, requestId: string, functionName: string): void {
    this.#running.set(instance, { requestId, functionName, kill: () => instance.crash() });
  }

  end(instance: Instance): void {
    this.#running.delete(instance);
  }

  /** @param connection as `Incoming.connection` names it */
  connected(connection: string, instance: Instance): void {
    this.#connected.set(connection, instance);
  }

  of(requestId: string | undefined): Run | undefined {
    return [...this.#running.values()].find((run) => run.requestId === requestId);
  }

  /** The run behind a connection; undefined when no function made it. The report of it may still be on its way. */
  async behind(connection: string): Promise<Run | undefined> {
    for (const giveUpAt = Date.now() + newsMs; Date.now() < giveUpAt; ) {
      const instance = this.#connected.get(connection);
      if (instance) return this.#running.get(instance);
      await new Promise((wake) => setTimeout(wake, lookAgainMs));
    }
    return undefined;
  }
}
