import { isOpen, type LedgerRecord } from '../../shared/ledger/record';
import { bankView, type Known } from './bankView';
import { must } from './discrepancy';
import { areOneFamily } from './linkChanges';
import { idOf, keyOf, type Request } from './request';
import type { Run } from './run';
import { type Answer, numberIn, type Simulation } from './simulation';

/** Looks of the last days: more rounds than any record may need. */
const MOST_ROUNDS = 16;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Everything WeChat Pay processes ends within five days. */
const LAST_WAITS = [70_000, 10 * MINUTE, 145 * HOUR] as const;

/** After five days a record is looked at once a day: a slow machine may have missed the look before. */
const DAILY_LOOK_MS = 25 * HOUR;

/** Lets reconciliation bring everything to its end, with nothing going wrong any more. */
export async function settleAll(run: Run): Promise<void> {
  run.disarm();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await run.pass(LAST_WAITS[round] ?? DAILY_LOOK_MS);
    backToTheirLink(run.simulation);
    const [reply] = await run.together({ do: 'reconcile' });
    // A machine too slow for one round is no discrepancy: the next timer goes on where this one was stopped.
    if (reply === 'timedOut' || ranOutOfTime(reply)) continue;
    must(
      typeof reply === 'object' && reply.return_code === 'SUCCESS',
      'reconciliation failed with nothing wrong',
      reply,
    );
    if (round >= LAST_WAITS.length && openIn(run.simulation).length === 0) return;
  }
  must(false, 'reconciliation does not come to an end', openIn(run.simulation));
}

/** The ledger or WeChat Pay was not reached in the time a round has. */
const OUT_OF_TIME: readonly unknown[] = ['LEDGER_DOWN', 'NO_ANSWER', 'NOT_SENT'];

const ranOutOfTime = (reply: Answer | undefined) =>
  typeof reply === 'object' &&
  OUT_OF_TIME.includes(reply.err_code) &&
  /TIMEOUT|TIMEDOUT/.test(String(reply.err_code_des));

/** The records that still have to come to their end. */
function openIn(simulation: Simulation): LedgerRecord[] {
  const open = simulation.records().filter((record) => !isDone(record));
  return open.filter((record) => !isStray(record, simulation));
}

/**
 * A number that was sent over a link which does not let this merchant in stays in doubt for ever, and rightly: no answer
 * there says that the bank does not have it.
 */
function isStray({ link, family, number, state }: LedgerRecord, simulation: Simulation): boolean {
  return (
    state === 'unknown' && !areOneFamily(link, simulation.link) && !bankView(simulation).has(`${family}:${number}`)
  );
}

const isDone = ({ state, dueAt }: LedgerRecord) => !isOpen(state) && dueAt === undefined;

/** A number in doubt can only be asked about over the family of links that sent it: that is the way out of a change. */
function backToTheirLink(simulation: Simulation): void {
  const open = openIn(simulation);
  const astray = open.find(({ link }) => !areOneFamily(link, simulation.configured()));
  const isHere = open.some(({ link }) => areOneFamily(link, simulation.configured()));
  if (astray && !isHere) simulation.setLink(astray.link);
}

/** @throws {Discrepancy} unless bank, ledger, replies, notifications and announcements agree */
export function compare(run: Run, requests: readonly Request[]): void {
  const { simulation, counts } = run;
  const bank = bankView(simulation);
  const records = new Map(simulation.records().map((record) => [`${record.family}:${record.number}`, record]));
  for (const [number, known] of bank) sameMoney(number, known, records.get(number));
  for (const [number, record] of records) {
    const isKnown = bank.has(number) || isStray(record, simulation);
    must(record.state === 'refused' || isKnown, 'the ledger has a payment that was not made', record);
  }
  paidOnce(run, bank, requests);
  tellsTheTruth(simulation, bank);
  const clocksDiffered = [...run.met.keys()].some((kind) => kind.startsWith('clock'));
  counts.notices += keptNotices(simulation, clocksDiffered);
  booksBalance(simulation);
  counts.numbers = bank.size;
}

interface Paid {
  readonly amount: number;
}

function sameMoney(number: string, known: Known, record: LedgerRecord | undefined): void {
  must(record !== undefined, 'the bank has a payment the ledger does not know', number, known);
  if (!record) return;
  must(record.state === known.state, 'bank and ledger do not agree how it ended', record, known);
  const { receivers = [], return_amount } = record.payload as { receivers?: Paid[]; return_amount?: number };
  const written = [...receivers.map(({ amount }) => amount), ...(return_amount === undefined ? [] : [return_amount])];
  must(sorted(written) === sorted(known.amounts), 'bank and ledger do not agree about amounts', record, known);
}

const sorted = (amounts: readonly number[]) => [...amounts].sort((a, b) => a - b).join();

/** Callers change numbers only as they are advised, and so nothing they wish may happen twice. */
function paidOnce(run: Run, bank: ReadonlyMap<string, Known>, requests: readonly Request[]): void {
  const distinct = [...new Map(requests.map((request) => [keyOf(request), request])).values()];
  const happened = distinct.filter((request) => bank.get(idOf(request))?.is(request));
  const wishes = happened.map(({ wish }) => wish);
  const twice = happened.filter(({ wish }, index) => wishes.indexOf(wish) !== index);
  must(twice.length === 0, 'paid twice for one wish', twice);
  for (const request of distinct.filter((each) => run.memoryOf(each).accepted)) {
    must(happened.includes(request), 'accepted, and never happened', request);
  }
  must(happened.length === bank.size, 'the bank has what was not requested', [...bank.keys()], happened);
}

/** Every end was announced, and what was announced as the end of a number is how it ended. */
function tellsTheTruth(simulation: Simulation, bank: ReadonlyMap<string, Known>): void {
  const news = simulation.news();
  const told = new Set(news.map(({ id }) => id));
  for (const record of simulation.records().filter(isDone)) {
    // A refusal is news only where it ended a doubt.
    const isTold = record.state === 'refused' || told.has(`${record._id}#${record.state}`);
    must(isTold, 'an end was not announced', record);
  }
  for (const each of news) {
    const known = bank.get(numberIn(each));
    // A refused number is free, and may have been used since.
    if (each.settlement.state === 'refused') continue;
    must(known?.state === each.settlement.state, 'announced what is not so', each, known);
  }
}

/**
 * Acknowledged is recorded, once; forged is neither. A true notification that is five minutes old is no forgery to a clock
 * that is five minutes behind.
 * @returns how many were recorded
 */
function keptNotices({ sandbox }: Simulation, clocksDiffered: boolean): number {
  const kept = sandbox.database.read('profit_sharing_notices').map(({ _id }) => String(_id));
  const sent = sandbox.state.notices.list();
  for (const notice of sent) {
    const isKept = kept.includes(notice.id);
    must(notice.state !== 'acknowledged' || isKept, 'acknowledged and forgotten', notice);
    const forged = notice.attempts.filter(({ flaw }) => flaw && !(flaw === 'stale' && clocksDiffered));
    const believed = forged.filter(({ status }) => status < 300 && status > 0);
    must(believed.length === 0, 'a forgery was believed', notice);
  }
  const ids = sent.map(({ id }) => id);
  must(
    kept.every((id) => ids.includes(id)),
    'recorded what was not sent',
    kept,
  );
  return kept.length;
}

/** No fen appears or disappears. The bank proves its own laws after every move. */
function booksBalance({ sandbox }: Simulation): void {
  const { merchants, people, orders } = sandbox.state.bank.books();
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const held = merchants.map(({ available }) => available);
  const inside = sum([...held, ...people.map(({ received }) => received), ...orders.map(({ frozen }) => frozen)]);
  const came = sum([...merchants.map(({ deposited }) => deposited), ...orders.map(({ paid, fee }) => paid - fee)]);
  must(inside === came, 'the books do not balance', { inside, came });
}
