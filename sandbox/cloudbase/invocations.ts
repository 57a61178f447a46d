import { randomBytes, randomUUID } from 'node:crypto';
import type { Caller } from './caller';
import type { Invocation, Invoked } from './invocation';

/** Is called at the beginning of every run, with the event as JSON text, and at its end. */
export interface RunWatch {
  began(invocation: Invocation, event: string): void;
  /** @param invoked undefined when the sandbox itself failed */
  ended(invocation: Invocation, invoked: Invoked | undefined): void;
}

// No '=' in any of them: the platform's bootstrap cuts values at a second one (see environ.ts).
const secret = (bytes: number): string => randomBytes(bytes).toString('hex');

/** The invocations under way. Keys and tokens die with their invocation. */
export class Invocations {
  readonly #running = new Map<string, Invocation>();

  constructor(private readonly watch?: RunWatch) {}

  begin(functionName: string, caller: Caller, event: string): Invocation {
    const invocation: Invocation = {
      requestId: randomUUID(),
      functionName,
      caller,
      secretId: `AKID${secret(16)}`,
      secretKey: secret(20),
      sessionToken: secret(32),
      ...(caller.token && { apiToken: secret(24) }),
    };
    this.#running.set(invocation.secretId, invocation);
    this.watch?.began(invocation, event);
    return invocation;
  }

  end(invocation: Invocation, invoked: Invoked | undefined): void {
    this.#running.delete(invocation.secretId);
    this.watch?.ended(invocation, invoked);
  }

  /** The run whose temporary keys signed a request of the admin API. */
  signedBy(authorization: string | undefined): Invocation | undefined {
    const [, secretId = ''] = /\bCredential=([^/,\s]+)/.exec(authorization ?? '') ?? [];
    return this.bySecretId(secretId);
  }

  bySecretId(secretId: string): Invocation | undefined {
    return this.#running.get(secretId);
  }
}
