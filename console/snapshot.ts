import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Notice, type SandboxState, TimerRefused, timerOf } from '../sandbox';
import { LEDGER } from '../scripts/collections/ledgerCollections';
import type { LedgerRecord } from '../shared/ledger/record';
import type { CallRecorder } from './callRecorder';
import { compareLedger } from './compareLedger';
import { payees } from './linkSetup';
import { orderViews } from './orderViews';
import type { LinkSetupView, NoticeView, Snapshot, Waiting } from './views';

/** More is not looked at by people. */
const SHOWN = 100;

function hasTimer(dir: string): boolean {
  try {
    timerOf(dir);
    return true;
  } catch (error) {
    if (error instanceof TimerRefused) return false;
    throw error;
  }
}

function functionsIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => existsSync(join(dir, name, 'index.js')))
    .sort();
}

function noticeView({ id, mchId, about, state, dueAt, attempts }: Notice): NoticeView {
  return { id, mchId, about, state, dueAt, attempts };
}

function waiting(faults: readonly object[]): Waiting[] {
  return faults.map((fault) => ({ times: 1, ...fault }));
}

/** Everything the page shows at this moment. */
export function takeSnapshot(
  state: SandboxState,
  recorder: CallRecorder,
  setup: LinkSetupView,
  functionsDir: string,
): Snapshot {
  const { bank, database, faults, notices, crashes } = state;
  const books = bank.books();
  // What the functions have written there has this shape.
  const records = database.read(LEDGER) as unknown as LedgerRecord[];
  const functions = functionsIn(functionsDir);
  return {
    now: books.now,
    speed: bank.clock.speed(),
    setup,
    payees,
    functions,
    timers: functions.filter((name) => hasTimer(join(functionsDir, name))),
    orders: orderViews(books, SHOWN),
    calls: recorder.list().slice(0, SHOWN),
    ledger: compareLedger(books, records).slice(0, SHOWN),
    notices: notices.list().map(noticeView).reverse().slice(0, SHOWN),
    waiting: {
      pay: waiting(faults.list()),
      database: waiting(database.faults.list()),
      notices: waiting(notices.faults.list()),
      crashes: waiting(crashes.list()),
    },
  };
}
