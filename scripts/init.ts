import { parseArgs } from 'node:util';
import { type Text, translate } from '../shared/locale';
import { localeOf } from './doctor/settings';
import { packagedFunctions } from './init/packagedFunctions';
import { templateFiles, type Written, writeProject } from './init/writeProject';
import { typed } from './terminal/invocation';
import { runTool } from './terminal/runTool';

const USAGE = (): Text => ({
  zh: `${typed('init')} [--update] [--locale zh-CN|en]
在当前文件夹建立项目：cloudfunctions/ 里是可直接上传的云函数，另有 .env.example、project.config.json、cloudbaserc.json、
一个示例函数与一个小程序页面。已有的文件不会被替换；--update 只替换本项目的云函数，它们的 credentials/ 不动。`,
  en: `${typed('init')} [--update] [--locale zh-CN|en]
Makes a project of this folder: functions ready to upload in cloudfunctions/, .env.example, project.config.json,
cloudbaserc.json, an example function and a page of a mini program. No file that is there is replaced; --update replaces
the functions of this package alone and leaves their credentials/ as they are.`,
});

const options = { update: { type: 'boolean' }, locale: { type: 'string' }, help: { type: 'boolean' } } as const;

const NEXT = (): Text => ({
  zh: `接下来：
  ${typed('sandbox')}        在本机试用，不需要账号
  把 .env.example 复制为 .env 并填写，然后
  ${typed('doctor')}         检查配置
  ${typed('deploy')} --env <envId> --dry-run
也可以用微信开发者工具打开本文件夹，逐个上传 cloudfunctions/ 里的云函数；README.md 说明了要设置什么。`,
  en: `Next:
  ${typed('sandbox')}        to try it on this machine, without an account
  copy .env.example to .env, fill it in, then
  ${typed('doctor')}         to check it
  ${typed('deploy')} --env <envId> --dry-run
Or open this folder in WeChat DevTools and upload the functions in cloudfunctions/; README.md says what to set.`,
});

async function init(): Promise<number> {
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ options }));
  } catch {
    console.error(translate(USAGE(), localeOf(undefined, process.env)));
    return 2;
  }
  const locale = localeOf(values.locale, process.env);
  if (values.help) {
    console.log(translate(USAGE(), locale));
    return 0;
  }
  const functions = new Map([...packagedFunctions()].map(([path, content]) => [`cloudfunctions/${path}`, content]));
  const files = new Map([...templateFiles(), ...functions]);
  const written = writeProject(process.cwd(), files, (path) => values.update === true && functions.has(path));
  console.log([...translate(summaryOf(written), locale).split('\n'), '', translate(NEXT(), locale)].join('\n'));
  return 0;
}

function summaryOf({ made, updated, same, kept }: Written): Text {
  const left = kept.length > 0;
  return {
    zh: `写入 ${made.length} 个文件，更新 ${updated.length} 个，${same.length} 个本来相同${left ? `；保留你的：${kept.join('、')}` : ''}`,
    en: `Files: ${made.length} made, ${updated.length} updated, ${same.length} as they should be${left ? `; yours, left as they are: ${kept.join(', ')}` : ''}`,
  };
}

void runTool(init, (error) => {
  const { code, path, message } = error as NodeJS.ErrnoException;
  return { text: code ? `${code}: ${path ?? message}` : String((error as Error)?.stack ?? error), code: 1 };
});
