import { fenOf, yuan } from '../../console/page/money';
import { en } from '../../console/page/words/en';
import { zh } from '../../console/page/words/zh';

/** Every text of a language by its path; sentences with a gap are filled to be compared. */
function texts(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const at = `${path}.${key}`;
    if (typeof value === 'function') return [[at, String(value('7', '8'))]];
    return typeof value === 'string' ? [[at, value]] : texts(value, at);
  });
}

describe('what the page says', () => {
  it('is said in both languages, to the last word', () => {
    expect(texts(zh).map(([path]) => path)).toEqual(texts(en).map(([path]) => path));
    for (const [path, text] of [...texts(zh), ...texts(en)]) expect([path, text.trim()]).not.toEqual([path, '']);
  });

  it('is English in English', () => {
    const chinese = texts(en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text));
    expect(chinese).toEqual([]);
  });

  it('is Chinese in Chinese, but for codes', () => {
    const foreign = texts(zh).filter(([, text]) => !/[\u4e00-\u9fff]/.test(text));
    expect(foreign.map(([, text]) => text).sort()).toEqual(['MD5', 'return_code FAIL']);
  });
});

describe('money on the page', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [100, '¥1.00'],
    [123_456_789, '¥1,234,567.89'],
    [-800, '−¥8.00'],
    [Number.MAX_SAFE_INTEGER, '¥90,071,992,547,409.91'],
  ])('shows %d fen as %s', (fen, shown) => expect(yuan(fen)).toBe(shown));

  it.each([
    ['20', 2000],
    ['8.5', 850],
    ['0.29', 29],
    [' 1.10 ', 110],
  ])('reads "%s" as %d fen', (text, fen) => expect(fenOf(text)).toBe(fen));

  it.each(['', '0', '0.00', '-1', '1.001', '1,000', '1e3', '１'])('refuses "%s" as an amount', (text) => {
    expect(fenOf(text)).toBeUndefined();
  });
});
