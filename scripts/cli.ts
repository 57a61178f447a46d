import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { version } from '../package.json';
import { type Text, translate } from '../shared/locale';
import { localeOf } from './doctor/settings';
import { withPackagedFunctions } from './init/packagedFunctions';
import { functionsFolder, speakAs } from './terminal/invocation';
import { runTool } from './terminal/runTool';

const USAGE: Text = {
  zh: `npx cloudpay-profitsharing-cli <命令> [选项]
  init         在当前文件夹建立项目：可直接上传的云函数、.env.example、project.config.json 与一个示例函数
  sandbox      在本机启动微信支付与云开发的沙箱，不需要任何账号
  doctor       检查一份配置能否分账，并为每个发现给出解决办法
  call         调用一个分账函数：沙箱里的、以自己的密钥在本机运行的、或已部署的
  deploy       把函数部署到一个云开发环境
  collections  在一个云开发环境里创建账本的集合与索引
  report       读出一个云开发环境的账本：需要留意的请求与合计，也可写成表格
每个命令都有 --help；--version 显示版本。`,
  en: `npx cloudpay-profitsharing-cli <command> [options]
  init         makes a project of this folder: functions ready to upload, .env.example, project.config.json, an example
  sandbox      starts WeChat Pay and CloudBase on this machine; no account is needed
  doctor       checks whether a configuration can share money, and says what to do about every finding
  call         calls one profit-sharing function: in the sandbox, on this machine with your own keys, or deployed
  deploy       deploys the functions to a CloudBase environment
  collections  makes the ledger's collections and indexes in a CloudBase environment
  report       reads the ledger of a CloudBase environment: what wants attention, totals, spreadsheets
Every command has --help; --version shows the version.`,
};

/** The scripts of the repository, by the name of their command; each reads its options from `process.argv`. */
const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  init: () => import('./init'),
  sandbox: () => import('./sandbox'),
  doctor: () => import('./doctor'),
  call: () => import('./call'),
  deploy: () => import('./deploy'),
  collections: () => import('./collections'),
  report: () => import('./report'),
};

async function cli([name, ...args]: readonly string[]): Promise<number | undefined> {
  const locale = localeOf(undefined, process.env);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(translate(USAGE, locale));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    console.log(version);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const nearest = closest(name, Object.keys(commands));
    const unknown = {
      zh: `没有这个命令；最接近的是 ${nearest}。`,
      en: `There is no such command; the nearest is ${nearest}.`,
    };
    console.error(`${translate(unknown, locale)}\n\n${translate(USAGE, locale)}`);
    return 2;
  }
  speakAs('package');
  process.argv.splice(2, process.argv.length, ...(name === 'sandbox' ? withFunctions(args) : args));
  await command();
  return undefined;
}

/** The sandbox runs the functions of the project, or those of this package where there are none. */
function withFunctions(args: readonly string[]): readonly string[] {
  if (args.some((arg) => /^--(functions|help)(=|$)/.test(arg))) return args;
  const own = functionsFolder();
  return ['--functions', existsSync(join(own, 'profitSharing')) ? own : withPackagedFunctions(), ...args];
}

void runTool(
  () => cli(process.argv.slice(2)),
  (error) => ({ text: String((error as Error)?.stack ?? error), code: 2 }),
);
