import { parseArgs } from 'node:util';
import { type Locale, type Text, translate } from '../shared/locale';
import type { LinkName } from '../shared/operation';
import { campaignLinks, type Failure, runCampaign } from '../test/campaign/campaign';
import { campaignTable } from '../test/campaign/campaignTable';
import { seams } from '../test/campaign/injection';
import { linksFrom } from '../test/campaign/linkChanges';
import type { Statistics } from '../test/campaign/statistics';
import { workloadOf, workloads } from '../test/campaign/workloads';
import { localeOf } from './doctor/settings';
import { runTool } from './terminal/runTool';

const options = {
  runs: { type: 'string', default: '50' },
  seed: { type: 'string', default: '1' },
  steps: { type: 'string', default: '80' },
  jobs: { type: 'string', default: '6' },
  shrink: { type: 'string', default: '60' },
  link: { type: 'string', default: campaignLinks.join() },
  workload: { type: 'string', default: 'all' },
  faults: { type: 'string', default: seams.join() },
  locale: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const names = workloads.map(({ name }) => name);

const LINES = [
  'npm run campaign -- [--runs 50] [--seed 1] [--steps 80] [--jobs 6] [--shrink 60, in s] [--locale zh-CN|en]',
  `  --link      ${campaignLinks.join(',')} (also cloudrun, brand)`,
  `  --workload  all | ${names.join(' | ')}`,
  `  --faults    ${seams.join(',')}, or none`,
];

const USAGE: Text = {
  zh: [...LINES, '模拟大量订单在各种故障下的完整流程，再核对银行与账本；有不符时以 1 退出。'].join('\n'),
  en: [
    ...LINES,
    'Simulates many orders under injected faults, then compares bank and ledger; ends with 1 when they differ.',
  ].join('\n'),
};

/** A command line that names no possible campaign. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

function readArguments(): Values {
  try {
    return parseArgs({ options }).values;
  } catch {
    throw new UsageError();
  }
}

function integer(values: Values, name: 'runs' | 'seed' | 'steps' | 'jobs' | 'shrink', least = 1): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least) throw new UsageError();
  return value;
}

function settings(values: Values) {
  const links = values.link.split(',') as LinkName[];
  const injected = values.faults === 'none' ? [] : values.faults.split(',');
  const workload = workloads.find(({ name }) => name === values.workload);
  const isKnown = (seam: string): seam is (typeof seams)[number] => seams.some((known) => known === seam);
  if (links.some((link) => !linksFrom(link)) || !injected.every(isKnown)) throw new UsageError();
  if (!workload && values.workload !== 'all') throw new UsageError();
  const first = integer(values, 'seed');
  const runs = Array.from({ length: integer(values, 'runs') }, (_, index) => {
    return { seed: first + index, workload: workload ?? workloadOf(first + index) };
  });
  const numbers = {
    steps: integer(values, 'steps'),
    jobs: integer(values, 'jobs'),
    shrinkMs: integer(values, 'shrink', 0) * 1000,
  };
  return { links, runs, ...numbers, seams: injected };
}

/** The command that repeats a run that failed. */
function explain(link: LinkName, { seed, workload, steps, why }: Failure, values: Values, locale: Locale): void {
  const again = `--link ${link} --workload ${workload} --runs 1 --seed ${seed} --steps ${values.steps}`;
  const injected = values.faults === seams.join() ? '' : ` --faults ${values.faults}`;
  const heading = translate({ zh: `${link} 上有不符`, en: `DISCREPANCY on ${link}` }, locale);
  console.log(`\n${heading}: npm run campaign -- ${again}${injected}`);
  console.log(`   ${steps}`);
  console.log(why);
}

async function main(): Promise<number> {
  const values = readArguments();
  const locale = localeOf(values.locale, process.env);
  if (values.help) {
    console.log(translate(USAGE, locale));
    return 0;
  }
  const { links, ...campaign } = settings(values);
  const byLink = new Map<LinkName, { readonly statistics: Statistics; readonly ms: number }>();
  let discrepancies = 0;
  for (const link of links) {
    const started = Date.now();
    const onRun = (runs: number, seed: number): void => {
      // A line every ten runs: a long campaign takes a while.
      if (runs % 10 !== 0) return;
      const words = { zh: `${runs} 次，到种子 ${seed}`, en: `${runs} runs, up to seed ${seed}` };
      console.log(`${link}: ${translate(words, locale)}`);
    };
    const { statistics, failures } = await runCampaign({ ...campaign, link, onRun });
    byLink.set(link, { statistics, ms: Date.now() - started });
    for (const failure of failures) explain(link, failure, values, locale);
    discrepancies += failures.length;
  }
  const total = translate({ zh: '不符', en: 'discrepancies' }, locale);
  console.log(`\n${campaignTable(byLink)}\n\n${total}: ${discrepancies}`);
  return discrepancies > 0 ? 1 : 0;
}

void runTool(main, (error) => ({
  text:
    error instanceof UsageError
      ? translate(USAGE, localeOf(undefined, process.env))
      : String((error as Error)?.stack ?? error),
  code: error instanceof UsageError ? 2 : 1,
}));
