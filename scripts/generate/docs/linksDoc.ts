import type { LinkSchema } from '../linksFile';
import type { OperationSchema } from '../schema';
import { code, table } from './markdown';
import { type Language, type Words, wordsIn } from './words';

/**
 * How an operation is called on a link: CloudPay keeps its name, Cloud Run has it in lower case in a path. The other
 * links have addresses of their own, which stand in the code of each link.
 */
function spelling(operation: OperationSchema, { name, protocol, reachableFrom }: LinkSchema, words: Words): string {
  if (!operation.links.includes(name)) return '–';
  if (protocol !== 'private') return words.yes;
  return code(reachableFrom === 'cloud' ? operation.name : `/_/pay/${operation.name.toLowerCase()}`);
}

/** The operations × links matrix. */
export function linksDoc(
  operations: readonly OperationSchema[],
  links: readonly LinkSchema[],
  language: Language,
): string {
  const words = wordsIn(language);
  const rows = operations.map((operation) => [
    `[${operation.name}](operations/${operation.name}.md)`,
    operation.title[language],
    ...links.map((link) => spelling(operation, link, words)),
  ]);
  return [
    `# ${words.linksTitle}`,
    words.linksIntro,
    table([words.operation, words.purpose, ...links.map(({ name }) => name)], rows),
  ].join('\n\n');
}
