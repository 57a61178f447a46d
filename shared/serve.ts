import { authorize, type Caller, parseCaller } from './caller';
import { type Clock, realClock } from './clock';
import { type Config, type ConfigProblem, memoizeByEnv, readConfig } from './config';
import type { AnswerFields, OperationName, RequestFields, RequestOf } from './contract';
import { Deadline } from './deadline';
import { undoSmuggling } from './environ';
import { type Failure, failed } from './failure';
import type { Entry } from './ledger/ledger';
import { isInUse, isOpen } from './ledger/record';
import type { Outcome } from './ledger/transition';
import { limitWarning } from './limitWarning';
import { links } from './links/index';
import type { Link, LinkFactories } from './links/link';
import { type Locale, translate } from './locale';
import { defectOf, log, type Note } from './log';
import { normalizeRequest } from './normalizeRequest';
import { openLedger } from './openLedger';
import type { Operation } from './operation';
import { openRegister } from './receivers/openRegister';
import { remainingMs } from './remainingMs';
import { present, type Reply } from './reply';
import { type Result, withNumberInUse } from './result';
import { type DeliveryResult, type RetryOptions, sendWithRetry } from './sendWithRetry';
import { UNKNOWN } from './settlement';
import { type Violation, violationsOf } from './violations';

export type Handler<Returned extends Reply = Reply> = (event: unknown, context?: unknown) => Promise<Returned>;

/** Time kept back from the platform's limit to write the reply, in ms. */
const REPLYING_MS = 100;

/** Time kept back before that to write the outcome, in ms. */
const WRITING_MS = 400;

/** Longest time one call takes where the platform sets no limit, in ms. */
const MOST_MS = 60_000;

/**
 * Makes the cloud function of one operation. It always resolves to a reply: everything foreseeable is a failure with
 * advice, and only a defect of the adapter is `ADAPTER_ERROR`.
 */
export function serve<Name extends OperationName>(
  operation: Operation<Name>,
  env: NodeJS.ProcessEnv = process.env,
  factories: LinkFactories = links,
  open: typeof openLedger = openLedger,
  clock: Clock = realClock,
  openList: typeof openRegister = openRegister,
): Handler {
  const configured = memoizeByEnv(env, () => readSettings(env, factories));
  const warningOf = limitWarning();

  return async function handler(event, context) {
    const started = clock.elapsed();
    const note: Note = { operation: operation.name };
    const warning = warningOf(context);
    let locale: Locale = 'zh-CN';
    let reply: Reply;
    try {
      undoSmuggling(context, env);
      const settings = configured();
      note.link = settings.config.link;
      locale = settings.config.locale;
      reply = present(await walk(operation, event, context, settings, note, { open, openList, clock }), locale);
    } catch (error) {
      note.defect = defectOf(error);
      const failure = failed('ADAPTER_ERROR', operation);
      const unsent = { retry: 'after_fix', number: 'any', funds: 'unchanged' } as const;
      const advice = note.sent ? failure.advice : { ...failure.advice, ...unsent };
      reply = present({ failure: { ...failure, advice } }, locale);
    }
    if (warning) reply = { ...reply, warnings: [translate(warning, locale)] };
    log(note, reply, Math.round(clock.elapsed() - started));
    return reply;
  };
}

interface Seams {
  readonly open: typeof openLedger;
  readonly openList: typeof openRegister;
  readonly clock: Clock;
}

/** caller → authorize → configuration → normalize → validate → ledger → send → settle */
async function walk<Name extends OperationName>(
  operation: Operation<Name>,
  event: unknown,
  context: unknown,
  { config, problems, openLink }: Settings,
  note: Note,
  { open, openList, clock }: Seams,
): Promise<Result> {
  const stated = (code: string, detail?: Failure['detail']): Result => ({
    failure: failed(code, operation, detail === undefined ? {} : { detail }),
  });

  const caller = parseCaller(context);
  note.caller = caller?.hop;
  const refusal = authorize(caller, operation.effect, config);
  if (!caller || refusal) return stated('CALLER_REFUSED', refusal);
  if (problems.length > 0) {
    return stated('CONFIG_ERROR', problems.map(({ variable, expected }) => `${variable} (${expected})`).join('; '));
  }
  if (!openLink || !operation.links.includes(config.link)) {
    return stated('NOT_SUPPORTED', `${operation.name} → ${operation.links.join(' | ')}`);
  }

  const { fields, violations, readable } = normalizeRequest(operation, event, config, caller);
  if (readable) violations.push(...violationsOf(operation, fields, config));
  // Fields that pass the validator generated from the schema have its type.
  const request = fields as RequestOf<Name>;
  const link = violations.length === 0 ? await openLink() : undefined;
  violations.push(...(link?.check?.(operation, request) ?? []));
  if (!link || violations.length > 0) return { failure: failed('REQUEST_INVALID', operation, { violations }) };

  note.number = operation.idempotencyKey && String(fields[operation.idempotencyKey.field]);
  const replying = new Deadline(Math.min(MOST_MS, remainingMs(context)) - REPLYING_MS, clock);
  const deadline = replying.earlier(WRITING_MS);
  if (deadline.leftMs <= 0) return stated('NOT_SENT', 'TIMEOUT');
  const delivery = { caller, timeoutMs: config.timeoutMs, deadline, pause: clock.pause };
  const ledger = operation.idempotencyKey && (await open(config, caller));
  if (!ledger) {
    const { result } = await sendNoted(link, operation, request, delivery, note);
    if (operation.effect === 'register' && !result.failure) {
      const { keepReceiver } = await import('./receivers/keepReceiver');
      await keepReceiver(operation, request, config, caller, clock.now(), replying, openList).catch(() => {
        // WeChat Pay's list counts; ours is written when the same call is made again.
        note.unrecorded = true;
      });
    }
    const ending = foundEnding(operation, result);
    if (!ending) return result;
    const other = await keepEnding(ending, operation, request, config, caller, replying, open).catch(() => {
      // What could not be kept costs the caller nothing: reconciliation will find the same.
      note.unrecorded = true;
      return undefined;
    });
    return other === undefined ? result : aboutAnother(result, operation, other);
  }

  const entry = await ledger.begin(operation, request, config, caller, deadline);
  if (entry.kind !== 'go') return refusedBy(entry, operation, note);
  const delivered = await sendNoted(link, operation, request, delivery, note);
  const written = await ledger.complete(entry, outcomeOfSending(delivered), replying).catch(() => undefined);
  note.unrecorded = written ? undefined : true;
  const record = written ?? entry.record;
  const result = isInUse(record, entry.by)
    ? withNumberInUse(delivered.result, operation, record.settlement)
    : delivered.result;
  return written ? result : { ...result, unrecorded: true };
}

/** The answer of a query that says how a share or a return ended; nothing while it can still change. */
function foundEnding({ effect }: Operation, { answer, settlement }: Result): AnswerFields | undefined {
  return effect === 'read' && settlement && !isOpen(settlement.state) ? answer : undefined;
}

/** An end that belongs to another request than the ledger's is not passed off as that of this number. */
function aboutAnother({ answer, deviations }: Result, operation: Operation, detail: string): Result {
  const failure = failed('BAD_ANSWER', operation, { detail });
  return { ...(answer && { answer }), ...(deviations && { deviations }), failure };
}

/**
 * Completes the ledger's record, if there is one, with the end that a query found.
 * @returns the first field that is not the recorded request's
 * @throws {LedgerUnavailableError}
 */
async function keepEnding(
  ending: AnswerFields,
  operation: Operation,
  request: RequestFields,
  config: Config,
  caller: Caller,
  deadline: Deadline,
  open: typeof openLedger,
): Promise<string | undefined> {
  const ledger = await open(config, caller);
  if (!ledger) return undefined;
  const { keepFound } = await import('./ledger/keepFound');
  return keepFound(ledger, operation, request, ending, config, deadline);
}

function refusedBy(entry: Exclude<Entry, { kind: 'go' }>, operation: Operation, { number = '' }: Note): Result {
  if (entry.kind === 'down') return { failure: failed('LEDGER_DOWN', operation, { detail: entry.reason }) };
  const { state, settlement } = entry.record;
  if (entry.kind === 'busy') {
    return { failure: failed('NUMBER_BUSY', operation, { detail: number }), settlement: settlement ?? UNKNOWN };
  }
  const { operation: owner } = entry.record;
  const failure = failed('NUMBER_CONFLICT', operation, { detail: owner, violations: entry.differences });
  // A new number is safe advice only for other money, and once the first request can move nothing more.
  if (isOpen(state) || !entry.differences.some(asksForOtherMoney)) {
    return withNumberInUse({ failure }, operation, settlement);
  }
  return { failure, ...(settlement && { settlement }) };
}

/** The same receivers in another order, or over another link, would be paid again. */
function asksForOtherMoney({ field, rule }: Violation): boolean {
  return field !== 'PROFIT_SHARING_LINK' && rule !== 'otherOrder';
}

async function sendNoted<Name extends OperationName>(
  link: Link,
  operation: Operation<Name>,
  request: RequestOf<Name>,
  delivery: RetryOptions,
  note: Note,
): Promise<DeliveryResult> {
  note.sent = true;
  const delivered = await sendWithRetry(link, operation, request, delivery);
  const { requestId, sends } = delivered;
  note.requestId = requestId;
  note.sends = sends;
  return requestId ? { ...delivered, result: { ...delivered.result, requestId } } : delivered;
}

/** A failure that left the funds alone leaves the number free. */
function outcomeOfSending({ result, requestId, found }: DeliveryResult): Outcome {
  const { answer: { order_id, transaction_id } = {}, failure, settlement } = result;
  const learned = Object.fromEntries(Object.entries({ order_id, transaction_id }).filter(([, id]) => id !== undefined));
  return {
    state: settlement?.state ?? 'refused',
    conclusive: found,
    learned,
    ...(settlement && { settlement }),
    ...(failure && { code: failure.code }),
    ...(requestId && { requestId }),
  };
}

interface Settings {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Makes the configured link once. */
  readonly openLink: (() => Promise<Link>) | undefined;
}

function readSettings(env: NodeJS.ProcessEnv, factories: LinkFactories): Settings {
  const { config, problems } = readConfig(env);
  const make = factories[config.link];
  let link: Promise<Link> | undefined;
  return { config, problems, openLink: make && (() => (link ??= make(config))) };
}
