import type { OperationSchema } from '../schema';
import { code, table } from './markdown';
import { type Language, type Words, wordsIn } from './words';

/**
 * How an operation is called on a link: CloudPay keeps its name, Cloud Run has it in lower case in a path. The other
 * links have addresses of their own, which stand in the code of each link.
 */
function spelling(operation: OperationSchema, link: string, words: Words): string {
  if (!operation.links.includes(link)) return '–';
  if (link === 'cloudpay') return code(operation.name);
  return link === 'cloudrun' ? code(`/_/pay/${operation.name.toLowerCase()}`) : words.yes;
}

/** The operations × links matrix. */
export function linksDoc(operations: readonly OperationSchema[], language: Language): string {
  const words = wordsIn(language);
  const links = [...new Set(operations.flatMap((operation) => operation.links))];
  const rows = operations.map((operation) => [
    `[${operation.name}](operations.md#${operation.name.toLowerCase()})`,
    operation.title[language],
    ...links.map((link) => spelling(operation, link, words)),
  ]);
  return [`# ${words.linksTitle}`, words.linksIntro, table([words.operation, words.purpose, ...links], rows)].join(
    '\n\n',
  );
}
