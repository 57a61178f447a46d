import { resolve } from 'node:path';
import { deployFunctions } from './deploy/deployFunctions';
import { functionsFolder } from './terminal/invocation';
import { runTool } from './terminal/runTool';

const inRepository = functionsFolder() !== 'cloudfunctions';

/** The repository builds the functions anew; a project of the npm package has them built. */
async function build({ examples }: { readonly examples: boolean }): Promise<void> {
  if (!inRepository) return;
  const { buildExamples, buildFunctions } = await import('./build');
  await Promise.all([buildFunctions(), ...(examples ? [buildExamples()] : [])]);
}

void runTool(
  async () => {
    const root = inRepository ? resolve(__dirname, '..') : process.cwd();
    const context = {
      root,
      functions: functionsFolder(),
      env: process.env,
      print: console.log,
      printError: console.error,
    };
    return (await deployFunctions(process.argv.slice(2), { ...context, build })) ? 0 : 1;
  },
  (error) => ({ text: String((error as Error)?.stack ?? error), code: 1 }),
);
