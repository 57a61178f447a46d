import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import * as warnings from '../../shared/reconcile/warnings';
import { anchorsOf, documents, linksOf, read, root, spansOf } from './documents';

const parsed = (path: string) => JSON.parse(read(path));
const functions = readdirSync(join(root, 'cloudfunctions'));
const variables = new Set((parsed('schemas/config.json').variables as { name: string }[]).map(({ name }) => name));

const CAPITALS = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g;

/** Everything in capitals that the schemas spell: codes, their spelling on the wires, values of fields. */
const words = new Set(
  readdirSync(join(root, 'schemas'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.json'))
    .flatMap(({ parentPath, name }) => [...read(join(parentPath.slice(root.length), name)).matchAll(CAPITALS)])
    .map(([word]) => word),
);

/** Names in capitals that belong to others, each where it is documented or read. */
const OTHERS = new Set([
  ...[
    'TENCENTCLOUD_SECRETID',
    'TENCENTCLOUD_SECRETKEY',
    'TENCENTCLOUD_SESSIONTOKEN',
    'CLOUDBASE_APIKEY',
    'CHROMIUM_PATH',
    'HTTPS_PROXY',
  ],
  ...[
    'NODE_EXTRA_CA_CERTS',
    'REQUESTS_CA_BUNDLE',
    'SSL_CERT_FILE',
    'HTTPS_PROXY',
    'CONNECT',
    'WX_TRIGGER_API_TOKEN_V0',
    'ADMINONLY',
    'SOURCE',
    'TIMEOUT',
    'SUCCESS',
    'FAIL',
    'PROCESSING',
  ],
  ...['EXCEED_MAX_PAYLOAD_SIZE', 'PROFITSHARING', 'PATCH', 'DELETE', 'SHOP_ADMIN_OPENIDS'],
]);

describe.each(documents)('%s', (page) => {
  const text = read(page);

  it('links only to pages and headings that exist', () => {
    const broken = linksOf(text).filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), decodeURI(path)));
      if (!existsSync(join(root, file))) return true;
      if (anchor === undefined || statSync(join(root, file)).isDirectory()) return anchor !== undefined;
      return !anchorsOf(read(file)).has(decodeURI(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names only environment variables that the functions read', () => {
    const named = text.match(/\b(PROFIT_SHARING|WECHATPAY)_[A-Z0-9_]*[A-Z0-9]\b/g) ?? [];
    expect([...new Set(named)].filter((name) => !variables.has(name))).toEqual([]);
  });

  it('names only codes and values that the schemas know', () => {
    const named = spansOf(text).filter((span) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(span) && span.length > 3);
    expect([...new Set(named)].filter((name) => !words.has(name) && !OTHERS.has(name))).toEqual([]);
  });

  it('names only functions that exist', () => {
    const named = text.match(/\b(?:multiP|p)rofitSharing[A-Z]\w*/g) ?? [];
    expect([...new Set(named)].filter((name) => !functions.includes(name))).toEqual([]);
  });

  it('names only commands that exist', () => {
    const { scripts } = parsed('package.json');
    const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

/** Something to fill the warnings with. */
const about = { _id: 'id', link: 'apiv2' } as const;

const worded = [
  warnings.otherLink(about),
  warnings.cannotAsk(about),
  warnings.otherRequest(about),
  warnings.noEnd(about),
  warnings.recordSetAside('id', 'TIMEOUT'),
  warnings.blockedLink('apiv2', 'NO_ANSWER'),
  warnings.failedTask('bill:2026-03-01'),
  warnings.notifyFailed('onSettled', new Error('gone')),
  warnings.freezeEnds('1900000109', '4208450740201411110007820472', '2026-04-01'),
  warnings.noBill('2026-03-01', { zh: 'TIMEOUT', en: 'TIMEOUT' }),
  warnings.noDayBook('outage'),
];

it.each([
  ['docs/runbook.md', 'en'],
  ['docs/zh-CN/runbook.md', 'zh'],
] as const)('%s says what to do about every warning of profitSharingReconcile', (page, locale) => {
  expect(worded).toHaveLength(Object.keys(warnings).length);
  const rows = read(page)
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  // A quoted part of a warning has more than one word, which no field or code has.
  const quotes = rows.map((row) => row.split('`')[1] ?? '').filter((quote) => /[^\w.#]/.test(quote));
  for (const text of worded) expect(quotes.filter((quote) => text[locale].includes(quote))).toHaveLength(1);
});
