import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { authorize, parseCaller } from '../shared/caller';
import { memoizeByEnv, readConfig } from '../shared/config';
import type { RequestOf } from '../shared/contract';
import { Deadline } from '../shared/deadline';
import { multiProfitSharing as operation } from '../shared/generated/operations/multiProfitSharing';
import { Ledger } from '../shared/ledger/ledger';
import { log } from '../shared/log';
import { normalizeRequest } from '../shared/normalizeRequest';
import { present } from '../shared/reply';
import { settle } from '../shared/result';
import { serve } from '../shared/serve';
import { violationsOf } from '../shared/violations';
import { median } from './median';
import { memory } from './overhead/memory';
import { type Mill, mills, receivers, share } from './overhead/mill';

/** The time each stage took, in µs, one entry per call. */
type Laps = Map<string, number[]>;

/** Calls before those that count. */
const MOST_WARM_UP = 200;
const COUNTS = [2, 50];

const WHOLE = 'whole function';

/** What a call may cost at the most receivers a request can have, in µs. */
const TARGET = { count: 50, most: 1000 };
const TIMEOUT_MS = 20_000;

const context = {
  getRemainingTimeInMillis: () => TIMEOUT_MS,
  environment: JSON.stringify({ TCB_SOURCE: 'wx_client,scf', WX_APPID: 'wx8888888888888889' }),
};

/**
 * What a warm call costs besides the wire: the stages of `shared/serve.ts` one by one through their own functions, then
 * the function as a whole. The wire answers at once, the ledger lives in memory, and the log goes nowhere. Every link has
 * a process to itself, as it has when it is deployed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { calls: { type: 'string', default: '1000' } } });
  console.log(`µs per warm call, medians of ${values.calls} calls on each link\n`);
  const names = mills(0).map(({ name }) => name);
  const tables: Medians[][] = [];
  for (const name of names) tables.push(await mediansOf(name, values.calls));
  for (const [index, count] of COUNTS.entries()) {
    const columns = tables.map((table) => table[index] ?? {});
    console.log(`${`${count} receivers`.padEnd(24)}${names.map((name) => name.padStart(10)).join('')}`);
    for (const stage of new Set(columns.flatMap(Object.keys))) {
      const cells = columns.map(({ [stage]: time }) => time?.toFixed(1) ?? '');
      console.log(`  ${stage.padEnd(22)}${cells.map((cell) => cell.padStart(10)).join('')}`);
    }
    if (count === TARGET.count) {
      const verdicts = columns.map(({ [WHOLE]: time = Number.NaN }) => (time <= TARGET.most ? 'met' : 'MISSED'));
      const label = `${WHOLE} ≤ ${TARGET.most}`;
      console.log(`  ${label.padEnd(22)}${verdicts.map((verdict) => verdict.padStart(10)).join('')}`);
    }
    console.log('');
  }
}

/** µs by stage. */
type Medians = Readonly<Record<string, number>>;

/** One link, for every count of receivers, in a process of its own. */
function mediansOf(name: string, calls: string): Promise<Medians[]> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, [name, calls]);
    child.once('message', (medians) => resolve(medians as Medians[]));
    child.once('exit', (code) => reject(new Error(`${name}: exit ${code} without a result`)));
  });
}

/** The other side of {@link mediansOf}. */
async function measureLink([name, calls]: readonly string[]): Promise<void> {
  console.log = () => undefined;
  const medians: Medians[] = [];
  for (const count of COUNTS) {
    const mill = mills(count).find((candidate) => candidate.name === name);
    if (!mill) throw new Error(`no mill for ${name}`);
    const laps = await measure(mill, count, Number(calls));
    const times = Object.fromEntries([...laps].map(([stage, all]) => [stage, median(all)]));
    const { [WHOLE]: whole = 0, 'sign alone': sign = 0, 'verify alone': verify = 0 } = times;
    medians.push({ ...times, 'without cryptography': whole - sign - verify });
  }
  process.send?.(medians);
}

async function measure(mill: Mill, count: number, calls: number): Promise<Laps> {
  const laps: Laps = new Map();
  const lap = stopwatch(laps);
  const env = { ...mill.variables, PROFIT_SHARING_LINK: mill.name };
  const configured = memoizeByEnv(env, () => readConfig(env));
  const { config } = configured();
  const link = mill.link(config, () => lap.note('to wire, sign'));
  const store = memory();
  const ledger = new Ledger(store);
  const event = { ...share, receivers: receivers(count) };
  const main = serve(
    operation,
    env,
    { [mill.name]: async () => mill.link(config, () => undefined) },
    async () => ledger,
  );

  async function stageByStage(): Promise<void> {
    store.clear();
    lap.start();
    const caller = parseCaller(context);
    if (!caller || authorize(caller, operation.effect, config)) throw new Error('refused');
    lap.note('caller');
    configured();
    lap.note('configuration');
    const { fields } = normalizeRequest(operation, event, config, caller);
    const request = fields as RequestOf<typeof operation.name>;
    lap.note('complete');
    const violations = [...violationsOf(operation, request, config), ...(link.check?.(operation, request) ?? [])];
    if (violations.length > 0) throw new Error(JSON.stringify(violations));
    lap.note('validate');
    const entry = await ledger.begin(operation, request, config, caller, new Deadline(TIMEOUT_MS));
    if (entry.kind !== 'go') throw new Error(entry.kind);
    lap.note('ledger: intent');
    const sent = await link.send(operation, request, { timeoutMs: TIMEOUT_MS, caller });
    if (sent.kind !== 'answer') throw new Error(`${sent.code} ${sent.detail}`);
    lap.note('verify, from wire');
    const reply = present(settle(operation, request, sent), config.locale);
    const { settlement } = reply;
    if (settlement?.state !== 'settled') throw new Error(JSON.stringify(reply));
    lap.note('settle');
    await ledger.complete(entry, { state: settlement.state, settlement }, new Deadline(TIMEOUT_MS));
    lap.note('ledger: outcome');
    log({ operation: operation.name, link: mill.name, sent: true }, reply, 0);
    lap.note('log');
  }

  for (let call = -Math.min(calls, MOST_WARM_UP); call < calls; call += 1) {
    if (call === 0) laps.clear();
    await stageByStage();
    store.clear();
    lap.start();
    const reply = await main(event, context);
    lap.note(WHOLE);
    if (reply.err_code || reply.deviations) throw new Error(JSON.stringify(reply));
    for (const [stage, work] of Object.entries(mill.alone ?? {})) {
      lap.start();
      work();
      lap.note(`${stage} alone`);
    }
  }
  return laps;
}

function stopwatch(laps: Laps) {
  let since = 0n;
  return {
    start() {
      since = process.hrtime.bigint();
    },
    note(stage: string) {
      const microseconds = Number(process.hrtime.bigint() - since) / 1000;
      const times = laps.get(stage);
      if (times) times.push(microseconds);
      else laps.set(stage, [microseconds]);
      since = process.hrtime.bigint();
    },
  };
}

void (process.send ? measureLink(process.argv.slice(2)) : main());
