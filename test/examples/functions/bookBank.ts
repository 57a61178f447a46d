import { createHash } from 'node:crypto';

export interface Line {
  readonly type: string;
  readonly account: string;
  readonly amount: number;
  readonly description: string;
  readonly result?: string;
}

export interface Step {
  readonly number: string;
  readonly state: string;
  readonly lines: Line[];
  readonly busyUntil: number;
  readonly sends: number;
  readonly dueAt: number;
}

export interface Order {
  readonly _id: string;
  readonly items: unknown[];
  readonly rounds: Step[];
  readonly trouble: { kind: string } | null;
  readonly [name: string]: unknown;
}

interface Book {
  planOf(order: object): { lines: Line[]; problem?: string };
  keyOf(line: object): string;
  matchLines(lines: object[], receivers: unknown[]): { told: Map<number, Told>; isStrange: boolean };
  withNextRound(order: Order, round: (number: string, lines: Line[]) => Step, accounts?: string[]): Step[] | undefined;
  openRound(order: { rounds: Step[] }): Step | undefined;
  outstanding(order: Order): Line[];
  newStep(number: string, more: object): Step;
  fieldsOf(order: Order): Partial<Order>;
  withStep(order: Order, step: Step): Order;
  dueStep(order: Order, now: number): Step | undefined;
  begun(step: Step, now: number): Step;
  concluded(order: Order, step: Step, outcome: object, now: number): Order;
  settle(order: Order, number: string, settlement: object): Partial<Order> | undefined;
  moneyOf(order: Order): Record<'paid' | 'shared' | 'moving' | 'rest', number>;
}

/** The shop's own rules, without its database and without its calls. */
export const book: Book = Object.assign(
  {},
  ...['plan', 'matchLines', 'rounds', 'steps', 'sending', 'settle', 'money'].map((name) =>
    require(`../../../examples/functions/book/${name}.js`),
  ),
);

/** One receiver of a settlement. */
export interface Told {
  readonly account: string;
  readonly amount: number;
  readonly result: string;
  readonly index?: number;
  readonly account_hash?: string;
  readonly detail_id?: string;
}

/** What a settlement says of a line beside its masked account. */
export type Identity = 'nothing' | 'index' | 'hash' | 'both';

export function told(line: Line, index: number, result: string, identity: Identity): Told {
  const { account, amount } = line;
  const hash = `#${createHash('sha256').update(account).digest('hex').slice(0, 32)}`;
  return {
    ...{ account: `${account.slice(0, 3)}****${account.slice(-4)}`, amount, result },
    ...((identity === 'index' || identity === 'both') && { index }),
    ...((identity === 'hash' || identity === 'both') && { account_hash: hash }),
  };
}

/** WeChat Pay as far as shares go: a number is one request, and every line of it comes to its end once. */
export class Bank {
  private readonly shares = new Map<string, { lines: readonly Line[]; results: string[] }>();

  knows(number: string): boolean {
    return this.shares.has(number);
  }

  /** A repeated number changes nothing. */
  accept({ number, lines }: Step): void {
    if (!this.shares.has(number)) this.shares.set(number, { lines, results: lines.map(() => 'PENDING') });
  }

  /** Ends a line that is still open. */
  end(seed: number, result: 'SUCCESS' | 'CLOSED'): void {
    const open = [...this.shares.values()].flatMap(({ results }) =>
      results.flatMap((before, index) => (before === 'PENDING' ? [{ results, index }] : [])),
    );
    const chosen = open[seed % Math.max(open.length, 1)];
    if (chosen) chosen.results[chosen.index] = result;
  }

  endAll(result: 'SUCCESS' | 'CLOSED'): void {
    for (const { results } of this.shares.values()) {
      results.forEach((before, index) => {
        if (before === 'PENDING') results[index] = result;
      });
    }
  }

  settlement(number: string, identity: Identity, reversed = false): { state: string; receivers: Told[] } {
    const { lines, results } = this.shares.get(number) ?? { lines: [], results: [] };
    const receivers = lines.map((line, index) => told(line, index, results[index] ?? '', identity));
    const [paid, open] = ['SUCCESS', 'PENDING'].map((word) => results.filter((result) => result === word).length);
    const state = open ? 'processing' : paid === results.length ? 'settled' : paid ? 'partly_failed' : 'closed';
    return { state, receivers: reversed ? receivers.reverse() : receivers };
  }

  numbers(): string[] {
    return [...this.shares.keys()];
  }

  /** What each payee has got, or is about to get, in fen. */
  received(...words: string[]): Map<string, number> {
    const sums = new Map<string, number>();
    for (const { lines, results } of this.shares.values()) {
      lines.forEach((line, index) => {
        const key = book.keyOf(line);
        if (words.includes(results[index] ?? '')) sums.set(key, (sums.get(key) ?? 0) + line.amount);
      });
    }
    return sums;
  }
}
