import { type ChildProcess, spawn } from 'node:child_process';

/** What a command printed, on both streams, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export interface Environment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What is typed into it. */
  readonly input?: string;
}

function start(line: string, { cwd, env, input = '' }: Environment): { child: ChildProcess; printed: () => string } {
  // A group of its own: a command is several processes, and all of them have to end with it.
  const child = spawn('bash', ['-c', line], { cwd, env: { ...env }, detached: true });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  // A command that reads nothing may be over before it was written to.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return { child, printed: () => output };
}

/** A command that takes longer hangs, in ms. */
const LIMIT_MS = 600_000;

/** Runs a command line to its end, as at a terminal. One that hangs is killed, and has no code. */
export function bash(line: string, environment: Environment): Promise<Ended> {
  const { child, printed } = start(line, environment);
  const hangs = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), LIMIT_MS);
  return new Promise((done) =>
    child.on('close', (code) => {
      clearTimeout(hangs);
      done({ code, output: printed() });
    }),
  );
}

/** A command that runs until it is stopped. */
export interface Running {
  readonly output: string;
  /** Interrupts it as Ctrl-C does. */
  stop(): Promise<Ended>;
}

/** Starts a command line and waits until it has printed this. Rejects when it ends before. */
export function bashUntil(words: RegExp, line: string, environment: Environment): Promise<Running> {
  const { child, printed } = start(line, environment);
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, output: printed() })));
  const stop = () => {
    if (child.pid) process.kill(-child.pid, 'SIGINT');
    return ended;
  };
  return new Promise((ready, refuse) => {
    child.stdout?.on('data', () => words.test(printed()) && ready({ output: printed(), stop }));
    void ended.then(({ output }) => refuse(new Error(`${line} ended:\n${output}`)));
  });
}
