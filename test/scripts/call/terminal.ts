import { execFile } from 'node:child_process';
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
