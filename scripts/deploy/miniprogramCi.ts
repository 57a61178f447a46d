import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Text } from '../../shared/locale';
import { CloudFailure } from '../collections/cloudFailure';
import type { Trigger } from './functionSettings';
import type { Prepared } from './prepareFunctions';

/** What of the official `miniprogram-ci` is used (its README, 云函数与定时触发器). */
export interface MiniprogramCi {
  readonly Project: new (options: {
    appid: string;
    type: 'miniProgram';
    projectPath: string;
    privateKeyPath: string;
    ignores: string[];
  }) => object;
  readonly cloud: {
    uploadFunction(options: {
      project: object;
      env: string;
      name: string;
      path: string;
      remoteNpmInstall: boolean;
    }): Promise<{ filesCount: number; packSize: number }>;
    createTimeTrigger(options: {
      project: object;
      envId: string;
      functionName: string;
      triggersConfig: Trigger[];
    }): Promise<string>;
  };
}

/** The key of a mini program for uploads, from 开发管理 - 开发设置 - 小程序代码上传. */
export interface UploadKey {
  readonly appid: string;
  readonly file: string;
}

/**
 * Loads miniprogram-ci from the project it is installed in: it weighs more than everything else together, and is the
 * user's choice.
 * @throws {CloudFailure} NO_MINIPROGRAM_CI
 */
export function loadMiniprogramCi(root: string): MiniprogramCi {
  try {
    return createRequire(join(root, 'package.json'))('miniprogram-ci') as MiniprogramCi;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND';
    const how = 'npm install --no-save miniprogram-ci';
    const why = missing
      ? { zh: `这里没有安装它：${how}`, en: `it is not installed here: ${how}` }
      : (error as Error).message;
    throw new CloudFailure('NO_MINIPROGRAM_CI', why);
  }
}

/** @throws {CloudFailure} USAGE or NO_FILE before anything is uploaded */
export function uploadKey(root: string, appid: string | undefined, file: string | undefined): UploadKey {
  const config = join(root, 'project.config.json');
  const own = existsSync(config) ? (JSON.parse(readFileSync(config, 'utf8')) as { appid?: string }).appid : undefined;
  const chosen = appid ?? own;
  if (!file)
    throw new CloudFailure('USAGE', {
      zh: '--via miniprogram-ci 需要 --upload-key <文件>',
      en: '--via miniprogram-ci needs --upload-key <file>',
    });
  if (!chosen || !/^wx[0-9a-f]{16}$/.test(chosen))
    throw new CloudFailure('USAGE', {
      zh: '--via miniprogram-ci 需要 --appid <appid>，或 project.config.json 里的 appid',
      en: '--via miniprogram-ci needs --appid <appid>, or the appid in project.config.json',
    });
  if (!existsSync(file)) throw new CloudFailure('NO_FILE', { zh: `没有文件 ${file}`, en: `there is no file ${file}` });
  return { appid: chosen, file };
}

/**
 * Uploads functions one after the other, as WeChat DevTools does, and their timers. Ends at the first failure.
 * @param print takes a line for every function
 * @throws {CloudFailure} UPLOAD_FAILED
 */
export async function uploadByCi(
  ci: MiniprogramCi,
  { appid, file }: UploadKey,
  { root, envId, print }: { readonly root: string; readonly envId: string; readonly print: (line: Text) => void },
  { functions }: Prepared,
): Promise<void> {
  const paths = { projectPath: root, privateKeyPath: file };
  const project = new ci.Project({ appid, type: 'miniProgram', ...paths, ignores: ['node_modules/**/*'] });
  for (const { settings, folder: path } of functions) {
    const { name, installDependency = false, triggers } = settings;
    try {
      await ci.cloud.uploadFunction({ project, env: envId, name, path, remoteNpmInstall: installDependency });
      if (triggers.length > 0)
        await ci.cloud.createTimeTrigger({ project, envId, functionName: name, triggersConfig: [...triggers] });
    } catch (error) {
      throw new CloudFailure('UPLOAD_FAILED', `${name}: ${(error as Error)?.message ?? error}`);
    }
    print({ zh: `${name}：已上传`, en: `${name}: uploaded` });
  }
}
