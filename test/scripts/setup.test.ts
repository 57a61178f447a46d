import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines, scripts } from '../../package.json';
import { packages } from '../../package-lock.json';

const root = join(__dirname, '../..');

/** A checkout with one dependency, which npm finds in a file of its own: nothing here needs a registry. */
let checkout: string;

const inCheckout = (...path: string[]) => join(checkout, ...path);
const writeJson = (path: string, value: object) => writeFileSync(inCheckout(path), JSON.stringify(value));

let pristine: string;

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'setup-'));
  pristine = checkout;
  mkdirSync(inCheckout('scripts'));
  cpSync(join(root, 'scripts/setup.cjs'), inCheckout('scripts/setup.cjs'));
  cpSync(join(root, '.npmrc'), inCheckout('.npmrc'));
  mkdirSync(inCheckout('tool'));
  writeJson('tool/package.json', { name: 'tool', version: '2.0.0' });
  npm('pack ./tool');
  const dependencies = { tool: 'file:tool-2.0.0.tgz' };
  writeJson('package.json', { name: 'checkout', version: '1.0.0', engines, dependencies });
  npm('install --package-lock-only');
});
afterAll(() => rmSync(pristine, { recursive: true, force: true }));

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'setup-'));
  cpSync(pristine, checkout, { recursive: true });
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function npm(line: string): void {
  const { status, stderr } = spawnSync(`npm ${line}`, { cwd: checkout, shell: true, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** What setup does in the checkout, where Node.js says that it is this version. */
function setup(args: readonly string[] = [], version = process.versions.node) {
  const pretend = `
    Object.defineProperty(process, 'version', { value: 'v${version}' });
    Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/setup.cjs', ...args], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(pretend)}` },
  });
  return { status, stdout, stderr };
}

const installedTool = () => JSON.parse(readFileSync(inCheckout('node_modules/tool/package.json'), 'utf8')).version;

/** Notes in node_modules that npm installed this version of the tool. */
function pretendInstalled(version: string): void {
  mkdirSync(inCheckout('node_modules'));
  writeJson('node_modules/.package-lock.json', { packages: { 'node_modules/tool': { version } } });
}

const SILENT = { status: 0, stdout: '', stderr: '' };

it('installs what the lockfile names, and nothing a second time', () => {
  expect(setup()).toMatchObject({ status: 0, stdout: expect.not.stringContaining('tool') });
  expect(installedTool()).toBe('2.0.0');
  expect(setup()).toEqual(SILENT);
});

it('installs again after the lockfile has changed', () => {
  pretendInstalled('1.0.0');
  expect(setup()).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/^Installing the locked dependencies …\n/),
  });
  expect(installedTool()).toBe('2.0.0');
});

it('is content with what a plain npm ci installed', () => {
  npm('ci');
  expect(setup()).toEqual(SILENT);
  expect(setup(['--check'])).toEqual(SILENT);
});

it('is content without the packages that only other platforms need', () => {
  const lock = JSON.parse(readFileSync(inCheckout('package-lock.json'), 'utf8'));
  lock.packages['node_modules/tool-for-another-platform'] = { version: '1.0.0', optional: true };
  writeJson('package-lock.json', lock);
  pretendInstalled('2.0.0');
  expect(setup()).toEqual(SILENT);
});

it.each([
  ['are not installed', () => {}],
  ['differ from package-lock.json', () => pretendInstalled('1.0.0')],
])('--check says in one line what to run when the dependencies %s, and installs nothing', (what, arrange) => {
  arrange();
  const { status, stderr } = setup(['--check']);
  expect(status).toBe(1);
  expect(stderr).toMatch(new RegExp(`^The (installed )?dependencies ${what}: run npm ci\\.\n$`));
  expect(existsSync(inCheckout('node_modules/tool'))).toBe(false);
});

it.each(['20.18.3', '21.7.3', '22.12.0'])(
  'Node.js %s is told in one line which version is needed, and gets nothing installed',
  (version) => {
    const { status, stderr } = setup([], version);
    expect(stderr).toBe(
      `Installing the locked dependencies …\nNode.js ${engines.node} is needed; this is ${version}.\n`,
    );
    expect(status).toBe(1);
    expect(existsSync(inCheckout('node_modules'))).toBe(false);
  },
);

it.each(['20.19.0', '22.13.0', '26.10.0'])('Node.js %s will do', (version) => {
  expect(setup([], version).status).toBe(0);
});

it('passes on what npm says when it fails for another reason', () => {
  writeJson('package.json', { name: 'checkout', version: '1.0.0', engines, dependencies: { other: '1.0.0' } });
  const { status, stderr } = setup();
  expect(status).toBe(1);
  expect(stderr).toContain('Missing: other@1.0.0 from lock file');
});

it('only the commands of a newcomer install; every other command checks first', () => {
  const starts = Object.entries(scripts).map(([name, line]) => [name, line.split(' && ')[0]]);
  const installing = starts.filter(([, start]) => start === 'node scripts/setup.cjs').map(([name]) => name);
  expect(installing).toEqual(['setup', 'demo', 'test']);
  const others = starts.filter(([name]) => !installing.includes(name)).map(([, start]) => start);
  expect(new Set(others)).toEqual(new Set(['node scripts/setup.cjs --check']));
});

describe('the lockfile', () => {
  const locked = Object.entries(packages as Record<string, Locked>).filter(([path]) => path !== '');
  interface Locked {
    readonly version?: string;
    readonly integrity?: string;
    readonly resolved?: string;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }

  it('holds the binaries of every platform', () => {
    const paths = new Set(locked.map(([path]) => path));
    const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !paths.has(`node_modules/${name}`) && !paths.has(`${path}/node_modules/${name}`),
      ),
    );
    expect(missing).toEqual([]);
    for (const platform of ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'win32-x64']) {
      expect(paths).toContain(`node_modules/@biomejs/cli-${platform}`);
    }
  });

  it('pins every package by its integrity and names no registry', () => {
    const unpinned = locked.filter(([, { integrity, resolved }]) => !integrity || resolved !== undefined);
    expect(unpinned.map(([path]) => path)).toEqual([]);
  });
});

it('the documents name the oldest versions that will do', () => {
  const oldest = engines.node.match(/\d+\.\d+/g) ?? [];
  for (const page of ['README.md', 'README.zh-CN.md', 'docs/guide.md', 'docs/zh-CN/guide.md']) {
    const line = readFileSync(join(root, page), 'utf8')
      .split('\n')
      .find((one) => /Node\.js 2/.test(one));
    expect(line?.match(/\d+\.\d+/g)).toEqual(oldest);
  }
});
