import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** What a command printed, and how it ended. */
export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = resolve(__dirname, '../../..');

/** The command, built once, to be typed in English with nothing in its environment but what is given. */
export class Terminal {
  private constructor(readonly folder: string) {}

  static async open(): Promise<Terminal> {
    const folder = mkdtempSync(join(tmpdir(), 'call-'));
    const entryPoints = [join(root, 'scripts/call.ts')];
    const outfile = join(folder, 'call.js');
    await build({ entryPoints, bundle: true, platform: 'node', packages: 'external', outfile, logLevel: 'error' });
    cpSync(join(root, 'scripts/call/functionProcess.cjs'), join(folder, 'functionProcess.cjs'));
    return new Terminal(folder);
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** As {@link type}, for a reader that closes its end before anything is written: `| head -0`. */
  typeIntoClosedPipe(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const given = { PROFIT_SHARING_LOCALE: 'en', NODE_PATH: join(root, 'node_modules'), ...env };
    const child = spawn(process.execPath, [join(this.folder, 'call.js'), ...args], { cwd: root, env: given });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    return new Promise<Pick<Printed, 'code' | 'stderr'>>((done) => {
      child.on('close', (code) => done({ code: code ?? -1, stderr }));
    });
  }

  type(args: readonly string[], env: Readonly<Record<string, string>> = {}, input = ''): Promise<Printed> {
    const words = [join(this.folder, 'call.js'), ...args];
    const given = { PROFIT_SHARING_LOCALE: 'en', NODE_PATH: join(root, 'node_modules'), ...env };
    return new Promise((done) => {
      const child = execFile(process.execPath, words, { cwd: root, env: given }, (_, stdout, stderr) =>
        done({ code: child.exitCode ?? -1, stdout, stderr }),
      );
      child.stdin?.end(input);
    });
  }
}
