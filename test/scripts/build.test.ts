import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const functions = resolve(__dirname, '../../dist/cloudfunctions');
const names = readdirSync(functions);

/** The code of a built function, file by file. */
function codeOf(name: string): [file: string, text: string][] {
  const settings = ['package.json', 'config.json', 'credentials'];
  const files = readdirSync(join(functions, name)).filter((file) => !settings.includes(file));
  return files.map((file) => [file, readFileSync(join(functions, name, file), 'utf8')]);
}

describe.each(names)('%s, built', (name) => {
  it('has every file it may ask for, and no other', () => {
    const code = codeOf(name);
    const asked = code.flatMap(([, text]) => [...text.matchAll(/require\("\.\/([^"]+)"\)/g)].map(([, file]) => file));
    expect(code.map(([file]) => file).sort()).toEqual([...new Set(['index.js', ...asked])].sort());
  });
});

it('needs nothing but its own folder: every file loads where there is no node_modules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  try {
    cpSync(join(functions, 'multiProfitSharing'), folder, { recursive: true });
    const files = codeOf('multiProfitSharing').map(([file]) => join(folder, file));
    const script = `for (const file of ${JSON.stringify(files)}) require(file); process.stdout.write('loaded')`;
    expect(String(execFileSync(process.execPath, ['-e', script], { cwd: folder }))).toBe('loaded');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('reads the same advice from the packed error table as from the table itself', () => {
  const main = join(functions, 'profitSharingQuery');
  const script = `require(${JSON.stringify(main)}).main({}, {}).then((reply) => process.stdout.write(JSON.stringify(reply)));`;
  const env = { PATH: process.env.PATH, PROFIT_SHARING_LOCALE: 'zh-CN' };
  const printed = String(execFileSync(process.execPath, ['-e', `console.log = () => {}; ${script}`], { env }));
  expect(JSON.parse(printed)).toMatchObject({ err_code: 'CALLER_REFUSED', advice: { funds: 'unchanged' } });
  expect(JSON.parse(printed).err_code_des).toMatch(/没有身份/);
});
