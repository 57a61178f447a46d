import { parseArgs } from 'node:util';
import { playOrder, StoryBroken } from '../console';
import { linkNames } from '../shared/generated/links';
import { type Locale, type Text, translate } from '../shared/locale';
import { openStage } from './demo/openStage';
import { printStory } from './demo/printStory';
import { localeOf } from './doctor/settings';
import { typed } from './terminal/invocation';
import { runTool } from './terminal/runTool';

const USAGE: Text = {
  zh: `${typed('demo')} [--link <接入方式>] [--locale zh-CN|en]
在沙箱上，通过构建好的函数，走完一笔订单的一生。--link 可为 ${linkNames.join('、')}。`,
  en: `${typed('demo')} [--link <link>] [--locale zh-CN|en]
Plays the life of an order on the sandbox, through the built functions. --link is one of ${linkNames.join(', ')}.`,
};

let locale: Locale = localeOf(undefined, process.env);

function readArguments() {
  const options = { link: { type: 'string' }, locale: { type: 'string' }, help: { type: 'boolean' } } as const;
  try {
    const { values } = parseArgs({ options });
    const link = linkNames.find((name) => name === (values.link ?? linkNames[0]));
    if (link) return { ...values, link };
  } catch {
    // Answered with the usage, as a link that does not exist.
  }
  return undefined;
}

async function demo(): Promise<number> {
  const given = readArguments();
  locale = localeOf(given?.locale, process.env);
  if (!given || given.help) {
    (given ? console.log : console.error)(translate(USAGE, locale));
    return given ? 0 : 2;
  }
  const { link } = given;
  const stage = await openStage(link, locale);
  const heading = {
    zh: `一笔订单的一生，接入方式“${link}”：构建好的函数、未经改动的 SDK、代替微信支付的沙箱。`,
    en: `The life of an order, over the link "${link}": the built functions, the unmodified SDKs, a sandbox for WeChat Pay.`,
  };
  console.log(translate(heading, locale));
  try {
    await playOrder(stage, printStory(stage, locale));
  } finally {
    await stage.close();
  }
  console.log(`\n${translate({ zh: '账是平的。', en: 'The books balance.' }, locale)}`);
  return 0;
}

void runTool(demo, (error) => {
  if (!(error instanceof StoryBroken)) return { text: String((error as Error)?.stack ?? error), code: 1 };
  const { chapter, message } = error;
  const broken = { zh: `故事断在“${chapter}”：${message}`, en: `The story broke at "${chapter}": ${message}` };
  return { text: `\n${translate(broken, locale)}`, code: 1 };
});
