import { identify, refusalOf } from './caller';
import { type Clock, realClock } from './clock';
import { type Config, type ConfigProblem, readConfig } from './config';
import { Deadline } from './deadline';
import { diagnose } from './errors';
import { bounded } from './ledger/bounded';
import { Ledger } from './ledger/ledger';
import { LedgerDown } from './ledger/store';
import { type LinkFactories, links } from './links/index';
import { say, type Text } from './locale';
import { log, type Note } from './log';
import { Channels } from './reconcile/channels';
import { dailyTasks } from './reconcile/dailyTasks';
import { type Counts, noCounts, type Round } from './reconcile/round';
import { openSurroundings } from './reconcile/surroundings';
import { sweep } from './reconcile/sweep';
import { remainingMs } from './remainingMs';
import { failure, type Reply } from './reply';
import type { Main } from './serve';

/** Time kept back from the platform's limit to write the reply, in ms. */
const RESERVED_MS = 500;

/** How long a round lasts where the platform does not say how long it may, in ms. */
const UNSAID_MS = 20_000;

/** A reply lists so many warnings and breaks; the counts are always whole. */
const MOST_LISTED = 50;

/** The log tells so many defects of single records; they are mostly the same. */
const MOST_DEFECTS = 3;

const SELF = { name: 'profitSharingReconcile', effect: 'read' } as const;

interface Settings {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  readonly roads: LinkFactories;
  readonly open: typeof openSurroundings;
  readonly clock: Clock;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Makes the function that a timer runs: it finds out what became of every open record, says so to
 * PROFIT_SHARING_ON_SETTLED, and once a day compares the bill and warns of freezes that end. It resolves to a reply with
 * a `report` whatever happens; what one round does not get to, the next one does.
 */
export function reconcile(
  env: NodeJS.ProcessEnv = process.env,
  roads: LinkFactories = links,
  open = openSurroundings,
  clock: Clock = realClock,
): Main {
  return async function main(event, context) {
    const started = clock.elapsed();
    const settings: Settings = { ...readConfig(env), roads, open, clock, env };
    const note: Note = { operation: SELF.name, link: settings.config.link };
    const counts = noCounts();
    const reply = await walk(aheadOf(event), context, settings, note, counts).catch((error: Error) => {
      if (error instanceof LedgerDown) return stated(settings, 'LEDGER_DOWN', error.reason);
      note.defect = error.stack ?? error.message;
      return stated(settings, 'ADAPTER_ERROR');
    });
    const report = { ...counts, ms: Math.round(clock.elapsed() - started) };
    log(Object.assign(note, { report, warnings: reply.warnings }), reply, report.ms);
    return { ...reply, report };
  };
}

/** caller → may they? → configured? → the day's tasks → the records that are due → report */
async function walk(aheadMs: number, context: unknown, settings: Settings, note: Note, counts: Counts): Promise<Reply> {
  const { config, problems, roads, open, clock, env } = settings;
  const caller = identify(context);
  note.caller = caller?.hop;
  const refusal = whyNot(caller);
  if (!caller || refusal) return stated(settings, 'CALLER_REFUSED', refusal && say(refusal, config.locale));
  if (problems.length > 0) {
    const listed = problems.map(({ variable, expected }) => `${variable} (${expected})`);
    return stated(settings, 'CONFIG_ERROR', listed.join('; '));
  }
  if (config.ledger === 'off') return stated(settings, 'CONFIG_ERROR', 'PROFIT_SHARING_LEDGER (cloudbase)');
  const channels = new Channels(env, roads);
  const main = await channels.of(config.link);
  const opened = await open(caller);
  if (!main || typeof opened === 'string') return stated(settings, 'CONFIG_ERROR', String(opened));

  const leftMs = remainingMs(context);
  const deadline = new Deadline((Number.isFinite(leftMs) ? leftMs : UNSAID_MS) - RESERVED_MS, clock);
  const { store, archive, breaks } = opened;
  const around = { ...opened, archive: bounded(archive, deadline), breaks: bounded(breaks, deadline) };
  const round: Round = {
    ...{ caller, main, channels, around, clock, counts, aheadMs, deadline },
    ledger: new Ledger(store, { clock, notifies: config.onSettled !== undefined }),
    ...{ warnings: [], breaks: [], defects: [], answered: false, unheard: 0 },
  };
  try {
    await dailyTasks(round);
    await sweep(round);
    counts.remaining += await around.archive.countDue(clock.now() + aheadMs);
  } finally {
    if (round.defects.length > 0) note.defect = round.defects.slice(0, MOST_DEFECTS).join('\n');
  }
  return concluded(round);
}

/** A day: who waits longer than that for a number no longer looks ahead. */
const MOST_AHEAD_MS = 86_400_000;

/**
 * `{ look_ahead_ms }` in the event of a call by hand: how long before they are due records are looked at, so that an
 * operator need not wait. A timer's event has no such field.
 */
function aheadOf(event: unknown): number {
  const asked = Number((event as { look_ahead_ms?: unknown } | null | undefined)?.look_ahead_ms ?? 0);
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 0), MOST_AHEAD_MS) : 0;
}

function concluded({ main, channels, warnings, breaks, counts }: Round): Reply {
  const { config, blocked } = main;
  warnings.push(...channels.blocked(main));
  const worded = [...new Set(warnings.map((text) => say(text, config.locale)))];
  counts.warnings = worded.length;
  return {
    ...(blocked ?? { return_code: 'SUCCESS', return_msg: 'OK', result_code: 'SUCCESS' }),
    ...(worded.length > 0 && { warnings: worded.slice(0, MOST_LISTED) }),
    ...(breaks.length > 0 && { breaks: breaks.slice(0, MOST_LISTED) }),
  };
}

function stated({ config }: Settings, code: string, detail?: string): Reply {
  return failure(diagnose(code, detail ?? '', SELF, config.locale), detail);
}

/** Another function, a timer or the server API may run it; a client never, whatever the settings let clients do. */
function whyNot(caller: ReturnType<typeof identify>): Text | undefined {
  const may = (clientAccess: Config['clientAccess']) =>
    refusalOf(caller, 'money', { clientAccess, allowedOpenids: new Set() });
  return may('none') && (may('all') ?? NO_CLIENTS);
}

const NO_CLIENTS: Text = {
  zh: '对账函数只能由定时触发器、云函数或服务端 HTTP API 调用；没有任何配置可以放行小程序端。',
  en: 'Reconciliation is run by a timer, a cloud function or the server HTTP API; no setting lets clients run it.',
};
