import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../docs/documents';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command of the repository, with nothing in its environment but a language. */
function run(tool: string, args: readonly string[], LANG: string, reader: 'reads' | 'has gone' = 'reads') {
  const words = [require.resolve('tsx/cli'), join(root, 'scripts', `${tool}.ts`), ...args];
  const child = spawn(process.execPath, words, { cwd: root, env: { PATH: process.env.PATH, LANG } });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => {
      printed[stream] += chunk.toString();
    });
  }
  if (reader === 'has gone') child.stdout.destroy();
  return new Promise<Ended>((done) => child.on('close', (code) => done({ code: code ?? -1, ...printed })));
}

const STACK = /^\s+at |node:internal/m;

describe.each(['build', 'call', 'campaign', 'collections', 'demo', 'deploy', 'doctor', 'pack'])(
  'npm run %s',
  (tool) => {
    it('explains itself with --help, in the language of the machine', async () => {
      const chinese = await run(tool, ['--help'], 'zh_CN.UTF-8');
      expect(chinese).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(`^npm run ${tool} `) });
      expect(chinese.stdout).toMatch(/[\u4e00-\u9fff]/);
      const english = await run(tool, ['--help'], 'en_US.UTF-8');
      expect(english).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(`^npm run ${tool} `) });
      expect(english.stdout).not.toMatch(/[\u4e00-\u9fff]/);
    });

    it('answers an option that does not exist with its usage, and repeats nothing of it', async () => {
      const { code, stdout, stderr } = await run(tool, ['--aLooseKey=secretLooking'], 'en_US.UTF-8');
      expect([1, 2]).toContain(code);
      expect(stdout).toBe('');
      expect(stderr).toContain(`npm run ${tool}`);
      expect(stderr).not.toMatch(/aLooseKey|secretLooking/);
      expect(stderr).not.toMatch(STACK);
    });

    it('ends in silence when its reader has gone', async () => {
      expect(await run(tool, ['--help'], 'en_US.UTF-8', 'has gone')).toEqual({ code: 0, stdout: '', stderr: '' });
    });
  },
);
