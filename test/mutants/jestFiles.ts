import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { buildArgv, runCLI } from 'jest';

const CONFIG = 'test/mutants/jest.config.cjs';

const { testPathIgnorePatterns } = require(resolve(CONFIG)) as { testPathIgnorePatterns: readonly string[] };

type Coverage = Record<string, number>;

interface FileResult {
  readonly ms: number;
  /** The first failure; absent when all tests of the file passed. */
  readonly failure?: string;
  readonly coverage: Coverage;
}

/**
 * Runs mutants by whole test files, the fastest of those that reach a mutant first, until one of them fails. Stryker's own
 * runner for Jest loads every related file for every mutant, which here are nearly all of them.
 */
class JestFiles implements TestRunner {
  private readonly folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  private times = new Map<string, number>();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    const perTest: Record<string, Coverage> = {};
    for (const file of testFiles()) {
      const { ms, failure, coverage } = await this.run(file);
      if (failure !== undefined) return { status: DryRunStatus.Error, errorMessage: `${file}\n${failure}` };
      tests.push({ id: file, name: file, fileName: resolve(file), timeSpentMs: ms, status: TestStatus.Success });
      perTest[file] = coverage;
      this.times.set(file, ms);
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun({ testFilter = testFiles(), activeMutant }: MutantRunOptions): Promise<MutantRunResult> {
    let ran = 0;
    for (const file of this.nearestFirst(testFilter, activeMutant.fileName)) {
      const { failure } = await this.run(file, activeMutant.id);
      ran += 1;
      if (failure === undefined) continue;
      return { status: MutantRunStatus.Killed, killedBy: [file], failureMessage: failure, nrOfTests: ran };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: ran };
  }

  async dispose(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Files named like the mutated one, then those of its folder, then the rest; among equals the fastest first. */
  private nearestFirst(files: readonly string[], mutated: string): string[] {
    const [name = '', folder = ''] = mutated.replace(/\.ts$/, '').split(/[\\/]/).reverse();
    const distance = (file: string) => (file.includes(`/${name}.`) ? 0 : file.includes(`/${folder}/`) ? 1 : 2);
    const time = (file: string) => this.times.get(file) ?? 0;
    return [...files].sort((one, other) => distance(one) - distance(other) || time(one) - time(other));
  }

  private async run(file: string, mutant?: string): Promise<FileResult> {
    const coverageFile = join(this.folder, 'coverage.json');
    setVariable('__STRYKER_ACTIVE_MUTANT__', mutant);
    setVariable('MUTANTS_COVERAGE_FILE', mutant === undefined ? coverageFile : undefined);
    const argv = await buildArgv([
      '--config',
      CONFIG,
      '--runInBand',
      '--silent',
      '--watchman=false',

      '--runTestsByPath',
      file,
    ]);
    const began = performance.now();
    const { results } = await runCLI(argv, [process.cwd()]);
    const ms = performance.now() - began;
    this.times.set(file, ms);
    const failed = results.testResults.find(({ failureMessage }) => failureMessage);
    const coverage =
      mutant === undefined && !failed ? (JSON.parse(readFileSync(coverageFile, 'utf8')) as Coverage) : {};
    return { ms, coverage, ...(failed && { failure: String(failed.failureMessage).slice(0, 2000) }) };
  }
}

function testFiles(): string[] {
  const isIgnored = (file: string) => testPathIgnorePatterns.some((pattern) => new RegExp(pattern).test(file));
  return readdirSync('test/shared', { recursive: true, encoding: 'utf8' })
    .map((path) => join('test/shared', path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && !isIgnored(path))
    .sort();
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'jestFiles', JestFiles)];
