import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import errors from '../../../schemas/errors.json';

const root = resolve(__dirname, '../../../examples/miniprogram');
const words = (language: string) => require(`${root}/words/${language}.js`);
const paths = (tree: object, at = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? paths(value, `${at}${key}.`) : [`${at}${key}`],
  );

it('says in both languages what it says in one', () => {
  expect(paths(words('en'))).toEqual(paths(words('zh')));
});

it('has words for every reason money did not arrive or come back', () => {
  const reasons = [...Object.keys(errors.failReasons), ...Object.keys(errors.returnFailReasons)];
  expect(Object.keys(words('zh').failReason)).toEqual(expect.arrayContaining(reasons));
});

it.each([
  [0, '¥0.00'],
  [1, '¥0.01'],
  [29, '¥0.29'],
  [100, '¥1.00'],
  [10_000_00, '¥10,000.00'],
  [123_456_789_01, '¥123,456,789.01'],
  // 9007199254740.991 yuan times anything in floating point would be off.
  [Number.MAX_SAFE_INTEGER, '¥90,071,992,547,409.91'],
  [undefined, ''],
])('writes %p fen as %s', (fen, yuan) => {
  const module = { exports: {} as { of: (fen: unknown) => string } };
  new Function('module', readFileSync(`${root}/words/yuan.wxs`, 'utf8'))(module);
  expect(module.exports.of(fen)).toBe(yuan);
});
