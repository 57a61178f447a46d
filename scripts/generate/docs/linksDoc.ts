import type { OperationSchema } from '../schema';
import { code, table } from './markdown';
import { type Language, wordsIn } from './words';

/** How an operation is called on a link: CloudPay keeps its name, Cloud Run has it in lower case in a path. */
function spelling(operation: OperationSchema, link: string): string {
  if (!operation.links.includes(link)) return '–';
  return link === 'cloudrun' ? code(`/_/pay/${operation.name.toLowerCase()}`) : code(operation.name);
}

/** The operations × links matrix. */
export function linksDoc(operations: readonly OperationSchema[], language: Language): string {
  const words = wordsIn(language);
  const links = [...new Set(operations.flatMap((operation) => operation.links))];
  const rows = operations.map((operation) => [
    `[${operation.name}](operations.md#${operation.name.toLowerCase()})`,
    operation.title[language],
    ...links.map((link) => spelling(operation, link)),
  ]);
  return [`# ${words.linksTitle}`, words.linksIntro, table([words.operation, words.purpose, ...links], rows)].join(
    '\n\n',
  );
}
