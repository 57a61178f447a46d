import { writeFileSync } from 'node:fs';
import { cloudBaseOf } from '../shared/cloudbase';
import { LedgerUnavailableError } from '../shared/ledger/store';
import { type Text, translate } from '../shared/locale';
import { cloudbaseReport } from '../shared/report/cloudbaseReport';
import { CloudFailure, explain } from './collections/cloudFailure';
import { environmentArguments } from './collections/environmentArguments';
import { accountKey, proxyOf, readCredentials } from './collections/openCloud';
import { localeOf } from './doctor/settings';
import { gatherReport, isReconciled, WrongQuestion } from './report/gatherReport';
import { issuesCsv, reportText, totalsCsv } from './report/reportTables';
import { typed } from './terminal/invocation';
import { printable } from './terminal/printable';
import { Redactor } from './terminal/redactor';
import { runTool } from './terminal/runTool';

const USAGE: Text = {
  zh: `${typed('report')} --env <envId> [--from yyyy-MM-dd] [--to yyyy-MM-dd] [--by receiver|merchant|operation|day]
       [--csv <文件>] [--locale zh-CN|en]
从一个云开发环境的账本读出：需要留意的请求、即将结束的冻结、与账单的差异，以及合计（默认最近 30 天，按北京时间）。只读数据库，
什么都不改。--csv 把合计写成 Excel 可直接打开的文件，需要留意的请求写进旁边的 <文件>.issues.csv。账号密钥取自
TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY，临时密钥还有 TENCENTCLOUD_SESSIONTOKEN。`,
  en: `${typed('report')} --env <envId> [--from yyyy-MM-dd] [--to yyyy-MM-dd] [--by receiver|merchant|operation|day]
       [--csv <file>] [--locale zh-CN|en]
Reads from the ledger of a CloudBase environment: requests that want attention, freezes that end, breaks with the bill, and
totals (of the last 30 days unless said otherwise, in Beijing's time). It reads the database and changes nothing. --csv
writes the totals as a file that Excel opens, and what wants attention to <file>.issues.csv beside it. The account's key is
read from TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY and, where it is a temporary one, TENCENTCLOUD_SESSIONTOKEN.`,
};

const options = {
  env: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  csv: { type: 'string' },
  locale: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const { protect, redact } = new Redactor();
let locale = localeOf(undefined, process.env);

async function run(): Promise<number> {
  protect(accountKey(process.env));
  const { env: envId = '', csv, help, locale: asked, from, to, by } = environmentArguments(options, USAGE);
  locale = localeOf(asked, process.env);
  if (help) {
    console.log(translate(USAGE, locale));
    return 0;
  }
  const proxy = proxyOf(process.env);
  const access = { ...readCredentials(process.env), proxy };
  const queries = cloudbaseReport(cloudBaseOf(envId, access).database());
  const question = { ...(from && { from }), ...(to && { to }), ...(by && { by }) };
  const report = await gatherReport(queries, question, locale, Date.now()).catch(asCloudFailure);
  console.log(printable(redact(reportText(report, locale))));
  if (csv) {
    // Money and who gets it: for the one who asked alone.
    writeFileSync(csv, totalsCsv(report, locale), { mode: 0o600 });
    writeFileSync(`${csv}.issues.csv`, issuesCsv(report, locale), { mode: 0o600 });
  }
  return isReconciled(report) ? 0 : 1;
}

function asCloudFailure(error: unknown): never {
  if (error instanceof WrongQuestion) throw new CloudFailure('USAGE', USAGE);
  throw error instanceof LedgerUnavailableError ? new CloudFailure(error.reason, error.message) : error;
}

void runTool(run, (error) => ({
  text:
    error instanceof CloudFailure ? explain(error, locale, redact) : redact(String((error as Error)?.stack ?? error)),
  code: 1,
}));
