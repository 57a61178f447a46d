import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locale, Text } from '../../shared/locale';
import { ENDS } from '../collections/ensureCollections';
import { cloudbaserc, cloudbasercPath } from './cloudbaserc';
import { describePrepared, type SetByTool } from './describePrepared';
import { loadMiniprogramCi, type MiniprogramCi, uploadByCi, uploadKey } from './miniprogramCi';
import { type PrepareContext, placeKeys, prepareFunctions } from './prepareFunctions';
import type { Arguments, Tool } from './readArguments';

const SET: Readonly<Record<Tool, SetByTool>> = {
  devtools: new Set(),
  tcb: new Set(['runtime', 'timeout', 'memory', 'variables', 'triggers'] as const),
  'miniprogram-ci': new Set(['triggers'] as const),
};

const OPEN_DEVTOOLS: Text = {
  zh: '接下来用微信开发者工具打开项目，以“所有文件”逐个上传这些函数。',
  en: 'Now open the project in WeChat DevTools and upload each function with all its files.',
};

const OF_TCB: Text = {
  zh: '它会替换已有函数的变量；失败时退出码也是 0。',
  en: 'It replaces the variables of a function that is there already, and ends with 0 where it fails, too.',
};

/** What a way needs besides the functions. */
export interface ViaContext extends PrepareContext {
  /** The project's folder. */
  readonly root: string;
  readonly print: (line: Text) => void;
  readonly locale: Locale;
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
  const { root, folder, print, locale, loadCi = loadMiniprogramCi } = context;
  const key = tool === 'miniprogram-ci' ? uploadKey(root, appid, keyFile) : undefined;
  const prepared = prepareFunctions(context);
  const described = describePrepared(prepared, SET[tool], locale);
  print({ zh: described, en: described });
  if (dryRun) return print(ENDS.dryRun);
  const ci = key && loadCi(root);
  placeKeys(prepared);
  if (key && ci) await uploadByCi(ci, key, { root, envId, print }, prepared);
  if (tool === 'devtools') print(OPEN_DEVTOOLS);
  if (tool === 'tcb') {
    const path = cloudbasercPath(root);
    writeFileSync(path, cloudbaserc(root, envId, folder, prepared));
    const run = `npx tcb fn deploy --config-file ${basename(path)}`;
    print(
      envFile === undefined
        ? { zh: `接下来运行：${run}`, en: `Now run: ${run}` }
        : { zh: `接下来把 ${envFile} 复制为 .env，再运行：${run}`, en: `Now copy ${envFile} to .env and run: ${run}` },
    );
    print(OF_TCB);
  }
}
