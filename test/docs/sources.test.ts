import { sourceIn } from '../../scripts/generate/docs/sources';
import { read } from './documents';

/** What Chinese pages leave as it is: names of products, interfaces, fields and codes. */
const NAMES =
  /\b(CloudPay(\.\w+)?|Java SDK|Go SDK|openapi|JSON|AppID|API v3|openid|ecommerce|brand|v[23]|return_\w+|sub_mch_id|appid|[A-Z][A-Z_]+|[0-9a-f]{30})\b|\/v3\/\S+/g;

it.each(['operations', 'errors'])('the sources in the Chinese %s are in Chinese', (page) => {
  const cells = pagesOf(page).flatMap((text) => sourcesIn(text));
  expect(cells.length).toBeGreaterThan(20);
  expect([...new Set(cells)].filter((cell) => /[A-Za-z]{2}/.test(cell.replace(NAMES, '')))).toEqual([]);
});

it('a source without Chinese words stays as it is', () => {
  expect(sourceIn('zh', 'a page of no list')).toBe('a page of no list');
});

function pagesOf(page: string): string[] {
  const text = read(`docs/zh-CN/${page}.md`);
  const more = page === 'operations' ? [...text.matchAll(/\]\((operations\/\w+\.md)\)/g)] : [];
  return [text, ...more.map(([, path]) => read(`docs/zh-CN/${path}`))];
}

/** The last cell of a table's row where the column is 来源, and lines of a list that begin with it. */
function sourcesIn(text: string): string[] {
  const listed = [...text.matchAll(/^- 来源: (.+)$/gm)].map(([, source]) => source ?? '');
  const tables = text.split('\n\n').filter((block) => /^\|.*\| 来源 \|$/m.test(block.split('\n')[0] ?? ''));
  const cells = tables.flatMap((table) =>
    table
      .split('\n')
      .slice(2)
      .map((row) => row.split(' | ').at(-1)?.replace(/ ?\|$/, '') ?? ''),
  );
  return [...listed, ...cells];
}
