import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller, ContextShape } from './caller';
import { environ, environText } from './environ';
import { type Failure, failure, maxPayloadBytes } from './failures';
import { Instance } from './instance';
import type { CloudEnv, Invocation, Invoked } from './invocation';
import type { Invocations } from './invocations';
import { Pool } from './pool';
import type { Runs } from './runs';

/** Where a function lives and what it is given. */
export interface FunctionSpec {
  /** Folder with an `index.js` that exports `main`. */
  readonly dir: string;
  /** Time limit of one run in ms (the cloud: 1–900 s). */
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunnerOptions {
  readonly env: CloudEnv;
  readonly invocations: Invocations;
  readonly runs: Runs;
  /** Every folder in it is a function. */
  readonly functionsDir: string;
  /** Functions named one by one; they win over the folder. */
  readonly functions: Readonly<Record<string, FunctionSpec>>;
  /** Time limit of functions that have none of their own, in ms; 20 000 by default. */
  readonly functionLimitMs?: number | undefined;
  /** Warm instances of one function, at most. */
  readonly maxInstances: number;
  /** The form of the context, unless a call says otherwise. */
  readonly shape: ContextShape;
  /** Prints what the functions print. */
  readonly verbose: boolean;
  /** Where the SDKs send their requests, known once the server listens. */
  readonly adminUrl: () => string;
  /** Certificate authorities the functions trust besides the public ones: NODE_EXTRA_CA_CERTS. */
  readonly caFile?: () => string;
}

/** One call of a function. */
export interface Invoke {
  readonly name: string;
  /** The event as JSON text. */
  readonly event: string;
  readonly caller: Caller;
  readonly shape?: ContextShape;
}

const defaultTimeoutMs = 20_000;
const memoryLimitMb = 256;

/** Runs functions in processes of their own, as the function service does. */
export class Runner {
  readonly #pools = new Map<string, Pool>();
  readonly #vars = new Map<string, Readonly<Record<string, string>>>();
  readonly #clocks = new Map<string, readonly number[]>();
  /** Instances made so far, by function. */
  readonly #made = new Map<string, number>();

  constructor(private readonly options: RunnerOptions) {}

  async invoke(call: Invoke): Promise<Invoked> {
    const { invocations } = this.options;
    const invocation = invocations.begin(call.name, call.caller, call.event);
    let invoked: Invoked | undefined;
    try {
      invoked = await this.#run(invocation, call);
      return invoked;
    } finally {
      invocations.end(invocation, invoked);
    }
  }

  async #run(invocation: Invocation, { name, event, shape = this.options.shape }: Invoke): Promise<Invoked> {
    const { env, runs } = this.options;
    const { requestId } = invocation;
    const refuse = (reason: Failure): Invoked => ({ ok: false, requestId, logs: [], failure: reason });
    const spec = this.#spec(name);
    if (!spec) return refuse(failure('notFound', 'FunctionName parameter could not be found.'));
    if (Buffer.byteLength(event) > maxPayloadBytes) {
      return refuse(failure('eventTooLarge', 'The request event size exceeds the upper limit (6MB)'));
    }
    const pool = this.#pool(name, spec);
    const instance = await pool.take();
    if (!instance) return refuse(failure('exited', 'the sandbox has stopped'));
    try {
      runs.begin(instance, requestId, name);
      const values = environ(env, invocation);
      const answer = await instance.run({
        requestId,
        functionName: name,
        namespace: env.envId,
        event,
        environ: environText(values),
        environment: JSON.stringify(values),
        shape,
        timeLimitMs: spec.timeoutMs ?? this.options.functionLimitMs ?? defaultTimeoutMs,
        memoryLimitMb,
        maxReplyBytes: maxPayloadBytes,
      });
      return { requestId, ...answer };
    } finally {
      runs.end(instance);
      pool.give(instance);
    }
  }

  /** The folder a function lives in, if there is such a function. */
  folderOf(name: string): string | undefined {
    return this.#spec(name)?.dir;
  }

  /**
   * Replaces the variables set on one function (or on all, with `'*'`), as a change of configuration does: instances
   * start anew. A variable of the function wins over one of all functions.
   */
  setEnv(name: string, vars: Readonly<Record<string, string>>): void {
    this.#vars.set(name, { ...vars });
    for (const [owner, pool] of this.#pools) if (name === '*' || name === owner) pool.retire();
  }

  /**
   * Puts the wall clocks of a function's instances (of all functions with `'*'`) ahead of the machine's by these many ms,
   * or behind it: the first instance by the first number, and so on, in turn. Those already running are set at once.
   */
  setClocks(name: string, offsetsMs: readonly number[]): void {
    this.#clocks.set(name, [...offsetsMs]);
    for (const [owner, pool] of this.#pools) {
      if (name !== '*' && name !== owner) continue;
      for (const [index, instance] of pool.instances().entries()) instance.setClock(this.#offsetOf(owner, index));
    }
  }

  /** Instances start anew, as after a change of configuration. */
  restart(): void {
    for (const pool of this.#pools.values()) pool.retire();
  }

  stop(): void {
    for (const pool of this.#pools.values()) pool.stop();
  }

  #spec(name: string): FunctionSpec | undefined {
    if (Object.hasOwn(this.options.functions, name)) return this.options.functions[name];
    const dir = join(this.options.functionsDir, name);
    return /^[A-Za-z][\w-]{0,59}$/.test(name) && existsSync(join(dir, 'index.js')) ? { dir } : undefined;
  }

  #pool(name: string, spec: FunctionSpec): Pool {
    const known = this.#pools.get(name);
    if (known) return known;
    const print = (text: string): void => {
      if (this.options.verbose) process.stdout.write(`[${name}] ${text}`);
    };
    const pool = new Pool(this.options.maxInstances, () => {
      const connected = (connection: string): void => this.options.runs.connected(connection, instance);
      const made = this.#made.get(name) ?? 0;
      this.#made.set(name, made + 1);
      const told = { text: print, connected };
      const instance = new Instance(spec.dir, this.#processEnv(name, spec), told, this.#offsetOf(name, made));
      return instance;
    });
    this.#pools.set(name, pool);
    return pool;
  }

  #offsetOf(name: string, index: number): number {
    const offsets = this.#clocks.get(name) ?? this.#clocks.get('*') ?? [];
    return offsets[index % offsets.length] ?? 0;
  }

  #processEnv(name: string, spec: FunctionSpec): Record<string, string> {
    const { env, adminUrl, caFile } = this.options;
    return {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      // Functions run in UTC (docs.cloudbase.net/cloud-function/timezone) whatever the zone of this machine.
      TZ: 'UTC',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: env.region,
      SCF_NAMESPACE: env.envId,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl() }),
      ...(caFile && { NODE_EXTRA_CA_CERTS: caFile() }),
      ...spec.env,
      ...this.#vars.get('*'),
      ...this.#vars.get(name),
    };
  }
}
