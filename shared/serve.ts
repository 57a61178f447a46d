import { bounded } from './bounded';
import { identify, refusalOf } from './caller';
import { type Clock, realClock } from './clock';
import { complete } from './complete';
import { type Config, type ConfigProblem, keptUntilChanged, readConfig } from './config';
import type { OperationName, RequestOf } from './contract';
import { Deadline } from './deadline';
import { type Delivered, type Delivery, deliver } from './deliver';
import { undoSmuggling } from './environ';
import { diagnose } from './errors';
import type { Entry } from './ledger/ledger';
import { isInUse, isOpen } from './ledger/record';
import type { Outcome } from './ledger/transition';
import { links } from './links/index';
import type { Link, LinkFactories } from './links/link';
import { type Locale, say } from './locale';
import { defectOf, log, type Note } from './log';
import { openTheLedger } from './openLedger';
import type { Operation } from './operation';
import { remainingMs } from './remainingMs';
import { failure, keepingTheNumber, type Reply } from './reply';
import { type Violation, violationsOf, worded } from './violations';

/** The handler of a cloud function. */
export type Handler<Result extends Reply = Reply> = (event: unknown, context?: unknown) => Promise<Result>;

/** Time kept back from the platform's limit to write the reply, in ms. */
const REPLYING_MS = 100;

/** Time kept back before that to write the outcome, in ms. */
const WRITING_MS = 400;

/** Longest time one call takes where the platform sets no limit, in ms. */
const MOST_MS = 60_000;

/**
 * Makes the cloud function of one operation. It resolves to a reply whatever happens: everything foreseeable is a
 * failure of the contract with advice, and only a defect of the adapter itself ends in `ADAPTER_ERROR`.
 */
export function serve<Name extends OperationName>(
  operation: Operation<Name>,
  env: NodeJS.ProcessEnv = process.env,
  roads: LinkFactories = links,
  openLedger = openTheLedger,
  clock: Clock = realClock,
): Handler {
  const configured = keptUntilChanged(env, () => readSettings(env, roads));

  return async function handler(event, context) {
    const started = clock.elapsed();
    const note: Note = { operation: operation.name };
    let locale: Locale = 'zh-CN';
    let reply: Reply;
    try {
      undoSmuggling(context, env);
      const settings = configured();
      note.link = settings.config.link;
      locale = settings.config.locale;
      reply = bounded(await walk(operation, event, context, settings, note, openLedger, clock), locale);
    } catch (error) {
      note.defect = defectOf(error);
      const { advice, ...stated } = failure(diagnose('ADAPTER_ERROR', '', operation, locale));
      const unsent = { retry: 'after_fix', number: 'any', funds: 'unchanged' } as const;
      reply = { ...stated, ...(advice && { advice: note.sent ? advice : { ...advice, ...unsent } }) };
    }
    log(note, reply, Math.round(clock.elapsed() - started));
    return reply;
  };
}

/** The walk of a request, each file entered once: caller → may they? → complete → validate → send → settle. */
async function walk<Name extends OperationName>(
  operation: Operation<Name>,
  event: unknown,
  context: unknown,
  { config, problems, road }: Settings,
  note: Note,
  openLedger: typeof openTheLedger,
  clock: Clock,
): Promise<Reply> {
  const { locale } = config;
  const stated = (code: string, detail?: string) => failure(diagnose(code, detail ?? '', operation, locale), detail);

  const caller = identify(context);
  note.caller = caller?.hop;
  const refusal = refusalOf(caller, operation.effect, config);
  if (!caller || refusal) return stated('CALLER_REFUSED', refusal && say(refusal, locale));
  if (problems.length > 0) {
    return stated('CONFIG_ERROR', problems.map(({ variable, expected }) => `${variable} (${expected})`).join('; '));
  }
  if (!road || !operation.links.includes(config.link)) {
    return stated('NOT_SUPPORTED', `${operation.name} → ${operation.links.join(' | ')}`);
  }

  const { fields, violations, readable } = complete(operation, event, config, caller);
  if (readable) violations.push(...violationsOf(operation, fields, config));
  // What breaks no rule of the schema is the request that was generated from it.
  const request = fields as RequestOf<Name>;
  const link = violations.length === 0 ? await road() : undefined;
  violations.push(...(link?.check?.(operation, request) ?? []));
  if (!link || violations.length > 0) {
    const listed = worded(violations, locale);
    const first = listed[0] && `${listed[0].field} ${listed[0].message}`.trim();
    return failure(diagnose('REQUEST_INVALID', '', operation, locale), first, listed);
  }

  note.number = operation.number && String(fields[operation.number.field]);
  const replying = new Deadline(Math.min(MOST_MS, remainingMs(context)) - REPLYING_MS, clock);
  const deadline = replying.earlier(WRITING_MS);
  if (deadline.leftMs <= 0) return stated('NOT_SENT', 'TIMEOUT');
  const delivery = { caller, locale, timeoutMs: config.timeoutMs, deadline, pause: clock.pause };
  const ledger = operation.number && (await openLedger(config, caller));
  if (!ledger) return (await sendNoted(link, operation, request, delivery, note)).reply;

  const entry = await ledger.begin(operation, request, config, caller, deadline);
  if (entry.kind !== 'go') return refusedBy(entry, operation, note, config);
  const delivered = await sendNoted(link, operation, request, delivery, note);
  const written = await ledger.complete(entry, outcomeOf(delivered), replying).catch(() => undefined);
  note.unrecorded = written ? undefined : true;
  const record = written ?? entry.record;
  const reply = isInUse(record, entry.by)
    ? keepingTheNumber(delivered.reply, operation, locale, record.settlement)
    : delivered.reply;
  return written ? reply : { ...reply, unrecorded: true };
}

/** Why the ledger lets a request not leave, with what it knows of the money behind the number. */
function refusedBy(
  entry: Exclude<Entry, { kind: 'go' }>,
  operation: Operation,
  { number }: Note,
  { locale }: Pick<Config, 'locale'>,
): Reply {
  if (entry.kind === 'down') return failure(diagnose('LEDGER_DOWN', '', operation, locale), entry.reason);
  const { state, settlement } = entry.record;
  if (entry.kind === 'busy') {
    const busy = failure(diagnose('NUMBER_BUSY', '', operation, locale), number);
    return { ...busy, settlement: settlement ?? { state: 'unknown', receivers: [] } };
  }
  const { operation: owner } = entry.record;
  const conflict = failure(
    diagnose('NUMBER_CONFLICT', '', operation, locale),
    owner,
    worded(entry.differences, locale),
  );
  // A new number is safe advice only for other money, and once the first request can move nothing more.
  if (isOpen(state) || !entry.differences.some(asksForOtherMoney))
    return keepingTheNumber(conflict, operation, locale, settlement);
  return settlement ? { ...conflict, settlement } : conflict;
}

/** Lines in another order and another link would pay the same once more. */
function asksForOtherMoney({ field, rule }: Violation): boolean {
  return field !== 'PROFIT_SHARING_LINK' && rule !== 'otherOrder';
}

/** Delivers, and notes what the log should know of it. */
async function sendNoted<Name extends OperationName>(
  link: Link,
  operation: Operation<Name>,
  request: RequestOf<Name>,
  delivery: Delivery,
  note: Note,
): Promise<Delivered> {
  note.sent = true;
  const delivered = await deliver(link, operation, request, delivery);
  const { requestId, sends } = delivered;
  note.requestId = requestId;
  note.sends = sends;
  return requestId ? { ...delivered, reply: { ...delivered.reply, request_id: requestId } } : delivered;
}

/** What the ledger keeps of a delivery. A failure that left the funds alone leaves the number free. */
function outcomeOf({ reply, requestId, found }: Delivered): Outcome {
  const { order_id, transaction_id, err_code, settlement } = reply;
  const learned = Object.fromEntries(Object.entries({ order_id, transaction_id }).filter(([, id]) => id !== undefined));
  return {
    state: settlement?.state ?? 'refused',
    conclusive: found,
    learned,
    ...(settlement && { settlement }),
    ...(err_code && { code: err_code }),
    ...(requestId && { requestId }),
  };
}

interface Settings {
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Makes the configured link the first time it is asked for, keys parsed and connections kept. */
  readonly road: (() => Promise<Link>) | undefined;
}

function readSettings(env: NodeJS.ProcessEnv, roads: LinkFactories): Settings {
  const { config, problems } = readConfig(env);
  const make = roads[config.link];
  let link: Promise<Link> | undefined;
  return { config, problems, road: make && (() => (link ??= make(config))) };
}
