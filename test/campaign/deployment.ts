import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Sandbox } from '../../sandbox';
import type { LinkName } from '../../shared/operation';
import { linksFrom } from './linkChanges';

/** A round of reconciliation begins no look with less than two seconds left. */
const ROUND_MS = 6000;

const built = resolve('dist/cloudfunctions');

const operations = readdirSync(built);

type Variables = Readonly<Record<string, string>>;

/** What a function is called that is configured for a link; at home it has its own name. */
const nameOn = (operation: string, link: LinkName, home: LinkName) =>
  link === home ? operation : `${link}-${operation}`;

/**
 * The built functions, once for each link they are moved to: a change of link then starts no process anew.
 * @param limitMs of one run, in ms; a round of reconciliation has more
 */
export function functionsOf(home: LinkName, limitMs: number) {
  const specs = [home, ...linksFrom(home)].flatMap((link) =>
    operations.map((operation) => {
      const timeoutMs = operation === 'profitSharingReconcile' ? ROUND_MS : limitMs;
      return [nameOn(operation, link, home), { dir: join(built, operation), timeoutMs }] as const;
    }),
  );
  return { ...Object.fromEntries(specs), listener: { dir: join(__dirname, 'fixtures/listener') } };
}

/** How the functions of a simulation are configured just now. */
export class Deployment {
  #link: LinkName;
  #offsetsMs: readonly number[] = [];

  /**
   * @param variables of the functions on each link
   * @param more variables of one function, on all links
   */
  constructor(
    private readonly sandbox: Sandbox,
    private readonly home: LinkName,
    variables: ReadonlyMap<LinkName, Variables>,
    more: Readonly<Record<string, Variables>>,
  ) {
    this.#link = home;
    for (const [link, each] of variables) {
      for (const operation of operations) {
        sandbox.setEnv(nameOn(operation, link, home), { ...each, ...more[operation] });
      }
    }
  }

  get link(): LinkName {
    return this.#link;
  }

  /** The clock of any instance is this far off at most, in ms. */
  get clocksApartMs(): number {
    return Math.max(0, ...this.#offsetsMs.map(Math.abs));
  }

  /** The function that does an operation just now. */
  nameOf(operation: string): string {
    return nameOn(operation, this.#link, this.home);
  }

  /** @returns false when it is configured for this link already */
  setLink(link: LinkName): boolean {
    const isOther = link !== this.#link;
    this.#link = link;
    return isOther;
  }

  /** Sets the clocks of the instances, so many ms ahead, in turn and not all functions alike; true ones when empty. */
  setClocks(offsetsMs: readonly number[]): void {
    this.#offsetsMs = offsetsMs;
    for (const link of [this.home, ...linksFrom(this.home)]) {
      for (const [index, operation] of operations.entries()) {
        const at = offsetsMs.length === 0 ? 0 : index % offsetsMs.length;
        const turned = [...offsetsMs.slice(at), ...offsetsMs.slice(0, at)];
        this.sandbox.setClocks(nameOn(operation, link, this.home), turned);
      }
    }
  }
}
