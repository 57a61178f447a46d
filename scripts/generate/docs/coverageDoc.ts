import type { LinkSchema } from '../linksFile';
import type { Coverage } from '../readCoverage';
import type { OperationSchema } from '../schema';
import { code, table } from './markdown';
import { type Language, wordsIn } from './words';

const SUCCESS = 'SUCCESS';

/** How many operations, links and codes the conformance suite has seen: one line, also in the READMEs. */
function coverageLine(coverage: Coverage, links: readonly LinkSchema[], language: Language): string {
  const pairs = [...coverage.values()].flatMap((byLink) => [...byLink.values()]);
  const carried = pairs.filter((codes) => codes.has(SUCCESS)).length;
  const codes = new Set(pairs.flatMap((each) => [...each])).size - 1;
  const answers = pairs.reduce((sum, each) => sum + each.size, 0);
  return language === 'en'
    ? `${coverage.size} operations over ${links.length} links: ${carried} combinations succeed, ${codes} error codes, ${answers} different answers seen by the tests.`
    : `${coverage.size} 个操作、${links.length} 种接入方式：测试中 ${carried} 种组合成功，出现 ${codes} 个错误码、共 ${answers} 种不同应答。`;
}

/** Operations × links × codes, as the conformance suite has seen them over real sockets. */
export function coverageDoc(
  coverage: Coverage,
  operations: readonly OperationSchema[],
  links: readonly LinkSchema[],
  language: Language,
): string {
  const words = wordsIn(language);
  const names = links.map(({ name }) => name);
  const codesOf = (operation: string, link: string) => coverage.get(operation)?.get(link) ?? new Set<string>();
  const overview = operations.map((operation) => [
    `[${operation.name}](operations/${operation.name}.md)`,
    ...names.map((link) => summary(operation, link, codesOf(operation.name, link))),
  ]);
  const sections = operations.flatMap(({ name }) => {
    const codes = [...new Set(names.flatMap((link) => [...codesOf(name, link)]))].filter((each) => each !== SUCCESS);
    const rows = codes
      .sort()
      .map((each) => [code(each), ...names.map((link) => (codesOf(name, link).has(each) ? '✓' : ''))]);
    return [`## ${name}`, table([words.code, ...names], rows)];
  });
  return [
    `# ${words.coverage}`,
    coverageLine(coverage, links, language),
    words.coverageIntro,
    table([words.operation, ...names], overview),
    ...sections,
  ].join('\n\n');
}

function summary({ links }: OperationSchema, link: string, codes: ReadonlySet<string>): string {
  if (!links.includes(link)) return '–';
  return `${codes.has(SUCCESS) ? '✓' : '✗'} ${codes.size - (codes.has(SUCCESS) ? 1 : 0)}`;
}
