import { realClock } from './clock';
import { type Config, memoizeByEnv, readConfig } from './config';
import { Deadline } from './deadline';
import { undoSmuggling } from './environ';
import { exchangeWithBackup } from './failover';
import { type AccountKey, accountKeysOf } from './ledger/accountKeys';
import { Ledger } from './ledger/ledger';
import { LedgerUnavailableError } from './ledger/store';
import { defectOf } from './log';
import { HttpError } from './notify/HttpError';
import { type HttpReply, httpReply, readIncoming } from './notify/httpEvent';
import { type DeliveryNote, logDelivery } from './notify/logDelivery';
import { readNotice } from './notify/notice';
import { noticeRecord } from './notify/noticeStore';
import { type NotificationVerifier, readVerifier } from './notify/notificationVerifier';
import { openStores } from './notify/openStores';
import { recordNotification } from './notify/recordNotification';
import { remainingMs } from './remainingMs';

export type HttpHandler = (event: unknown, context?: unknown) => Promise<HttpReply>;

/** WeChat Pay waits 5 s for the answer (partner/4012075216); the rest is for the network, in ms. */
const MOST_MS = 4500;

/** Time kept back from the platform's own limit to write the answer, in ms. */
const RESERVED_MS = 300;

/**
 * Makes the function that WeChat Pay notifies. Anyone can reach it, so only the signature counts. It answers 200 once
 * the notification is durably recorded, 4xx to whatever WeChat Pay did not sign or sent for another merchant, and 5xx
 * while it cannot record, so that WeChat Pay delivers again.
 */
export function notify(
  env: NodeJS.ProcessEnv = process.env,
  { open = openStores, clock = realClock, send = exchangeWithBackup } = {},
): HttpHandler {
  const configured = memoizeByEnv(env, () => readSettings(env, (config) => readVerifier(config, send, clock.now)));

  return async function main(event, context) {
    const started = Date.now();
    const note: DeliveryNote = { operation: 'profitSharingNotify' };
    // The request's headers are among the variables of this invocation.
    undoSmuggling(context, env);
    const deadline = new Deadline(Math.min(MOST_MS, remainingMs(context) - RESERVED_MS), clock);
    const status = await deadline
      .race(
        () => walk(event, context, deadline, note),
        () => new HttpError(503, 'TIMEOUT'),
      )
      .then(
        () => 200 as const,
        (error) => explain(error, note),
      );
    logDelivery(note, status, Date.now() - started);
    return httpReply(status);
  };

  /**
   * read → verify → decrypt → ledger → notification. The notification is marked as recorded last: a crash before that
   * leads to another delivery, which the ledger recognises.
   */
  async function walk(event: unknown, context: unknown, deadline: Deadline, note: DeliveryNote): Promise<void> {
    const incoming = readIncoming(event);
    const settings = configured();
    if (typeof settings === 'string') throw new HttpError(500, `CONFIG_ERROR: ${settings}`);
    const { trust, notifies, keys } = settings;
    await trust.verify(incoming, clock.now() + deadline.leftMs);
    const notice = readNotice(incoming.body, trust.open);
    Object.assign(note, { id: notice.id, kind: notice.kind });
    if (notice.kind === 'test') {
      note.event = notice.event;
      return;
    }
    note.number = notice.number;
    const { records, notices } = await open(context);
    note.repeated = await notices.has(notice.id);
    if (note.repeated) return;
    const ledger = new Ledger(records, { clock, notifies, keys });
    const record = await recordNotification(notice, ledger, clock, deadline);
    note.record = record?._id ?? null;
    note.repeated = !(await notices.insert(noticeRecord(notice, record?._id, clock.now())));
  }
}

function explain(error: unknown, note: DeliveryNote): HttpError['status'] {
  if (error instanceof HttpError) note.why = error.why;
  else if (error instanceof LedgerUnavailableError) note.why = error.message;
  else note.defect = defectOf(error);
  if (error instanceof HttpError) return error.status;
  return error instanceof LedgerUnavailableError ? 503 : 500;
}

interface Settings {
  readonly trust: NotificationVerifier;
  readonly notifies: boolean;
  readonly keys: readonly AccountKey[];
}

function readSettings(
  env: NodeJS.ProcessEnv,
  read: (config: Config) => NotificationVerifier | string,
): Settings | string {
  const { config } = readConfig(env);
  // Without the ledger nothing is recorded, and what is not recorded must not be acknowledged.
  const trust = config.ledger === 'off' ? 'PROFIT_SHARING_LEDGER=off' : read(config);
  return typeof trust === 'string'
    ? trust
    : { trust, notifies: config.onSettled !== undefined, keys: accountKeysOf(config.ledgerKeys) };
}
