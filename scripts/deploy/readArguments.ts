import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Text } from '../../shared/locale';
import { CloudFailure } from '../collections/cloudFailure';
import { typed } from '../terminal/invocation';

/** What `--help` shows. */
export const USAGE: Text = {
  zh: `${typed('deploy')} --env <envId> [--only <函数>,<函数>] [--dry-run]
    [--adopt] [--prefix <前缀>] [--examples]
    [--via devtools|tcb|miniprogram-ci [--appid <appid>] [--upload-key <文件>]]
    [--env-file <文件>] [--credentials <文件夹>] [--locale zh-CN|en]
让一个云开发环境具备这些函数：代码、限额、变量、触发器、HTTP 路径与账本的集合。先显示计划，--dry-run 到此为止。与我们的函数同名、
但不是由本命令部署的函数不会被动，除非用 --adopt 允许替换。--prefix 加在每个函数名之前，供同一环境里的第二个商户号使用；
--examples 同时部署示例商店。--via 改为替其他工具准备函数，或由 miniprogram-ci 上传，并说明还须手工设置什么。变量取自
--env-file 或 .env，并入函数已有的变量；PEM 文件取自 --credentials 或 credentials/。账号密钥取自 TENCENTCLOUD_SECRETID、
TENCENTCLOUD_SECRETKEY，临时密钥还有 TENCENTCLOUD_SESSIONTOKEN。`,
  en: `${typed('deploy')} --env <envId> [--only <function>,<function>] [--dry-run]
    [--adopt] [--prefix <letters>] [--examples]
    [--via devtools|tcb|miniprogram-ci [--appid <appid>] [--upload-key <file>]]
    [--env-file <file>] [--credentials <folder>] [--locale zh-CN|en]
Makes one CloudBase environment hold the functions: code, limits, variables, triggers, the HTTP path and the collections
of the ledger. Shows the plan first; --dry-run ends there. A function of one of our names that this command did not
deploy is left alone, unless --adopt lets it be replaced. --prefix goes before every name, for a second merchant number
in one environment; --examples deploys the example shop, too. --via prepares the functions for another tool instead, or
has miniprogram-ci upload them, and says what is left to be set by hand. Variables come from --env-file, or .env, and
are added to those a function has; PEM files come from --credentials, or credentials/. The account's key is read from
TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and, where it is a temporary one, TENCENTCLOUD_SESSIONTOKEN.`,
};

/** The tools that upload functions in the place of this command. */
export type Tool = 'devtools' | 'tcb' | 'miniprogram-ci';

const TOOLS: readonly Tool[] = ['devtools', 'tcb', 'miniprogram-ci'];

/** The command line, read. */
export interface Arguments {
  readonly envId: string;
  /** Whether only the usage is asked for. */
  readonly help: boolean;
  readonly locale: string | undefined;
  /** Names of functions; nothing for all that have something to do. */
  readonly only: readonly string[] | undefined;
  readonly dryRun: boolean;
  /** Whether functions that something else deployed may be replaced. */
  readonly adopt: boolean;
  /** Before the names of functions in the cloud. */
  readonly prefix: string;
  /** Whether the example shop is deployed, too. */
  readonly examples: boolean;
  /** The tool that uploads in the place of this command. */
  readonly via: Tool | undefined;
  /** Of the mini program, for miniprogram-ci. */
  readonly appid: string | undefined;
  /** The file of its upload key. */
  readonly uploadKey: string | undefined;
  readonly envFile: string | undefined;
  /** The folder of PEM files. */
  readonly credentials: string;
}

/** @throws {CloudFailure} USAGE */
export function readArguments(args: readonly string[], root: string): Arguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    env: text,
    only: text,
    'env-file': text,
    credentials: text,
    'dry-run': flag,
    adopt: flag,
    prefix: text,
    examples: flag,
    via: text,
    appid: text,
    'upload-key': text,
    locale: text,
    help: flag,
  };
  try {
    const { values } = parseArgs({ args: [...args], options });
    const {
      env,
      credentials = join(root, 'credentials'),
      'env-file': envFile,
      'dry-run': dryRun = false,
      adopt = false,
      prefix = '',
      examples = false,
      appid,
      'upload-key': uploadKey,
      locale,
      help = false,
    } = values;
    const via = TOOLS.find((tool) => tool === values.via);
    const only = values.only?.split(',').filter((name) => name !== '');
    // As the cloud names functions: letters, digits, hyphens and underscores, a letter first, 60 at most.
    const isName = prefix === '' || /^[A-Za-z][\w-]{0,19}$/.test(prefix);
    // The example shop calls the functions by their own names, and other tools name them by their folders.
    const isOne = prefix === '' || !(examples || via);
    // A cloudbaserc.json has one folder for all functions.
    const isKnown = values.via === undefined || (via !== undefined && !(via === 'tcb' && examples));
    if (help || (env && only?.length !== 0 && isName && isOne && isKnown))
      return {
        envId: env ?? '',
        help,
        locale,
        only,
        dryRun,
        adopt,
        prefix,
        examples,
        via,
        appid,
        uploadKey,
        envFile,
        credentials,
      };
  } catch {
    // The parser's own words would repeat the argument, which may be a key.
  }
  throw new CloudFailure('USAGE', USAGE);
}
