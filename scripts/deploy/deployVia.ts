import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { cloudbaserc, cloudbasercPath } from './cloudbaserc';
import { describePrepared, type SetByTool } from './describePrepared';
import { loadMiniprogramCi, type MiniprogramCi, uploadByCi, uploadKey } from './miniprogramCi';
import { type PrepareContext, placeKeys, prepareFunctions } from './prepareFunctions';
import type { Arguments } from './readArguments';

/** The tools that upload functions in the place of this command. */
export type Tool = 'devtools' | 'tcb' | 'miniprogram-ci';

const SET: Readonly<Record<Tool, SetByTool>> = {
  devtools: new Set(),
  tcb: new Set(['runtime', 'timeout', 'memory', 'variables', 'triggers'] as const),
  'miniprogram-ci': new Set(['triggers'] as const),
};

/** What a way needs besides the functions. */
export interface ViaContext extends PrepareContext {
  /** The project's folder. */
  readonly root: string;
  readonly print: (line: string) => void;
  readonly loadCi?: ((root: string) => MiniprogramCi) | undefined;
}

/**
 * Prepares the functions for another tool, or has miniprogram-ci upload them, and says what is left to do by hand.
 * @throws {CloudFailure}
 */
export async function deployVia(
  tool: Tool,
  { envId, dryRun, appid, uploadKey: keyFile, envFile }: Arguments,
  context: ViaContext,
): Promise<void> {
  const { root, folder, print, loadCi = loadMiniprogramCi } = context;
  const key = tool === 'miniprogram-ci' ? uploadKey(root, appid, keyFile) : undefined;
  const prepared = prepareFunctions(context);
  print(describePrepared(prepared, SET[tool]));
  if (dryRun) return print('Dry run: nothing was changed.');
  const ci = key && loadCi(root);
  placeKeys(prepared);
  if (key && ci) await uploadByCi(ci, key, { root, envId, print }, prepared);
  if (tool === 'devtools')
    print('Now open the project in WeChat DevTools and upload each function with all its files.');
  if (tool === 'tcb') {
    const path = cloudbasercPath(root);
    writeFileSync(path, cloudbaserc(root, envId, folder, prepared));
    const values = envFile === undefined ? '.env' : `.env, a copy of ${envFile}`;
    print(`Now run, with the values in ${values}: npx tcb fn deploy --config-file ${basename(path)}`);
    print('It replaces the variables of a function that is there already, and ends with 0 where it fails, too.');
  }
}
