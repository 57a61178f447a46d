import { authorize, type Caller, parseCaller } from './caller';
import { type Clock, realClock } from './clock';
import { type Config, memoizeByEnv, readConfig } from './config';
import { Deadline } from './deadline';
import { undoSmuggling } from './environ';
import { type Failure, failed } from './failure';
import { variables } from './generated/config';
import { endingBy } from './ledger/endingBy';
import { LedgerUnavailableError } from './ledger/store';
import type { Locale } from './locale';
import { defectOf, log, type Note } from './log';
import { remainingMs } from './remainingMs';
import { present, type Reply } from './reply';
import { type Asked, readAsked } from './report/askedReport';
import { openReport } from './report/openReport';
import { type Report, viewOf } from './report/views';
import type { Result } from './result';
import type { Handler } from './serve';

/** Time kept back from the platform's limit to write the reply, in ms. */
const RESERVED_MS = 500;

const UNSAID_MS = 15_000;

const SELF = { name: 'profitSharingReport', effect: 'read' } as const;

/** A page of a report; `next_cursor` leads to the next one. */
export type ReportReply = Reply & { readonly report?: Report };

/**
 * Makes the function that reads the ledger for people: what is open, unknown or failed, totals, freezes that end, breaks,
 * and the whole story of one order. It reads the database alone; WeChat Pay is not asked and nothing is changed.
 */
export function report(
  env: NodeJS.ProcessEnv = process.env,
  open: typeof openReport = openReport,
  clock: Clock = realClock,
): Handler<ReportReply> {
  const configured = memoizeByEnv(env, () => readSettings(env));

  return async function handler(event, context) {
    const started = clock.elapsed();
    const note: Note = { operation: SELF.name };
    let locale: Locale = 'zh-CN';
    let answered: Answered;
    try {
      undoSmuggling(context, env);
      const { config, wrong } = configured();
      locale = config.locale;
      note.link = config.link;
      const caller = parseCaller(context);
      note.caller = caller?.hop;
      answered = await walk(event, context, caller, config, wrong, open, clock);
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) note.defect = defectOf(error);
      answered =
        error instanceof LedgerUnavailableError
          ? stated('LEDGER_DOWN', { detail: error.reason })
          : stated('ADAPTER_ERROR');
    }
    const reply = present(answered.result, locale);
    log(note, reply, Math.round(clock.elapsed() - started));
    return { ...reply, ...(answered.report && { report: answered.report }) };
  };
}

/** Keys of a merchant are none of its business: they may be missing. */
const READ: ReadonlySet<string> = new Set(
  variables.map(({ name }) => name).filter((name) => !name.startsWith('WECHATPAY_')),
);

function readSettings(env: NodeJS.ProcessEnv) {
  const { config, problems } = readConfig(env);
  const ours = problems.filter(({ variable }) => READ.has(variable));
  return { config, wrong: ours.map(({ variable, expected }) => `${variable} (${expected})`) };
}

interface Answered {
  readonly result: Result;
  readonly report?: Report;
}

/** caller → configured? → what is asked → the view */
async function walk(
  event: unknown,
  context: unknown,
  caller: Caller | undefined,
  config: Config,
  wrong: readonly string[],
  open: typeof openReport,
  clock: Clock,
): Promise<Answered> {
  // Other people's money: PROFIT_SHARING_CLIENT_ACCESS opens no report.
  const refusal = authorize(caller, 'money', { clientAccess: 'none', allowedOpenids: config.allowedOpenids });
  if (!caller || refusal) return stated('CALLER_REFUSED', refusal && { detail: refusal });
  if (wrong.length > 0) return stated('CONFIG_ERROR', { detail: wrong.join('; ') });
  if (config.ledger === 'off') return stated('CONFIG_ERROR', { detail: 'PROFIT_SHARING_LEDGER (cloudbase)' });
  const asked: Asked | Failure['violations'] = readAsked(event, clock.now(), config.subMchId ?? '');
  if (!('view' in asked)) return stated('REQUEST_INVALID', { violations: asked });
  const leftMs = remainingMs(context);
  const deadline = new Deadline((Number.isFinite(leftMs) ? leftMs : UNSAID_MS) - RESERVED_MS, clock);
  const queries = endingBy(await open(caller), deadline);
  const view = await viewOf(asked, {
    queries,
    deadline,
    locale: config.locale,
    now: clock.now(),
    counts: { reads: 0 },
  });
  return { result: { answer: { return_code: 'SUCCESS', return_msg: 'OK', result_code: 'SUCCESS' } }, report: view };
}

function stated(code: string, more: Parameters<typeof failed>[2] = {}): Answered {
  return { result: { failure: failed(code, SELF, more) } };
}
