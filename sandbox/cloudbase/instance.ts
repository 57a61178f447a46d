import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ContextShape } from './caller';
import { type Failure, failure } from './failures';

/** What one request sends into an instance. */
export interface InstanceRequest {
  readonly requestId: string;
  readonly functionName: string;
  readonly namespace: string;
  /** The event as JSON text. */
  readonly event: string;
  readonly environ: string;
  readonly environment: string;
  readonly shape: ContextShape;
  readonly timeLimitMs: number;
  readonly memoryLimitMb: number;
  readonly maxReplyBytes: number;
}

type Outcome = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly failure: Failure };

/** The handler's reply as JSON text, or how it failed; plus the lines printed meanwhile. */
export type InstanceAnswer = Outcome & { readonly logs: readonly string[] };

type Answered =
  | { readonly type: 'reply'; readonly requestId: string; readonly text: string }
  | {
      readonly type: 'failed';
      readonly requestId: string;
      readonly errorMessage: string;
      readonly stackTrace: string;
      readonly fatal?: boolean;
    }
  | { readonly type: 'oversized'; readonly requestId: string };

type Message =
  | { readonly type: 'ready' }
  | { readonly type: 'log'; readonly text: string }
  | { readonly type: 'connected'; readonly connection: string }
  | Answered;

/** Is called with what an instance reports while it runs. */
export interface InstanceWatch {
  /** Everything the function prints. */
  readonly text: (text: string) => void;
  /** A connection the function has made, as its two ports: `<its>-<the other side's>`. */
  readonly connected: (connection: string) => void;
}

interface Running {
  readonly request: InstanceRequest;
  readonly settle: (outcome: Outcome) => void;
}

function outcomeOf(message: Answered): Outcome {
  if (message.type === 'reply') return { ok: true, text: message.text };
  if (message.type === 'failed') {
    return { ok: false, failure: failure('threw', message.errorMessage, message.stackTrace) };
  }
  return { ok: false, failure: failure('replyTooLarge', 'The size of response exceeds the upper limit (6MB)') };
}

/** The function service gives an instance 65 s to load by default; less is plenty on one machine. */
const loadLimitMs = 30_000;

/** One warm process of one function. It takes one request at a time, as event functions do. */
export class Instance {
  readonly #child: ChildProcess;
  readonly #watch: InstanceWatch;
  #ready = false;
  #dead = false;
  #running: Running | undefined;
  #timer: NodeJS.Timeout | undefined;
  #logs: string[] = [];

  /**
   * @param env the whole environment of the process: nothing of ours leaks into it
   * @param clockOffsetMs how far its wall clock is ahead of the machine's, in ms
   */
  constructor(dir: string, env: Readonly<Record<string, string>>, watch: InstanceWatch, clockOffsetMs = 0) {
    this.#watch = watch;
    // execArgv must not be inherited: a TypeScript loader of ours would change how the function runs.
    this.#child = fork(join(__dirname, 'bootstrap.cjs'), [String(clockOffsetMs)], {
      cwd: dir,
      env: { ...env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#log(chunk.toString('utf8')));
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#log(chunk.toString('utf8')));
    this.#child.on('message', (message) => this.#receive(message as Message));
    this.#child.on('error', (error) => this.#log(`${error.message}\n`));
    this.#child.on('exit', (code, signal) => {
      this.#dead = true;
      this.#settle({
        ok: false,
        failure: failure('exited', `user process exited before it answered (${signal ?? `code ${code}`})`),
      });
    });
  }

  /** False once the process is gone or is being killed. */
  get alive(): boolean {
    return !this.#dead;
  }

  /** Runs one request to its end: reply, failure, or the function's time limit, at which the process is killed. */
  run(request: InstanceRequest): Promise<InstanceAnswer> {
    this.#logs = [];
    return new Promise((resolve) => {
      this.#running = { request, settle: (outcome) => resolve({ ...outcome, logs: this.#logs }) };
      if (this.#dead) this.#settle({ ok: false, failure: failure('exited', 'user process is gone') });
      else if (this.#ready) this.#start(request);
      else this.#limit(loadLimitMs, `Initializing function timed out after ${loadLimitMs / 1000} seconds`);
    });
  }

  /** Sets the wall clock of the process, in ms ahead of the machine's: before the next request, or within this one. */
  setClock(offsetMs: number): void {
    if (this.#dead) return;
    // A process that dies meanwhile needs no clock.
    this.#child.send({ type: 'clock', offsetMs }, () => undefined);
  }

  kill(): void {
    this.#dead = true;
    this.#child.kill('SIGKILL');
  }

  /** Kills the process, and waits until it is gone. */
  async crash(): Promise<void> {
    const { exitCode, signalCode } = this.#child;
    const gone = exitCode === null && signalCode === null ? once(this.#child, 'exit') : undefined;
    this.kill();
    await gone;
  }

  #start(request: InstanceRequest): void {
    this.#limit(request.timeLimitMs, `Invoking task timed out after ${request.timeLimitMs / 1000} seconds`);
    this.#child.send(request, (error) => {
      if (error) this.#settle({ ok: false, failure: failure('exited', error.message) });
    });
  }

  #limit(ms: number, message: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.kill();
      this.#settle({ ok: false, failure: failure('timedOut', message) });
    }, ms);
  }

  #receive(message: Message): void {
    if (message.type === 'log') {
      this.#log(message.text);
    } else if (message.type === 'connected') {
      this.#watch.connected(message.connection);
    } else if (message.type === 'ready') {
      this.#ready = true;
      if (this.#running) this.#start(this.#running.request);
    } else if (message.requestId === this.#running?.request.requestId) {
      if (message.type === 'failed' && message.fatal) this.kill();
      this.#settle(outcomeOf(message));
    }
  }

  #log(text: string): void {
    this.#watch.text(text);
    this.#logs.push(...text.split('\n').filter((line) => line !== ''));
  }

  #settle(outcome: Outcome): void {
    clearTimeout(this.#timer);
    const running = this.#running;
    this.#running = undefined;
    running?.settle(outcome);
  }
}
