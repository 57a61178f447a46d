import { randomUUID } from 'node:crypto';
import type { Caller } from './caller';
import { hash } from './ledger/hash';
import { type Attempt, isDoubtful, isOpen, type LedgerRecord, newsOf, type RecordState } from './ledger/record';
import { LedgerDown, type Store } from './ledger/store';
import type { Contract, LinkName, Operation } from './operation';
import type { Settlement } from './settlement';
import type { Violation } from './violations';

/** What the ledger says to a money-moving request that wants to leave. */
export type Entry =
  /** Written down, and nobody else is sending this number. */
  | { readonly kind: 'go'; readonly record: LedgerRecord; readonly by: string }
  /** The number belongs to another request: what differs, field by field. */
  | { readonly kind: 'conflict'; readonly owner: string; readonly differences: Violation[] }
  /** Somebody else is sending this number and did not finish in time. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'down'; readonly reason: string };

/** What an attempt learned, for the ledger to keep. */
export interface Outcome {
  readonly state: RecordState;
  readonly settlement?: Settlement;
  readonly code?: string;
  readonly requestId?: string;
  /** True when it is known for every attempt so far and not only for this one: WeChat Pay was asked about the number. */
  readonly conclusive?: boolean;
  /** When to look at the record next, epoch ms, if it is still open; a minute from now when absent. */
  readonly dueAt?: number;
  /** Numbers WeChat Pay gave, which a later query may need. */
  readonly learned?: Contract;
}

/** How a payload names the merchant number that calls WeChat Pay. */
export function calledBy({ mchId = 'the platform' }: Pick<Road, 'mchId'>): string {
  return `called by ${mchId}`;
}

/** How a request travels. The same number on behalf of another merchant number would be another payment. */
export interface Road {
  readonly link: LinkName;
  /** The merchant number that calls WeChat Pay; absent on the links where the platform calls with its own. */
  readonly mchId?: string | undefined;
}

/** Pause between two looks at a number that somebody else is sending, in ms. */
const LOOK_AGAIN_MS = 150;

/** How long after a change reconciliation looks at an open record, in ms. */
const FIRST_LOOK_MS = 60_000;

/** The clock of a ledger, a parameter so that tests own it, and who listens. */
export interface LedgerOptions {
  /** Epoch ms. */
  readonly now?: () => number;
  readonly pause?: (ms: number) => Promise<unknown>;
  readonly announces?: boolean;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Writes an intent before money moves and its outcome after, so that whatever happens in between can be found again. */
export class Ledger {
  private readonly now: () => number;
  private readonly pause: (ms: number) => Promise<unknown>;
  private readonly announces: boolean;

  /**
   * @param announces whether somebody wants to be told how records end: they then stay due until that was done
   */
  constructor(
    private readonly store: Store,
    { now = Date.now, pause = sleep, announces = false }: LedgerOptions = {},
  ) {
    this.now = now;
    this.pause = pause;
    this.announces = announces;
  }

  /**
   * Writes the intent. The same number with the same payload may enter again, one sender at a time; with another payload
   * or operation it may not, unless WeChat Pay certainly refused the first.
   * @param leaseMs how long the sender may take, in ms; half of it may go by waiting for another one
   */
  async enter(operation: Operation, request: Contract, road: Road, caller: Caller, leaseMs: number): Promise<Entry> {
    try {
      const intent = intentOf(operation, request, road, caller, this.now(), leaseMs);
      return await this.enterWithin(intent, this.now() + leaseMs / 2, leaseMs);
    } catch (error) {
      if (error instanceof LedgerDown) return { kind: 'down', reason: error.reason };
      throw error;
    }
  }

  private async enterWithin(intent: LedgerRecord, deadline: number, leaseMs: number): Promise<Entry> {
    const by = intent.lease?.by ?? '';
    for (;;) {
      const now = this.now();
      if (await this.store.insert(intent)) return { kind: 'go', record: intent, by };
      if (now >= deadline) return { kind: 'busy' };
      const found = await this.store.read(intent._id);
      if (!found) continue;
      if (found.state !== 'refused') {
        const differences = differencesBetween(found, intent);
        if (differences.length > 0) return { kind: 'conflict', owner: found.operation, differences };
      }
      if (found.lease && found.lease.until > now) {
        await this.pause(LOOK_AGAIN_MS);
        continue;
      }
      const again: LedgerRecord = {
        ...found,
        ...(found.state === 'refused' && {
          operation: intent.operation,
          payload: intent.payload,
          ask: intent.ask,
          state: 'intended',
        }),
        link: intent.link,
        version: found.version + 1,
        lease: { by, until: now + leaseMs },
        attempts: [...found.attempts, ...intent.attempts],
        dueAt: now + leaseMs + FIRST_LOOK_MS,
        updatedAt: now,
      };
      if (await this.store.replace(again, found.version)) return { kind: 'go', record: again, by };
    }
  }

  /**
   * Takes a record for a look at WeChat Pay, and notes that it was looked at. Answers nothing when somebody else has it.
   * @param leaseMs how long the look may take, in ms
   */
  async take(
    record: LedgerRecord,
    kind: Attempt['kind'],
    leaseMs: number,
  ): Promise<Extract<Entry, { kind: 'go' }> | undefined> {
    const now = this.now();
    if (record.lease && record.lease.until > now) return undefined;
    const by = randomUUID();
    const taken: LedgerRecord = {
      ...record,
      version: record.version + 1,
      lease: { by, until: now + leaseMs },
      attempts: [...record.attempts, { kind, at: now, by, caller: 'ledger' }],
      updatedAt: now,
    };
    return (await this.store.replace(taken, record.version)) ? { kind: 'go', record: taken, by } : undefined;
  }

  /** Writes what became of an attempt and ends its lease. @throws {LedgerDown} when it could not be written */
  async leave({ record, by }: Extract<Entry, { kind: 'go' }>, outcome: Outcome): Promise<LedgerRecord> {
    let current: LedgerRecord | undefined = record;
    for (;;) {
      const changed = withOutcome(current, by, outcome, this.now(), this.announces);
      if (await this.store.replace(changed, current.version)) return changed;
      // Somebody took over after our lease ended: our outcome joins theirs.
      current = await this.store.read(record._id);
      if (!current) throw new LedgerDown(`${record._id} is gone`);
    }
  }
}

function intentOf(
  operation: Operation,
  request: Contract,
  { link, mchId }: Road,
  caller: Caller,
  now: number,
  leaseMs: number,
): LedgerRecord {
  if (!operation.number) throw new TypeError(`${operation.name} moves no money`);
  const by = randomUUID();
  const number = String(request[operation.number.field]);
  const merchant = String(request.sub_mch_id ?? 'own');
  return {
    _id: `${merchant}:${operation.number.family}:${number}`,
    version: 1,
    operation: operation.name,
    link,
    merchant,
    family: operation.number.family,
    number,
    payload: payloadOf(request, { mchId }),
    ask: Object.fromEntries(
      ['sub_mch_id', 'transaction_id', 'order_id', 'out_order_no', 'out_return_no']
        .filter((name) => request[name] !== undefined)
        .map((name) => [name, request[name]]),
    ),
    state: 'intended',
    lease: { by, until: now + leaseMs },
    attempts: [
      { kind: 'send', at: now, by, caller: caller.hop, ...(caller.openid && { openid: hash(caller.openid) }) },
    ],
    dueAt: now + leaseMs + FIRST_LOOK_MS,
    createdAt: now,
    updatedAt: now,
  };
}

/** Fields whose values identify a person, wherever they stand: kept as a hash, which still shows whether two are equal. */
const PERSONAL = new Set(['account', 'name']);

/**
 * The request as the ledger keeps it. A repetition may carry another nonce, and through another caller another `sub_appid`
 * filled in: neither makes it another request.
 */
function payloadOf(
  { nonce_str: _nonce, sub_appid: _appid, ...request }: Contract,
  road: Pick<Road, 'mchId'>,
): Contract {
  return { ...(withoutPersons(request) as Contract), PROFIT_SHARING_LINK: calledBy(road) };
}

function withoutPersons(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPersons);
  if (typeof value !== 'object' || value === null) return value;
  const kept: Contract = { ...value };
  for (const name in kept) kept[name] = PERSONAL.has(name) ? hash(String(kept[name])) : withoutPersons(kept[name]);
  return kept;
}

function differencesBetween(found: LedgerRecord, intent: LedgerRecord): Violation[] {
  if (found.operation !== intent.operation) {
    const field = found.family === 'share' ? 'out_order_no' : 'out_return_no';
    return [{ field, rule: 'numberTaken', params: { owner: found.operation } }];
  }
  const [then, now] = [new Map(leaves(found.payload)), new Map(leaves(intent.payload))];
  const fields = new Set([...then.keys(), ...now.keys()]);
  return [...fields].flatMap((field): Violation[] => {
    const [before, after] = [then.get(field), now.get(field)];
    if (before === after) return [];
    const isPersonal = PERSONAL.has(field.slice(field.lastIndexOf('.') + 1));
    return [{ field, rule: 'differs', params: isPersonal ? {} : { before, after } }];
  });
}

/** Every value of a payload with its path, as violations name it: `receivers[0].amount`. */
function* leaves(value: unknown, path = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return yield [path, value];
  for (const [name, item] of Object.entries(value)) {
    yield* leaves(item, Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name);
  }
}

function withOutcome(
  record: LedgerRecord,
  by: string,
  outcome: Outcome,
  now: number,
  announces: boolean,
): LedgerRecord {
  const { code, requestId } = outcome;
  const found = { at: now, state: outcome.state, ...(code && { code }), ...(requestId && { requestId }) };
  const attempts = record.attempts.map((attempt): Attempt => {
    const mine = attempt.by === by && !attempt.outcome;
    return mine || (outcome.conclusive && isDoubtful(attempt)) ? { ...attempt, outcome: found } : attempt;
  });
  const state = stateAfter(record.state, outcome.state, attempts);
  const { lease, dueAt: _due, settlement: before, ...kept } = record;
  const settlement = state === outcome.state ? (outcome.settlement ?? before) : before;
  const news = announces ? newsOf({ ...record, state, attempts }) : undefined;
  const untold = news !== undefined && news !== record.announced;
  const nextLook = isOpen(state) ? (outcome.dueAt ?? now + FIRST_LOOK_MS) : untold ? now : undefined;
  return {
    ...kept,
    version: record.version + 1,
    state,
    ask: { ...record.ask, ...outcome.learned },
    attempts,
    updatedAt: now,
    ...(settlement && { settlement }),
    ...(lease && lease.by !== by && { lease }),
    ...(nextLook !== undefined && { dueAt: nextLook }),
  };
}

/**
 * What a new finding makes of a record. A refusal says only that *this* attempt moved nothing: while another one may
 * have, the doubt stays. What was seen to be accepted stays so, and what was seen to be final stays final.
 */
function stateAfter(before: RecordState, found: RecordState, attempts: readonly Attempt[]): RecordState {
  const known = before !== 'intended' && before !== 'unknown' && before !== 'refused';
  if (found === 'refused' || found === 'unknown') {
    if (known) return before;
    return attempts.some(isDoubtful) ? 'unknown' : 'refused';
  }
  return known && !isOpen(before) && isOpen(found) ? before : found;
}
