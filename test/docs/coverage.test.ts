import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const read = (path: string) => readFileSync(resolve(__dirname, '../..', path), 'utf8');

test.each([
  ['README.md', 'docs/coverage.md'],
  ['README.zh-CN.md', 'docs/zh-CN/coverage.md'],
])('%s says in one line what %s counts', (readme, page) => {
  const [, , , , line = 'none'] = read(page).split('\n');
  expect(line).toMatch(/\d/);
  expect(read(readme)).toContain(line);
});
