import type { LinkSchema } from './linksFile';
import { notice } from './literal';
import { pascal, union } from './names';
import type { GeneratedFile, OperationSchema } from './schema';

/** Types that lead from the name of an operation to its request and reply, and from a link to the operations it carries. */
export function contractFile(operations: readonly OperationSchema[], links: readonly LinkSchema[]): GeneratedFile {
  const types = operations.flatMap(({ name }) => [`${pascal(name)}Reply`, `${pascal(name)}Request`]).sort();
  const row = (side: string) => operations.map(({ name }) => `  readonly ${name}: ${pascal(name)}${side};\n`).join('');
  const carried = links.map(({ name }) => {
    const names = operations.filter((operation) => operation.links.includes(name)).map((operation) => operation.name);
    return `  readonly ${name}: ${union(names)};\n`;
  });
  const text = `${notice('schemas/')}
import type {
${types.map((name) => `  ${name},\n`).join('')}} from './types';

/** The completed request of every operation. */
export interface Requests {
${row('Request')}}

/** WeChat's documented fields of every operation's reply. */
export interface Replies {
${row('Reply')}}

/** The name of an operation, which is the name of its cloud function. */
export type OperationName = keyof Requests;

/** The operations that each link carries: its routes are typed by them, so that one that is missing does not compile. */
export interface Carried {
${carried.join('')}}
`;
  return { path: 'shared/generated/contract.ts', text };
}
