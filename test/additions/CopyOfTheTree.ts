import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LEFT_OUT = new Set(['.git', 'dist', 'coverage', 'node_modules']);

/** A copy of the sources that a test may change, with the tools of this checkout. */
export class CopyOfTheTree {
  readonly #root = mkdtempSync(join(tmpdir(), 'additions-'));

  constructor() {
    for (const name of readdirSync('.')) {
      if (!LEFT_OUT.has(name)) cpSync(name, this.path(name), { recursive: true });
    }
    symlinkSync(join(process.cwd(), 'node_modules'), this.path('node_modules'), 'junction');
  }

  path(file: string): string {
    return join(this.#root, file);
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  /** Replaces text that must be there, everywhere in a file. */
  replace(file: string, what: string, by: string): void {
    const text = readFileSync(this.path(file), 'utf8');
    if (!text.includes(what)) throw new Error(`${file} does not hold ${what}`);
    this.write(file, text.replaceAll(what, by));
  }

  /** Copies a file or folder of the copy, under another word wherever the first one stands in its files. */
  repeat(from: string, to: string, what: string, by: string): void {
    cpSync(this.path(from), this.path(to), { recursive: true });
    const files = from.endsWith('.ts') ? [to] : readdirSync(this.path(to)).map((name) => join(to, name));
    for (const file of files) this.write(file, readFileSync(this.path(file), 'utf8').replaceAll(what, by));
  }

  /** What one of the project's tools prints in the copy; an empty text when it has nothing to say. */
  #run(tool: string, ...args: string[]): { ok: boolean; output: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [require.resolve(tool), ...args], {
      cwd: this.#root,
      encoding: 'utf8',
    });
    return { ok: status === 0, output: stdout + stderr };
  }

  generate(): void {
    const { ok, output } = this.#run('tsx/cli', 'scripts/generate.ts');
    if (!ok) throw new Error(output);
  }

  /** The errors of the compiler, one a line. */
  compilerErrors(): string[] {
    const state = ['--incremental', '--tsBuildInfoFile', this.path('tsconfig.tsbuildinfo')];
    const { output } = this.#run('typescript/bin/tsc', '-p', '.', '--pretty', 'false', ...state);
    return output.split('\n').filter((line) => line.includes('error TS'));
  }

  /** What fails of the tests that match a pattern and need no built function. */
  failuresOf(pattern: string): string[] {
    return this.#failures('--config', 'jest.quick.config.cjs', '--testMatch', `**/${pattern}`);
  }

  /** Builds the functions of the copy; what fails of the tests of one link whose name holds a text. */
  conformanceFailures(link: string, name: string): string[] {
    return this.#failures('--testMatch', `**/test/conformance/${link}.test.ts`, '-t', name);
  }

  #failures(...args: string[]): string[] {
    const { ok, output } = this.#run('jest/bin/jest', '--forceExit', ...args);
    if (ok) return [];
    // A heading and what was expected; all of the output when not even that could be run.
    const failures = output.split(/^ {2}● /m).slice(1);
    return failures.length > 0 ? failures : [output];
  }

  /** Plays the life of an order on a link, with the functions that were built last. @throws {Error} when it fails */
  demo(link: string): string {
    const { ok, output } = this.#run('tsx/cli', 'scripts/demo.ts', '--link', link);
    if (!ok) throw new Error(output);
    return output;
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
