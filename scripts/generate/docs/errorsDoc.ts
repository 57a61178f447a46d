import type { ErrorRow, ErrorsSchema, FailReason } from '../errorsFile';
import { code, lead, table } from './markdown';
import { sourceIn } from './sources';
import { type Language, type Words, wordsIn } from './words';

const glossary = {
  en: [
    [
      '`retry`',
      '`never`: it cannot work · `after_fix`: only once the cause is removed · `now`, `later`: the same parameters again · `query_first`: ask for the outcome before anything else',
    ],
    [
      '`number`',
      '`reuse`: out_order_no / out_return_no must stay the same · `new`: the old one is spent · `any`: nothing was accepted, the same is preferred',
    ],
    ['`funds`', '`unchanged`: this call certainly moved nothing · `unknown`: it may have, or still may'],
  ],
  zh: [
    [
      '`retry`',
      '`never`：重试无用 · `after_fix`：消除原因后再请求 · `now`、`later`：立即或稍后用相同参数重试 · `query_first`：先查询结果',
    ],
    [
      '`number`',
      '`reuse`：out_order_no / out_return_no 必须沿用 · `new`：原单号已用掉，须换新 · `any`：未被受理，建议沿用',
    ],
    ['`funds`', '`unchanged`：这次调用确定没有动账 · `unknown`：可能已经动账或仍会动账'],
  ],
};

function wireOf({ wire }: ErrorRow, words: Words): string {
  const v3 = wire.v3.map((spelling) => `${code(spelling.code)} (HTTP ${spelling.status})`);
  const parts = [
    wire.v2.length > 0 ? `${words.v2} ${wire.v2.map(code).join(', ')}` : '',
    v3.length > 0 ? `${words.v3} ${v3.join(', ')}` : '',
  ].filter((part) => part !== '');
  return parts.join('; ');
}

type Outcome = Pick<ErrorRow, 'retry' | 'number' | 'funds'>;
const outcome = (row: Partial<Outcome>, words: Words) =>
  [
    row.retry ? `${words.retry} ${code(row.retry)}` : '',
    row.number ? `${words.numberShort} ${code(row.number)}` : '',
    row.funds ? `${words.funds} ${code(row.funds)}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

function section(name: string, row: ErrorRow, language: Language): string[] {
  const words = wordsIn(language);
  const wire = wireOf(row, words);
  const facts = [
    `${words.category} ${code(row.category)}, ${outcome(row, words)}`,
    ...(row.read ? [`${words.notMoney}: ${outcome(row.read, words)}`] : []),
    ...(row.query ? [`${words.onQueries}: ${row.query[language]}`] : []),
    ...(row.documented
      ? [
          `${words.documentedCause}: ${row.documented.cause[language]}`,
          `${words.documentedSolution}: ${row.documented.solution[language]}`,
        ]
      : []),
    ...(wire ? [`${words.onWire}: ${wire}`] : []),
    `${words.source}: ${sourceIn(language, row.sources.join('; '))}`,
  ];
  return [
    `### ${name}`,
    lead(row.title[language], row.advice[language], language),
    facts.map((fact) => `- ${fact}`).join('\n'),
  ];
}

function wordTable(errors: ErrorsSchema, language: Language): string {
  const words = wordsIn(language);
  const rows = errors.texts.map((row) => [
    row.contains.map(code).join(' / ') + (row.operations ? ` (${words.only} ${row.operations.join(', ')})` : ''),
    code(row.code),
    outcome(row, words),
    lead(row.title[language], row.advice[language], language),
  ]);
  return table([words.contains, words.code, words.retry, words.advice], rows);
}

function reasonTable(reasons: Readonly<Record<string, FailReason>>, language: Language): string {
  const words = wordsIn(language);
  const rows = Object.entries(reasons).map(([name, { retry, number, advice, source }]) => [
    code(name),
    outcome({ retry, number }, words),
    advice[language],
    sourceIn(language, source),
  ]);
  return table([words.code, words.retry, words.advice, words.source], rows);
}

/** The reference of every failure: what it means for the money and what to do next. */
export function errorsDoc(errors: ErrorsSchema, language: Language): string {
  const words = wordsIn(language);
  const rows = Object.entries(errors.codes);
  const of = (ours: boolean) =>
    rows
      .filter(([, row]) => (row.sources[0] === 'this adapter') === ours)
      .flatMap(([name, row]) => section(name, row, language));
  return [
    `# ${words.errors}`,
    words.errorsIntro,
    glossary[language].map(([name, text]) => `- ${name}: ${text}`).join('\n'),
    `## ${words.ofWechatpay}`,
    ...of(false),
    `## ${words.ofAdapter}`,
    ...of(true),
    `## ${words.byWords}`,
    words.byWordsIntro,
    wordTable(errors, language),
    `## ${words.failReasons}`,
    words.failReasonsIntro,
    reasonTable(errors.failReasons, language),
    `## ${words.returnFailReasons}`,
    words.returnFailReasonsIntro,
    reasonTable(errors.returnFailReasons, language),
  ].join('\n\n');
}
