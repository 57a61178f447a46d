import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from '../../package.json';

const root = join(__dirname, '../..');

/** What `npm run setup` does where Node.js says that it is this version. */
function setupOn(version: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, join(root, 'scripts/setup.cjs')],
    { encoding: 'utf8' },
  );
  return { status, stderr };
}

it.each(['18.15.0', '20.15.0', '20.18.3', '21.7.3', '22.12.0'])(
  'Node.js %s is told which version is needed, before anything is installed',
  (version) => {
    const { status, stderr } = setupOn(version);
    expect(stderr).toBe(`Node.js ${engines.node} is needed; this is ${version}.\n`);
    expect(status).toBe(1);
  },
);

it.each(['20.19.0', '20.20.2', '22.13.0', '22.23.3', '24.0.0', '26.10.0'])('Node.js %s will do', (version) => {
  expect(setupOn(version)).toEqual({ status: 0, stderr: '' });
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
