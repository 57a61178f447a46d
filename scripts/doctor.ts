import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Text, translate } from '../shared/locale';
import { isProblem } from './doctor/finding';
import { report, reportJson } from './doctor/report';
import { type Checked, runChecks } from './doctor/runChecks';
import { localeOf, readSettings, withoutSecrets } from './doctor/settings';
import { FileError } from './settings/readTextFile';
import { functionsFolder, typed } from './terminal/invocation';
import { printable } from './terminal/printable';
import { runTool } from './terminal/runTool';

const USAGE: Text = {
  zh: `${typed('doctor')} [--env-file <文件>] [--credentials <文件夹>] [--env <envId> [--prefix <前缀>]] [--notify-url <地址>] [--locale zh-CN|en] [--json]
检查一份配置能否分账，并为每个发现给出解决办法。变量取自 --env-file，否则取自当前文件夹的 .env，再否则取自环境变量；
PEM 文件取自 --credentials，默认为 credentials。--env 另外检查该云开发环境里已部署的函数，账号密钥取自
TENCENTCLOUD_SECRETID 与 TENCENTCLOUD_SECRETKEY。--notify-url 让微信支付向该通知地址发一条测试通知（API v3）。只发出不动账的请求，从不打印密钥。有问题时以 1 退出，用法有误以 2 退出。`,
  en: `${typed('doctor')} [--env-file <file>] [--credentials <folder>] [--env <envId> [--prefix <letters>]]
    [--notify-url <url>] [--locale zh-CN|en] [--json]
Checks whether a configuration can share money, and says what to do about every finding. The variables are read from
--env-file, else from .env in this folder, else from the environment; PEM files from --credentials, which is the folder
credentials by default. --env also looks at the functions that are deployed in a CloudBase environment, with the
account's key from TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY. --notify-url has WeChat Pay send a test
notification to that address (API v3). Sends nothing that moves money and never prints a secret. Ends with 1 when there is a problem,
with 2 when it is called wrongly.`,
};

const options = {
  'env-file': { type: 'string' },
  credentials: { type: 'string', default: 'credentials' },
  env: { type: 'string' },
  prefix: { type: 'string', default: '' },
  'notify-url': { type: 'string' },
  locale: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

async function doctor(): Promise<number> {
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ options }));
  } catch {
    // The parser's own words would repeat the argument, which may be a key.
    console.error(translate(USAGE, localeOf(undefined, process.env)));
    return 2;
  }
  if (values.help) {
    console.log(translate(USAGE, localeOf(values.locale, process.env)));
    return 0;
  }
  const { env, source } = readSettings(values['env-file'], process.env);
  const locale = localeOf(values.locale, env, process.env);
  const checked = await withDeployment(
    await runChecks(env, values.credentials, values['notify-url']),
    values.env,
    values.prefix,
  );
  const text = values.json ? reportJson(checked, locale) : report(checked, source, locale);
  console.log(printable(withoutSecrets(text, env)));
  return checked.findings.some(isProblem) ? 1 : 0;
}

/** The cloud's API is loaded only where it is asked. */
async function withDeployment(checked: Checked, envId: string | undefined, prefix: string): Promise<Checked> {
  if (envId === undefined) return checked;
  const { inspectDeployment } = await import('./doctor/inspectDeployment');
  const root = functionsFolder() === 'cloudfunctions' ? process.cwd() : resolve(__dirname, '..');
  const findings = await inspectDeployment({ ...checked, envId, prefix, root }, process.env);
  return { ...checked, findings: [...checked.findings, ...findings] };
}

void runTool(doctor, (error) => ({
  text:
    error instanceof FileError
      ? translate(error.says, localeOf(undefined, process.env))
      : withoutSecrets(String((error as Error)?.stack ?? error), process.env),
  code: 2,
}));
