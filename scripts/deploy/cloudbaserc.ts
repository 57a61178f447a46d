import { join, relative } from 'node:path';
import { HANDLER, MEMORY_MB, RUNTIME } from './functionSettings';
import type { Prepared } from './prepareFunctions';

/**
 * A `cloudbaserc.json` for the CloudBase CLI. Variables stand in it by name (`{{env.NAME}}`): the CLI reads their values
 * from `.env` and the environment, and a name that is set nowhere would make the file unreadable for it, so only those
 * that are set are named (docs.cloudbase.net/cli-v1/config).
 * @param root the folder the CLI is started in
 */
export function cloudbaserc(root: string, envId: string, folder: string, { functions }: Prepared): string {
  const config = {
    version: '2.0',
    envId,
    functionRoot: `./${relative(root, folder).replaceAll('\\', '/')}`,
    functions: functions.map(({ settings: { name, timeout, triggers }, variables }) => ({
      ...{ name, timeout, runtime: RUNTIME, handler: HANDLER, memorySize: MEMORY_MB, installDependency: false },
      envVariables: Object.fromEntries(variables.map((variable) => [variable, `{{env.${variable}}}`])),
      ...(triggers.length > 0 && { triggers }),
    })),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Where it is written: beside what is built, as it names the variables of one merchant. */
export function cloudbasercPath(root: string): string {
  return join(root, 'cloudbaserc.deploy.json');
}
