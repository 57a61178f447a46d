import { authorize, parseCaller } from './caller';
import { type Clock, realClock } from './clock';
import { type Config, type ConfigProblem, readConfig } from './config';
import type { UnknownFields } from './contract';
import { Deadline } from './deadline';
import { undoSmuggling } from './environ';
import { type Failure, failed } from './failure';
import { accountKeysOf } from './ledger/accountKeys';
import { endingBy } from './ledger/endingBy';
import { Ledger } from './ledger/ledger';
import { LedgerUnavailableError } from './ledger/store';
import { links } from './links/index';
import type { LinkFactories } from './links/link';
import { type Locale, type Text, translate } from './locale';
import { defectOf, log, type Note } from './log';
import type { Break } from './reconcile/breaks';
import { dailyTasks } from './reconcile/dailyTasks';
import { openEnvironment } from './reconcile/environment';
import { type Counts, noCounts, type RunContext, type RunResult } from './reconcile/run';
import { RunLinks } from './reconcile/runLinks';
import { sweep } from './reconcile/sweep';
import { remainingMs } from './remainingMs';
import { present, type Reply } from './reply';
import type { Result } from './result';
import type { Handler } from './serve';

/** Time kept back from the platform's limit to write the reply, in ms. */
const RESERVED_MS = 500;

const UNSAID_MS = 20_000;

const MOST_LISTED = 50;

const MOST_DEFECTS = 3;

const SELF = { name: 'profitSharingReconcile', effect: 'read' } as const;

/** The counts of a run, whatever came of it; `ms` is its duration. */
export type ReconcileReply = Reply & {
  readonly report: Counts & { readonly ms: number };
  readonly warnings?: readonly string[];
  readonly breaks?: readonly Break[];
};

interface Concluded extends Pick<RunResult, 'warnings' | 'breaks'> {
  readonly result: Result;
}

interface Settings {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  readonly factories: LinkFactories;
  readonly open: typeof openEnvironment;
  readonly clock: Clock;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Makes the function that a timer runs: it queries every open record, notifies PROFIT_SHARING_ON_SETTLED, and once a
 * day compares the bill and warns of freezes that end. It resolves to a reply with a `report` whatever happens; what
 * one run leaves, the next one does.
 */
export function reconcile(
  env: NodeJS.ProcessEnv = process.env,
  factories: LinkFactories = links,
  open = openEnvironment,
  clock: Clock = realClock,
): Handler<ReconcileReply> {
  return async function handler(event, context) {
    const started = clock.elapsed();
    const note: Note = { operation: SELF.name };
    const counts = noCounts();
    let locale: Locale = 'zh-CN';
    let concluded: Concluded;
    try {
      undoSmuggling(context, env);
      const settings: Settings = { ...readConfig(env), factories, open, clock, env };
      note.link = settings.config.link;
      locale = settings.config.locale;
      concluded = await walk(event, context, settings, note, counts);
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) note.defect = defectOf(error);
      concluded =
        error instanceof LedgerUnavailableError ? stated('LEDGER_DOWN', error.reason) : stated('ADAPTER_ERROR');
    }
    const warnings = [...new Set(concluded.warnings.map((warning) => translate(warning, locale)))];
    counts.warnings = warnings.length;
    const reply = {
      ...present(concluded.result, locale),
      ...(warnings.length > 0 && { warnings: warnings.slice(0, MOST_LISTED) }),
      ...(concluded.breaks.length > 0 && { breaks: concluded.breaks.slice(0, MOST_LISTED) }),
    };
    const report = { ...counts, ms: Math.round(clock.elapsed() - started) };
    log(Object.assign(note, { report, warnings: reply.warnings }), reply, report.ms);
    return { ...reply, report };
  };
}

/** caller → authorize → configured? → the day's tasks → the records that are due → report */
async function walk(
  event: unknown,
  context: unknown,
  settings: Settings,
  note: Note,
  counts: Counts,
): Promise<Concluded> {
  const { config, problems, factories, open, clock, env } = settings;
  const caller = parseCaller(context);
  note.caller = caller?.hop;
  const refusal = whyNot(caller);
  if (!caller || refusal) return stated('CALLER_REFUSED', refusal);
  if (problems.length > 0) {
    const listed = problems.map(({ variable, expected }) => `${variable} (${expected})`);
    return stated('CONFIG_ERROR', listed.join('; '));
  }
  if (config.ledger === 'off') return stated('CONFIG_ERROR', 'PROFIT_SHARING_LEDGER (cloudbase)');
  const aheadMs = aheadOf(event);
  if (aheadMs === undefined) return notAhead();
  const links = new RunLinks(env, factories, clock);
  const main = await links.of(config.link);
  const opened = await open(caller);
  if (!main || typeof opened === 'string') return stated('CONFIG_ERROR', String(opened));

  const leftMs = remainingMs(context);
  const deadline = new Deadline((Number.isFinite(leftMs) ? leftMs : UNSAID_MS) - RESERVED_MS, clock);
  const { store, queries, breaks } = opened;
  const environment = { ...opened, queries: endingBy(queries, deadline), breaks: endingBy(breaks, deadline) };
  const run: RunContext = {
    ...{ caller, main, links, environment, clock, aheadMs, deadline },
    ledger: new Ledger(store, {
      clock,
      notifies: config.onSettled !== undefined,
      keys: accountKeysOf(config.ledgerKeys),
    }),
    result: { counts, warnings: [], breaks: [], defects: [], answered: false, notifyFailures: 0 },
  };
  try {
    await dailyTasks(run);
    await sweep(run);
    counts.remaining += await environment.queries.countDue(clock.now() + aheadMs);
  } finally {
    const { defects } = run.result;
    if (defects.length > 0) note.defect = defects.slice(0, MOST_DEFECTS).join('\n');
  }
  return conclude(run);
}

/** One day, in ms. */
const MOST_AHEAD_MS = 86_400_000;

/**
 * `{ look_ahead_ms }` of a call by hand: how long before they are due records are queried.
 * @returns nothing for an invalid value
 */
function aheadOf(event: unknown): number | undefined {
  const isObject = typeof event === 'object' && event !== null;
  const asked: unknown = (isObject && Object.hasOwn(event, AHEAD) ? (event as UnknownFields)[AHEAD] : undefined) ?? 0;
  const isTime = typeof asked === 'number' && Number.isInteger(asked) && asked >= 0 && asked <= MOST_AHEAD_MS;
  return isTime ? asked : undefined;
}

const AHEAD = 'look_ahead_ms';

function notAhead(): Concluded {
  const violations = [{ field: AHEAD, rule: 'wholeNumber', params: { least: 0, most: MOST_AHEAD_MS } }];
  return { result: { failure: failed('REQUEST_INVALID', SELF, { violations }) }, warnings: [], breaks: [] };
}

function conclude({ main, links, result: { warnings, breaks } }: RunContext): Concluded {
  const answer = { return_code: 'SUCCESS', return_msg: 'OK', result_code: 'SUCCESS' };
  return { result: main.blocked ?? { answer }, warnings: [...warnings, ...links.blocked(main)], breaks };
}

function stated(code: string, detail?: Failure['detail']): Concluded {
  const failure = failed(code, SELF, detail === undefined ? {} : { detail });
  return { result: { failure }, warnings: [], breaks: [] };
}

/** No setting lets a client run it. */
function whyNot(caller: ReturnType<typeof parseCaller>): Text | undefined {
  const may = (clientAccess: Config['clientAccess']) =>
    authorize(caller, 'money', { clientAccess, allowedOpenids: new Set() });
  return may('none') && (may('all') ?? NO_CLIENTS);
}

const NO_CLIENTS: Text = {
  zh: '对账函数只能由定时触发器、云函数或服务端 HTTP API 调用；没有任何配置可以放行小程序端。',
  en: 'Reconciliation is run by a timer, a cloud function or the server HTTP API; no setting lets clients run it.',
};
