import { type Counts, type Met, noCounts, type Story } from './story';

interface Lived {
  readonly story: Story;
  readonly ms: number;
}

const WIDTH = 9;

const columns: readonly (keyof Counts)[] = Object.keys(noCounts()) as (keyof Counts)[];

/**
 * The figures of a campaign as text: what came of each workload on each link, then for each kind of trouble how often it
 * was met on each link, the lives it was in, and the numbers and discrepancies of those lives.
 */
export function campaignTable(stories: ReadonlyMap<string, Lived>): string {
  return [...byWorkload(stories), '', ...byTrouble(stories)].join('\n');
}

function byWorkload(stories: ReadonlyMap<string, Lived>): string[] {
  const rows = [...stories].flatMap(([link, { story, ms }]) =>
    [...story.workloads]
      .sort()
      .map(([workload, counts]) =>
        row(
          `${link} ${workload}`,
          columns.map((name) => counts[name]),
        ),
      )
      .concat(`${link}: ${(ms / 1000).toFixed(0)} s, ${perMinute(story, ms)} lives a minute`),
  );
  return [row('workload', columns), ...rows];
}

function perMinute({ workloads }: Story, ms: number): string {
  const lives = [...workloads.values()].reduce((sum, counts) => sum + counts.lives, 0);
  return ((lives * 60_000) / ms).toFixed(1);
}

function byTrouble(stories: ReadonlyMap<string, Lived>): string[] {
  const links = [...stories.keys()];
  const kinds = [...new Set([...stories.values()].flatMap(({ story }) => [...story.troubles.keys()]))].sort(naturally);
  const rows = kinds.map((kind) => {
    const met = [...stories.values()].map(({ story }) => story.troubles.get(kind));
    const sum = (of: (each: Met) => number) => met.reduce((total, each) => total + (each ? of(each) : 0), 0);
    const totals = [sum(({ lives }) => lives), sum(({ numbers }) => numbers), sum((each) => each.discrepancies)];
    return row(kind, [...met.map((each) => each?.hits ?? 0), ...totals]);
  });
  return [row('trouble, times met', [...links, 'lives', 'numbers', 'failed']), ...rows];
}

const naturally = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

function row(name: string, cells: readonly (string | number)[]): string {
  return [name.padEnd(30), ...cells.map((cell) => shortName(cell).padStart(WIDTH + 1))].join('');
}

/** Column names that are too long lose their end. */
const shortName = (cell: string | number): string => String(cell).slice(0, WIDTH);
