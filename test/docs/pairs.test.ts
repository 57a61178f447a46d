import { basename } from 'node:path';
import { type Block, blocksOf, documents, linksOf, pairs, proseOf, read, spansOf } from './documents';

/** Pages that are written for one language only. */
const ALONE = ['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

it('every page for users exists in both languages', () => {
  const paired = new Set([...pairs.flat(), ...ALONE]);
  expect(documents.filter((path) => !paired.has(path))).toEqual([]);
});

describe.each(pairs)('%s and %s', (english, chinese) => {
  const [one, other] = [read(english), read(chinese)];

  it('have the same headings, lists, tables and blocks in the same order', () => {
    expect(skeletonOf(other)).toEqual(skeletonOf(one));
  });

  it('show the same commands, settings and code, apart from words', () => {
    expect(blocksOf(other).map(wordless)).toEqual(blocksOf(one).map(wordless));
  });

  it('link to the same pages, each in its own language', () => {
    expect(linksOf(other).map(neutral)).toEqual(linksOf(one).map(neutral));
  });

  it('name the same fields, codes and commands', () => {
    expect(namesIn(other)).toEqual(namesIn(one));
  });
});

/** What makes up a page, in order, whatever its language. */
function skeletonOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const heading = /^#+ /.exec(line)?.[0];
    const fence = /^```\w*/.exec(line)?.[0];
    const row = line.startsWith('|') ? `| × ${line.split('|').length}` : undefined;
    const item = /^ *(-|\d+\.) /.exec(line)?.[0];
    return heading ?? fence ?? row ?? item ?? [];
  });
}

/** A block without what a translator may change: comments, texts, the language, drawings. */
function wordless({ language, text, note }: Block): object {
  const kept = { language, note };
  if (language === '') return kept;
  if (language === 'json') return { ...kept, code: text.replace(/: "[^"\n]*[^!-~\n][^"\n]*"/g, ': ""') };
  if (language === 'sh') return { ...kept, code: text.replace(/ +#.*$/gm, '') };
  if (language === 'dotenv') return { ...kept, code: text.replaceAll('=zh-CN', '=en') };
  return { ...kept, code: text.replace(/\/\/.*$/gm, '').replace(/'[^'\n]*'/g, "''") };
}

function neutral(target: string): string {
  const [path = '', anchor] = target.split('#');
  const page = basename(path).replace('.zh-CN', '');
  return anchor === undefined ? page : `${page}#`;
}

/** Spans that are names and not words, without repetitions. What stands for something may be called otherwise. */
function namesIn(text: string): string[] {
  const spans = spansOf(proseOf(text)).map((span) => span.replace(/<[^>]+>/g, '<>'));
  return [...new Set(spans.filter((span) => /^[\w./:=<>-]+$/.test(span)))].sort();
}
