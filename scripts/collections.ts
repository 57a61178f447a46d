import { type Text, translate } from '../shared/locale';
import { cloudDatabase } from './collections/cloudDatabase';
import { CloudFailure, explain } from './collections/cloudFailure';
import { ensureCollections } from './collections/ensureCollections';
import { environmentArguments } from './collections/environmentArguments';
import { exampleCollections, ledgerCollections } from './collections/ledgerCollections';
import { accountKey, openCloud, readCredentials } from './collections/openCloud';
import { localeOf } from './doctor/settings';
import { typed } from './terminal/invocation';
import { printable } from './terminal/printable';
import { Redactor } from './terminal/redactor';
import { runTool } from './terminal/runTool';

const USAGE: Text = {
  zh: `${typed('collections')} --env <envId> [--examples] [--dry-run] [--locale zh-CN|en]
在一个云开发环境里创建函数所需的集合与索引，加 --examples 还包括示例商店的。账号密钥取自 TENCENTCLOUD_SECRETID、
TENCENTCLOUD_SECRETKEY，临时密钥还有 TENCENTCLOUD_SESSIONTOKEN。`,
  en: `${typed('collections')} --env <envId> [--examples] [--dry-run] [--locale zh-CN|en]
Makes the collections and indexes that the functions need in one CloudBase environment, with --examples those of the
example shop, too. The account's key is read from TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and, where it is a
temporary one, TENCENTCLOUD_SESSIONTOKEN.`,
};

const options = {
  env: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  examples: { type: 'boolean', default: false },
  locale: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const { protect, redact } = new Redactor();
let locale = localeOf(undefined, process.env);

async function run(): Promise<number> {
  protect(accountKey(process.env));
  const { env: envId = '', examples, 'dry-run': dryRun, help, locale: asked } = environmentArguments(options, USAGE);
  locale = localeOf(asked, process.env);
  if (help) {
    console.log(translate(USAGE, locale));
    return 0;
  }
  const app = openCloud(envId, readCredentials(process.env));
  const heading = {
    zh: `环境 ${envId}（= 已有，+ 缺少，! 需要你处理）`,
    en: `Environment ${envId} (= is there, + is missing, ! needs you)`,
  };
  console.log(translate(heading, locale));
  const collections = { ...ledgerCollections, ...(examples && exampleCollections) };
  const print = (line: string) => console.log(printable(redact(line)));
  await ensureCollections(await cloudDatabase(app, envId), { collections, dryRun, print, locale });
  return 0;
}

void runTool(run, (error) => ({
  text:
    error instanceof CloudFailure ? explain(error, locale, redact) : redact(String((error as Error)?.stack ?? error)),
  code: 1,
}));
