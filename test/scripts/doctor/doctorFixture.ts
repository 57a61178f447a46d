import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { merchantSetup, type SetupOptions } from '../../../console';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { variables } from '../../../shared/generated/config';
import type { LinkName } from '../../../shared/generated/links';

/** What the command prints with --json. */
interface Sheet {
  readonly ok: boolean;
  readonly findings: readonly { check: string; level: string; message: string; fix?: string }[];
}

export interface CheckRun {
  readonly code: number;
  readonly output: string;
  /** The findings that are not fine, as `level check: message → fix`, without what is the same in every run. */
  readonly complaints: readonly string[];
  readonly checked: readonly string[];
}

export interface Case extends SetupOptions {
  /** Variables to change; undefined removes one. */
  readonly change?: Readonly<Record<string, string | undefined>>;
  /** Files of the credentials folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** How far the clock of the doctor is ahead, in s. */
  readonly clockAheadS?: number;
  /** Without trust in the sandbox's authority. */
  readonly distrusting?: boolean;
  /** More options of the command. */
  readonly args?: readonly string[];
}

/** Found in every run against a sandbox: it is not WeChat Pay, its ledger is out of sight, and no API lists receivers. */
const ALWAYS = /^(unchecked (ledger|receivers)|warning reachability: 127\.0\.0\.1:\d+ is this machine)/;

/** What is said of WeChat Pay when something before it is wrong. */
export const NOT_ASKED =
  'unchecked permission: WeChat Pay was not asked, because of the problem above → Solve it and run the command again.';

const PROVIDER = '1900000100';
const OWNERS: Readonly<Record<string, string>> = { ecommerce: '1900000300', direct: '1900000400' };

/** The doctor's command, built once, and a sandbox for it to look at. */
export class DoctorFixture {
  private constructor(
    readonly sandbox: Sandbox,
    readonly folder: string,
  ) {}

  static async open(): Promise<DoctorFixture> {
    const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
    const entryPoints = [resolve(__dirname, '../../../scripts/doctor.ts')];
    const outfile = join(folder, 'doctor.js');
    // manager-node reaches for it in a feature that no command uses.
    const external = ['@aws-sdk/client-s3'];
    await build({ entryPoints, bundle: true, platform: 'node', outfile, external, logLevel: 'error' });
    return new DoctorFixture(await startSandbox(), folder);
  }

  async close(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** The certificate beside the key of a link, where the link itself does not need it. */
  async certificateOf(link: string): Promise<Record<string, string>> {
    return { 'apiclient_cert.pem': (await this.sandbox.credentials(OWNERS[link] ?? PROVIDER)).mchCertPem };
  }

  /** Checks a merchant of the sandbox on a link, with something changed, in English. */
  async check(
    link: LinkName,
    { change = {}, files = {}, clockAheadS = 0, distrusting, args = [], ...setup }: Case = {},
  ): Promise<CheckRun> {
    const home = mkdtempSync(join(this.folder, 'home-'));
    const settings: Record<string, string | undefined> = {
      ...(await merchantSetup(this.sandbox, link, setup)).variables,
      ...change,
    };
    const credentials = mkdtempSync(join(home, 'credentials-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(credentials, name), text);
    writeFileSync(join(home, '.env'), asFile(settings));
    writeFileSync(join(home, 'clock.cjs'), `const { now } = Date; Date.now = () => now() + ${clockAheadS * 1000};`);
    const env = {
      NODE_OPTIONS: `--require ${join(home, 'clock.cjs')}`,
      ...(!distrusting && { NODE_EXTRA_CA_CERTS: this.sandbox.caFile }),
    };
    const { code, output } = await this.run(
      ['--json', '--locale', 'en', '--credentials', credentials, ...args],
      env,
      home,
    );
    for (const { name, secret } of variables) {
      const value = settings[name];
      if (secret && value !== undefined) expect(output).not.toContain(value);
    }
    const { findings } = JSON.parse(output) as Sheet;
    const lines = findings.map(({ check, level, message, fix }) => `${level} ${check}: ${message} → ${fix}`);
    const complaints = lines.filter((line) => !line.startsWith('ok ') && !ALWAYS.test(line));
    return { code, output, complaints, checked: findings.map(({ check }) => check) };
  }

  /** The command itself, with nothing in its environment but what is given. */
  run(args: readonly string[], env: Readonly<Record<string, string>>, cwd = this.folder) {
    return new Promise<{ code: number; output: string }>((done) => {
      const child = execFile(
        process.execPath,
        [join(this.folder, 'doctor.js'), ...args],
        { cwd, env: { ...env } },
        (_, stdout, stderr) => done({ code: child.exitCode ?? -1, output: stdout + stderr }),
      );
    });
  }
}

/** As a `.env` file, line breaks written out. */
export function asFile(settings: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(settings).filter(([, value]) => value !== undefined);
  return set.map(([name, value]) => `${name}="${value?.replaceAll('\n', '\\n')}"`).join('\n');
}
