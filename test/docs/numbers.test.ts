import { DEFAULTS, LONGEST_PAUSE_MS } from '../../client/waitUntilSettled';
import { defaultSwitches as switches } from '../../sandbox/wechatpay/bank/switches';
import { MEMORY_MB, TIMEOUT_S } from '../../scripts/deploy/functionSettings';
import { OLDEST_NODE } from '../../scripts/deploy/planFunction';
import { MOST_BYTES } from '../../scripts/deploy/selectVariables';
import { LINKS } from '../../shared/generated/links';
import { hash } from '../../shared/ledger/hash';
import { SKEW_MS } from '../../shared/ledger/leaseEnd';
import { PLATFORM_DEFAULT_MS } from '../../shared/limitWarning';
import { MOST } from '../../shared/normalizeRequest';
import * as daily from '../../shared/reconcile/dailyTasks';
import { NOTIFY_MS } from '../../shared/reconcile/notifySettled';
import { ARRIVED_AFTER_MS, BLOCKED_MS, LATE_MS } from '../../shared/reconcile/queryRecord';
import * as setAside from '../../shared/reconcile/setAside';
import { MOST_APART_S } from '../../shared/wechatpay/verifier';
import { proseOf, read } from './documents';

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

const WORDS: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  '0.5': ['half', '半'],
  '1': ['a', '一'],
  '3': ['three', '三'],
  '5': ['five', '五'],
};

/** The timer of profitSharingReconcile, in minutes. */
const everyMinutes = Number(
  /^0 \*\/(\d+) /.exec(JSON.parse(read('cloudfunctions/profitSharingReconcile/config.json')).triggers[0].config)?.[1],
);

/**
 * A number of the code and the words that say it on a page, in both languages. `#` stands for the number in digits, `@`
 * for the number as a word.
 */
type Row = readonly [page: string, value: number, english: string, chinese: string];

/** Numbers of these functions and commands. */
const ours: readonly Row[] = [
  ['docs/guide.md', MOST_BYTES / 1024, 'all variables of a function together hold # KB', '全部变量合计只有 # KB'],
  ['docs/guide.md', OLDEST_NODE, 'From Node.js # on', 'Node.js # 及以上'],
  ['docs/replies.md', PLATFORM_DEFAULT_MS / SECOND, "the platform's default of # s", '平台默认的 # 秒'],
  ['docs/guide.md', TIMEOUT_S.money, '# s for what moves money', '动用资金的函数 # 秒'],
  ['docs/guide.md', TIMEOUT_S.reconcile, '# s for `profitSharingReconcile`', '`profitSharingReconcile` # 秒'],
  ['docs/guide.md', TIMEOUT_S.notify, '# s for `profitSharingNotify`', '`profitSharingNotify` # 秒'],
  ['docs/guide.md', TIMEOUT_S.read, '# s for the rest', '其余 # 秒'],
  ['docs/guide.md', TIMEOUT_S.register, '# s for the rest', '其余 # 秒'],
  ['docs/guide.md', MEMORY_MB, '# MB', '内存 # MB'],
  ['docs/guide.md', TIMEOUT_S.money, 'ours may take # s', '我们的函数最多 # 秒'],
  ['docs/guide.md', everyMinutes, 'runs every @ minutes', '每@分钟运行一次'],
  ['docs/guide.md', daily.WARNED_DAYS, 'warns @ days before', '前@天预警'],
  ['docs/guide.md', LINKS.apiv3.freezeDays, '# days for ordinary orders', '普通订单 # 天'],
  ['docs/guide.md', LINKS.brand.freezeDays, '# days on `ecommerce` and `brand`', '`ecommerce` 与 `brand` # 天'],
  ['docs/runbook.md', LATE_MS / DAY, 'A return takes @ days at most', '一笔回退最长@天'],
  [
    'docs/runbook.md',
    ARRIVED_AFTER_MS / MINUTE,
    'more than @ minute after the last sending',
    '距最后一次发送超过@分钟',
  ],
  ['docs/runbook.md', LINKS.apiv2.freezeDays, '`apiv3` | # days', '`apiv3` | # 天'],
  ['docs/runbook.md', LINKS.ecommerce.freezeDays, '`brand` | # days', '`brand` | # 天'],
  ['docs/runbook.md', daily.WARNED_DAYS, 'warns @ days before', '提前@天预警'],
  ['docs/runbook.md', TIMEOUT_S.reconcile, 'its timeout too short: # s', '应为 # 秒'],
  ['docs/runbook.md', everyMinutes, 'every @ minutes. Or', '秒、每@分钟'],
  ['docs/runbook.md', BLOCKED_MS / MINUTE, 'tried again in @ minutes', '@分钟后再试'],
  ['docs/runbook.md', setAside.HOUR_MS / HOUR, 'tried again after an hour', '@小时后再试'],
  ['docs/runbook.md', setAside.MOST_MS / DAY, 'once @ day at last', '最长@天一次'],
  ['docs/runbook.md', LATE_MS / DAY, 'no end after @ days', '@天后仍没有最终结果'],
  ['docs/runbook.md', NOTIFY_MS / SECOND, 'takes longer than # s', '超过 # 秒'],
  ['docs/runbook.md', daily.AGAIN_AFTER_MS / HOUR, 'again every @ hour', '三天之内每@小时再试一次'],
  ['docs/runbook.md', daily.BILL_DAYS, ', for @ days', '@天之内每半小时'],
  ['docs/security.md', MOST.values, 'at most # fields and list items', '最多 # 个字段与列表项'],
  ['docs/security.md', MOST.characters, '# characters and', '# 个字符'],
  ['docs/security.md', MOST.depth, '# levels', '# 层嵌套'],
  ['docs/security.md', (hash('').length - 1) * 4, 'first # bits of an HMAC-SHA-256', 'HMAC-SHA-256 的前 # 位'],
  ['docs/security.md', MOST_BYTES / 1024, 'All variables of a function together hold # KB', '全部变量合计只有 # KB'],
  ['docs/security.md', MOST_APART_S, 'a clock of # seconds', '时钟窗口 # 秒'],
  ['docs/security.md', SKEW_MS / MINUTE, 'clocks up to # minutes apart', '时钟相差至多 # 分钟'],
  ['docs/guide.md', PLATFORM_DEFAULT_MS / SECOND, 'default of # s is too short', '默认的 # 秒'],
  ['docs/replies.md', PLATFORM_DEFAULT_MS / SECOND, 'default of # s, or less', '默认的 # 秒或更短'],
  ['docs/replies.md', hash('').length - 1, 'first # hexadecimal digits', '前 # 个十六进制字符'],
  ['docs/migration.md', LATE_MS / DAY, 'may take up to @ days', '最长可能要@天'],
  ['client/README.md', hash('').length - 1, 'first # hexadecimal digits', '前 # 位十六进制'],
  ['client/README.md', DEFAULTS.timeoutMs, '`timeoutMs` (#)', '`timeoutMs`（#）'],
  ['client/README.md', DEFAULTS.intervalMs, '`intervalMs` (#;', '`intervalMs`（#；'],
  ['client/README.md', LONGEST_PAUSE_MS, 'up to #)', '最多 #）'],
];

/** Numbers of WeChat Pay and CloudBase: where the sandbox or a schema has the number too, it stands here. */
const theirs: readonly Row[] = [
  ['docs/guide.md', switches.receiversPerList, 'holds # receivers at most', '最多 # 个接收方'],
  ['docs/guide.md', 30, 'a timeout of # s', '# 秒超时'],
  ['docs/runbook.md', switches.returnWindowMs / DAY, 'possible for # days', '在 # 天内可行'],
  ['docs/runbook.md', 24, 'within # hours', '# 小时内'],
  ['docs/runbook.md', switches.receiversPerRequest, '# receivers in each', '每次 # 个接收方'],
  ['docs/security.md', 28, '(# characters from', '# 个字符'],
  ['docs/migration.md', switches.requestsPerOrder, 'At most # requests for an order', '每笔订单至多 # 次请求'],
  ['docs/migration.md', switches.receiversPerRequest, 'at most # receivers in each', '每次至多 # 个接收方'],
  ['docs/migration.md', 32, 'at most # characters', '最多 # 个字符'],
];

const rows = [...ours, ...theirs];

it.each(rows)('%s says %d: %s', (page, value, english, chinese) => {
  expect(textOf(page)).toContain(said(english, value, 'en'));
  expect(textOf(translationOf(page))).toContain(said(chinese, value, 'zh'));
});

/** A number with its unit, wherever it stands in the English text. */
const NUMBER =
  /\b(?:\d+|half|three|four|five|ten) (?:ms|s|KB|MB|seconds?|minutes?|hours?|days?|characters|levels|bits|receivers)\b.{0,20}/g;

it.each([...new Set(rows.map(([page]) => page))])('every number of %s that has a unit stands in the table', (page) => {
  const mine = rows.filter(([of]) => of === page);
  const left = mine.reduce(
    (text, [, value, english]) => text.replaceAll(said(english, value, 'en'), ' … '),
    textOf(page),
  );
  expect(left.match(NUMBER) ?? []).toEqual([]);
});

/** A page on one line, numbers without separators. */
function textOf(page: string): string {
  return proseOf(read(page))
    .replace(/(\d)[ ,](?=\d{3}\b)/g, '$1')
    .replace(/\s+/g, ' ');
}

function translationOf(page: string): string {
  return page.startsWith('docs/') ? page.replace('docs/', 'docs/zh-CN/') : page.replace('.md', '.zh-CN.md');
}

function said(words: string, value: number, language: 'en' | 'zh'): string {
  if (!words.includes('@')) return words.replace('#', String(value));
  const [english, chinese] = WORDS[String(value)] ?? [];
  return words.replace('@', String(language === 'en' ? english : chinese));
}
