import { parseArgs } from 'node:util';
import type { LinkName } from '../shared/operation';
import { campaignLinks, type Failure, runCampaign } from '../test/campaign/campaign';
import { campaignTable } from '../test/campaign/campaignTable';
import { linksFrom } from '../test/campaign/linkChanges';
import type { Story } from '../test/campaign/story';
import { seams } from '../test/campaign/trouble';
import { workloadOf, workloads } from '../test/campaign/workloads';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '80' },
    jobs: { type: 'string', default: '6' },
    shrink: { type: 'string', default: '60' },
    link: { type: 'string', default: campaignLinks.join() },
    workload: { type: 'string', default: 'all' },
    trouble: { type: 'string', default: seams.join() },
  },
});

const names = workloads.map(({ name }) => name);

const USAGE = [
  'npm run campaign -- [--runs 50] [--seed 1] [--steps 80] [--jobs 6] [--shrink 60, in s]',
  `  --link      ${campaignLinks.join(',')} (also cloudrun, brand)`,
  `  --workload  all | ${names.join(' | ')}`,
  `  --trouble   ${seams.join(',')}, or none`,
].join('\n');

function integer(name: 'runs' | 'seed' | 'steps' | 'jobs' | 'shrink', least = 1): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least) throw new TypeError(USAGE);
  return value;
}

function settings() {
  const links = values.link.split(',') as LinkName[];
  const troubled = values.trouble === 'none' ? [] : values.trouble.split(',');
  const workload = workloads.find(({ name }) => name === values.workload);
  const isKnown = (seam: string): seam is (typeof seams)[number] => seams.some((known) => known === seam);
  if (links.some((link) => !linksFrom(link)) || !troubled.every(isKnown)) throw new TypeError(USAGE);
  if (!workload && values.workload !== 'all') throw new TypeError(USAGE);
  const first = integer('seed');
  const lives = Array.from({ length: integer('runs') }, (_, index) => {
    return { seed: first + index, workload: workload ?? workloadOf(first + index) };
  });
  const numbers = { steps: integer('steps'), jobs: integer('jobs'), shrinkMs: integer('shrink', 0) * 1000 };
  return { links, lives, ...numbers, seams: troubled };
}

/** The command that lives a life again which failed. */
function explain(link: LinkName, { seed, workload, steps, why }: Failure): void {
  const again = `--link ${link} --workload ${workload} --runs 1 --seed ${seed} --steps ${values.steps}`;
  const troubled = values.trouble === seams.join() ? '' : ` --trouble ${values.trouble}`;
  console.log(`\nDISCREPANCY on ${link}: npm run campaign -- ${again}${troubled}`);
  console.log(`   ${steps}`);
  console.log(why);
}

async function main(): Promise<void> {
  const { links, ...options } = settings();
  const stories = new Map<LinkName, { readonly story: Story; readonly ms: number }>();
  let discrepancies = 0;
  for (const link of links) {
    const started = Date.now();
    const onLife = (lives: number, seed: number): void => {
      // A line every ten lives: a long campaign takes a while.
      if (lives % 10 === 0) console.log(`${link}: ${lives} lives, up to seed ${seed}`);
    };
    const { story, failures } = await runCampaign({ ...options, link, onLife });
    stories.set(link, { story, ms: Date.now() - started });
    for (const failure of failures) explain(link, failure);
    discrepancies += failures.length;
  }
  console.log(`\n${campaignTable(stories)}\n\ndiscrepancies: ${discrepancies}`);
  if (discrepancies > 0) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
});
