import { mask } from './mask';
import type { Reply } from './reply';

/** WeChat Pay's own codes have at most 32 characters. */
const MOST_CODE = 64;

/** What is logged of an invocation. It has no field for an openid, a name, a key or a request body. */
export interface Note {
  readonly operation: string;
  link?: string;
  caller?: string | undefined;
  /** The request's idempotency key. */
  number?: string | undefined;
  sent?: boolean;
  sends?: number;
  /** The outcome could not be written to the ledger, where reconciliation will find it, or to the register of receivers. */
  unrecorded?: boolean | undefined;
  requestId?: string | undefined;
  defect?: string;
}

/** Writes one line of JSON to the function's log. Never throws. */
export function log(note: Note, reply: Reply, ms: number): void {
  try {
    write(note, reply, ms);
  } catch {
    // The reply matters more than the line.
  }
}

export function defectOf(thrown: unknown): string {
  if (thrown instanceof Error) return String(thrown.stack ?? thrown.message);
  return typeof thrown === 'object' ? 'an object that is no error' : String(thrown);
}

function write(note: Note, reply: Reply, ms: number): void {
  const entry = {
    ...note,
    defect: note.defect && mask(note.defect),
    code: reply.err_code && mask(reply.err_code.slice(0, MOST_CODE)),
    category: reply.advice?.category,
    funds: reply.advice?.funds,
    settlement: reply.settlement?.state,
    deviations: reply.deviations?.map(({ field, rule }) => `${field} ${rule}`),
    ms,
  };
  // biome-ignore lint/suspicious/noConsole: the runtime collects stdout as the function's log
  console.log(JSON.stringify(entry));
}
