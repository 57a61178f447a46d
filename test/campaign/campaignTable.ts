import { type Counts, type Met, noCounts, type Statistics } from './statistics';

interface Timed {
  readonly statistics: Statistics;
  readonly ms: number;
}

const WIDTH = 9;

const columns: readonly (keyof Counts)[] = Object.keys(noCounts()) as (keyof Counts)[];

/**
 * The figures of a campaign as text: what came of each workload on each link, then for each kind of injected fault how
 * often it was met on each link, the runs it was in, and the numbers and discrepancies of those runs.
 */
export function campaignTable(byLink: ReadonlyMap<string, Timed>): string {
  return [...byWorkload(byLink), '', ...byInjection(byLink)].join('\n');
}

function byWorkload(byLink: ReadonlyMap<string, Timed>): string[] {
  const rows = [...byLink].flatMap(([link, { statistics, ms }]) =>
    [...statistics.workloads]
      .sort()
      .map(([workload, counts]) =>
        row(
          `${link} ${workload}`,
          columns.map((name) => counts[name]),
        ),
      )
      .concat(`${link}: ${(ms / 1000).toFixed(0)} s, ${perMinute(statistics, ms)} runs a minute`),
  );
  return [row('workload', columns), ...rows];
}

function perMinute({ workloads }: Statistics, ms: number): string {
  const runs = [...workloads.values()].reduce((sum, counts) => sum + counts.runs, 0);
  return ((runs * 60_000) / ms).toFixed(1);
}

function byInjection(byLink: ReadonlyMap<string, Timed>): string[] {
  const links = [...byLink.keys()];
  const kinds = [...new Set([...byLink.values()].flatMap(({ statistics }) => [...statistics.injections.keys()]))].sort(
    naturally,
  );
  const rows = kinds.map((kind) => {
    const met = [...byLink.values()].map(({ statistics }) => statistics.injections.get(kind));
    const sum = (of: (each: Met) => number) => met.reduce((total, each) => total + (each ? of(each) : 0), 0);
    const totals = [sum(({ runs }) => runs), sum(({ numbers }) => numbers), sum((each) => each.discrepancies)];
    return row(kind, [...met.map((each) => each?.hits ?? 0), ...totals]);
  });
  return [row('injected fault, times met', [...links, 'runs', 'numbers', 'failed']), ...rows];
}

const naturally = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

function row(name: string, cells: readonly (string | number)[]): string {
  return [name.padEnd(30), ...cells.map((cell) => shortName(cell).padStart(WIDTH + 1))].join('');
}

/** Column names that are too long lose their end. */
const shortName = (cell: string | number): string => String(cell).slice(0, WIDTH);
