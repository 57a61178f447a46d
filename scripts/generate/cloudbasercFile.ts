import { type FunctionSettings, HANDLER, MEMORY_MB, RUNTIME } from '../deploy/functionSettings';
import type { GeneratedFile } from './schema';

/**
 * The settings of the functions for the CloudBase CLI (`tcb fn deploy`). Without variables, on purpose: where some are
 * listed the CLI may put them in the place of all that a function has, keys included
 * (docs.cloudbase.net/cli-v1/declarative-deploy/config/update); where none are, it leaves them alone.
 */
export function cloudbasercFile(settings: readonly FunctionSettings[]): GeneratedFile {
  const functions = settings.map(({ name, timeout, triggers }) => ({
    name,
    timeout,
    ...(triggers.length > 0 && { triggers }),
  }));
  const config = {
    version: '2.0',
    envId: '{{env.ENV_ID}}',
    functionRoot: './dist/cloudfunctions',
    functionDefaultConfig: { runtime: RUNTIME, handler: HANDLER, memorySize: MEMORY_MB, installDependency: false },
    functions,
  };
  return { path: 'cloudbaserc.json', text: `${JSON.stringify(config, null, 2)}\n` };
}
