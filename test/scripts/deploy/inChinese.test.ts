import { localeOf } from '../../../scripts/doctor/settings';
import { onApiv3, onCloudpay } from './project';
import { useCloud } from './useCloud';

const stage = useCloud();

/** Words of English sentences, none of which is a name of ours or of the cloud. */
const ENGLISH =
  /\b(the|is|are|was|not|nothing|changed|create|code|with|trigger|index|access|done|stopped|run|set|by hand)\b/i;
const inChinese = (args: readonly string[]) => stage.deploy(['--locale', 'zh-CN', ...args]);

it('a deployment speaks Chinese from the plan to the end, and so does the second run', async () => {
  const args = ['--only', 'profitSharing,profitSharingReconcile', ...stage.project.variables(onCloudpay)];
  const dry = await inChinese(['--dry-run', ...args]);
  expect(dry.output).toContain('仅查看：什么都没有改。');
  const first = await inChinese(args);
  expect(first.output).toMatch(/环境 [\s\S]*\+ profitSharing: 创建\n[\s\S]*3\/3 [\s\S]*完成。/);
  const second = await inChinese(args);
  expect(second.output).toContain('无事可做。');
  for (const { done, output } of [dry, first, second]) {
    expect(done).toBe(true);
    // The rule of the environment is quoted as it is.
    expect(output.replace(/"auth != null"|"invoke": false/g, '').match(ENGLISH)).toBeNull();
  }
});

it.each([
  ['一条不存在的接入方式', { PROFIT_SHARING_LINK: 'v3' }, [], 'PROFIT_SHARING_LINK 只能是'],
  ['写错的变量名', { PROFIT_SHARING_LNK: 'x' }, [], '是否想写 PROFIT_SHARING_LINK？'],
  ['写错的变量值', { ...onCloudpay, PROFIT_SHARING_SUB_MCH_ID: 'x' }, [], 'PROFIT_SHARING_SUB_MCH_ID（应为'],
  ['写错的函数名', onCloudpay, ['--only', 'profitSharingQuer'], '是否想写 profitSharingQuery？'],
  ['没有文件', onCloudpay, ['--env-file', 'nowhere.env'], '没有文件 nowhere.env'],
])('拒绝%s时也说中文', async (_what, variables, more, words) => {
  const { done, output } = await inChinese([...stage.project.variables(variables), ...more]);
  expect(done).toBe(false);
  expect(output).toContain(words);
  expect(output).not.toMatch(/nothing was changed|did you mean/);
});

it('a failure of the cloud comes with advice in Chinese', async () => {
  stage.api.refusals.set('CreateFunction', { code: 'RequestLimitExceeded', times: 1, message: '请求过多' });
  const { output } = await inChinese([
    '--only',
    'profitSharingNotify',
    ...stage.project.variables({ ...onApiv3, PROFIT_SHARING_LEDGER: 'off' }),
  ]);
  expect(output).toContain('已停止。完成 0/2。');
  expect(output).toContain('等一分钟，再运行同一条命令');
});

it('--help shows the usage in the language asked for, and asks the cloud nothing', async () => {
  const { done, output } = await inChinese(['--help']);
  expect(done).toBe(true);
  expect(output).toContain('让一个云开发环境具备这些函数');
  expect((await stage.deploy(['--help'])).output).toContain('Makes one CloudBase environment hold the functions');
  expect(stage.api.calls).toEqual([]);
});

describe('the language of a command', () => {
  it.each([
    ['en', [{ PROFIT_SHARING_LOCALE: 'zh-CN' }], 'en'],
    [undefined, [{ PROFIT_SHARING_LOCALE: 'en', LANG: 'zh_CN.UTF-8' }], 'en'],
    [undefined, [{}, { PROFIT_SHARING_LOCALE: 'en' }], 'en'],
    [undefined, [{ LANG: 'en_US.UTF-8' }], 'en'],
    [undefined, [{ LANG: 'zh_TW.UTF-8' }], 'zh-CN'],
    [undefined, [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }], 'zh-CN'],
    [undefined, [{ LANG: 'C.UTF-8' }], 'zh-CN'],
    [undefined, [{}], 'zh-CN'],
  ] as const)('asked for %j in %j is %s', (asked, envs, locale) => {
    expect(localeOf(asked, ...envs)).toBe(locale);
  });
});
