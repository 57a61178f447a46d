import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { realClock } from '../../shared/clock';
import type { AnswerFields } from '../../shared/contract';
import { linkNames } from '../../shared/generated/links';
import type { RowSink, SendResult } from '../../shared/links/link';
import { streamBill } from '../../shared/links/v3/billRows';
import { reconcile } from '../../shared/reconcile';
import type { Break } from '../../shared/reconcile/breaks';
import type { Environment } from '../../shared/reconcile/environment';
import type { RecordSummary } from '../../shared/reconcile/ledgerQueries';
import { median } from '../median';
import { memory } from '../overhead/memory';
import { DAY, endOf, numberOf, PAID, SUB } from './billFile';
import { OWN_KEYS, timer } from './setting';

/** What a child process measured: milliseconds, and megabytes of resident memory. */
export interface BillCosts {
  readonly floorMs: number;
  readonly passMs: number;
  readonly compareMs: number;
  readonly startMb: number;
  readonly mostMb: number;
}

const TURNS = 3;

/** Every so many records disagree with the bill. */
const WRONG = 50_000;

/** The least: unpack, hash and split the same file. */
async function floor(file: Buffer): Promise<number> {
  const hash = createHash('sha1');
  const decoder = new TextDecoder();
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  gunzip.end(file);
  let rest = '';
  let lines = 0;
  for await (const chunk of gunzip) {
    hash.update(chunk as Buffer);
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    lines += parts.length;
  }
  hash.digest();
  return lines;
}

/** One run of the function over a bill of `rows` rows and as many records, which the stand-in of the database makes as it is asked. @returns the time that took, in ms */
async function compare(file: Buffer, sha1: string, rows: number): Promise<number> {
  let databaseMs = 0;
  const broken: Break[] = [];
  const environment: Environment = {
    store: memory(),
    queries: {
      countDue: async () => 0,
      beginning: async () => 0,
      made: async () => [],
      sharesOf: async () => [],
      shareNamed: async () => undefined,
      states: async () => new Map(),
      async changed(since, _madeBefore, limit, except) {
        const began = performance.now();
        const from = Math.max(0, Math.floor(((since - endOf(0, rows)) / 86_000_000) * rows) - except.length - 2);
        const page: RecordSummary[] = [];
        for (let row = from; row < rows && page.length < limit; row += 1) {
          const record = recordOf(row, rows);
          if (record.updatedAt >= since && !except.includes(record._id)) page.push(record);
        }
        databaseMs += performance.now() - began;
        return page;
      },
    },
    breaks: {
      open: async (tasks) => tasks.filter((task) => task.startsWith('bill:') && task.endsWith(DAY)),
      begin: async () => true,
      place: async () => undefined,
      save: async () => undefined,
      release: async () => undefined,
      finish: async () => undefined,
      keep: async (one) => broken.push(one) > 0,
    },
    invoke: async () => undefined,
  };
  const link = {
    async send(_operation: unknown, { bill_date }: { bill_date?: string }, { rows: sink }: { rows?: RowSink }) {
      if (bill_date !== DAY) return answer({ result_code: 'FAIL', err_code: 'NO_STATEMENT_EXIST', err_code_des: '-' });
      if (!sink) throw new Error('reconciliation takes rows');
      const { columns } = await streamBill(file, sink, () => false);
      sink.verified(sha1);
      return answer({ result_code: 'SUCCESS', columns, rows: [] });
    },
  };
  const now = () => Date.parse(`${DAY}T12:00:00+08:00`) + 86_400_000;
  const env = { ...OWN_KEYS, PROFIT_SHARING_LINK: 'apiv3', PROFIT_SHARING_SUB_MCH_ID: SUB };
  const factories = Object.fromEntries(linkNames.map((name) => [name, async () => link]));
  const { report } = await reconcile(env, factories, async () => environment, { ...realClock, now })({}, timer);
  const wrong = Math.ceil(rows / WRONG);
  if (report.breaks !== wrong || broken.length !== wrong)
    throw new Error(`${report.breaks} breaks instead of ${wrong}`);
  return databaseMs;
}

function answer(fields: AnswerFields): SendResult {
  return { kind: 'answer', fields: { return_code: 'SUCCESS', ...fields } };
}

function recordOf(row: number, rows: number): RecordSummary {
  const at = endOf(row, rows);
  const number = numberOf(row);
  const amount = row % WRONG === 0 ? PAID + 1 : PAID;
  return {
    _id: `${SUB}:share:${number}`,
    version: 2,
    operation: 'multiProfitSharing',
    link: 'apiv3',
    merchant: SUB,
    family: 'share',
    number,
    ask: {},
    state: 'settled',
    createdAt: at - 500,
    updatedAt: at,
    settlement: {
      state: 'settled',
      receivers: [{ account: '190****0110', amount, result: 'SUCCESS' }],
    },
    attempts: [{ kind: 'send', at: at - 500, by: 'b', caller: 'scf', outcome: { at, state: 'settled' } }],
  };
}

/** Reads, in a process of its own, the bill that {@link writeBill} wrote. */
export async function measureBill(path: string, sha1: string, rows: number): Promise<BillCosts> {
  console.log = () => undefined;
  const megabytes = (bytes: number) => bytes / 2 ** 20;
  const startMb = megabytes(process.memoryUsage().rss);
  const file = readFileSync(path);
  const nothing = { columns: () => [], row: () => undefined, verified: () => undefined };
  const works = {
    async floor() {
      await floor(file);
      return 0;
    },
    async pass() {
      await streamBill(file, nothing, () => false);
      return 0;
    },
    compare: () => compare(file, sha1, rows),
  };
  const times: Record<keyof typeof works, number[]> = { floor: [], pass: [], compare: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [name, work] of Object.entries(works) as [keyof typeof works, () => Promise<number>][]) {
      const began = performance.now();
      const madeMs = await work();
      times[name].push(performance.now() - began - madeMs);
    }
  }
  const { floor: floors, pass, compare: compared } = times;
  const mostMb = process.resourceUsage().maxRSS / 1024;
  return { floorMs: median(floors), passMs: median(pass), compareMs: median(compared), startMb, mostMb };
}
