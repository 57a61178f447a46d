import { notice } from './literal';
import type { GeneratedFile, OperationSchema } from './schema';

/** The handler of every operation's cloud function. */
export function handlerFiles(operations: readonly OperationSchema[]): GeneratedFile[] {
  return operations.map(({ name }) => ({
    path: `cloudfunctions/${name}/index.ts`,
    text: `${notice(`schemas/operations/${name}.json`)}
import { ${name} } from '../../shared/generated/operations/${name}';
import { serve } from '../../shared/serve';

export const main = serve(${name});
`,
  }));
}
