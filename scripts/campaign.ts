import { parseArgs } from 'node:util';
import { campaignLinks, type Failure, runCampaign } from '../test/campaign/campaign';
import type { Story } from '../test/campaign/life';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    link: { type: 'string' },
    steps: { type: 'string', default: '80' },
  },
});

const links = campaignLinks.filter((link) => values.link === undefined || link === values.link);

function report(link: string, { troubles, ...counts }: Story, ms: number): void {
  console.log(`\n${link}: ${(ms / 1000).toFixed(0)} s`);
  for (const [name, value] of Object.entries(counts)) console.log(`  ${name.padEnd(16)} ${value}`);
  for (const [kind, value] of [...troubles].sort()) console.log(`    ${kind.padEnd(28)} ${value}`);
}

/** A line every ten lives: a long campaign takes a while. */
function progress(link: string): (seed: number, story: Story) => void {
  return (seed, { lives, calls }) => {
    if (lives % 10 === 0) console.log(`${link}: ${lives} lives, ${calls} calls, up to seed ${seed}`);
  };
}

function explain(link: string, { seed, steps, why }: Failure): void {
  console.log(
    `\nDISCREPANCY on ${link}: npm run campaign -- --link ${link} --runs 1 --seed ${seed} --steps ${values.steps}`,
  );
  console.log(steps.split(',').join('\n   '));
  console.log(why);
}

async function main(): Promise<void> {
  const [runs, seed, steps] = [Number(values.runs), Number(values.seed), Number(values.steps)];
  if (links.length === 0 || !Number.isInteger(runs) || !Number.isInteger(seed) || !Number.isInteger(steps)) {
    throw new TypeError(`--runs N --seed S --steps M --link ${campaignLinks.join(' | ')}`);
  }
  let discrepancies = 0;
  for (const link of links) {
    const started = Date.now();
    const { story, failures } = await runCampaign({ link, runs, seed, steps, onLife: progress(link) });
    report(link, story, Date.now() - started);
    for (const failure of failures) explain(link, failure);
    discrepancies += failures.length;
  }
  console.log(`\ndiscrepancies: ${discrepancies}`);
  if (discrepancies > 0) process.exitCode = 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
