import { mask } from './mask';
import type { Reply } from './reply';

/** WeChat Pay's own codes have at most 32 characters. */
const MOST_CODE = 64;

/** What is written down of an invocation while it runs. It has no place for an openid, a name, a key or a request body. */
export interface Note {
  readonly operation: string;
  link?: string;
  /** Last hop of the caller's SOURCE. */
  caller?: string | undefined;
  /** The merchant number of the request: what support needs to find it again. */
  number?: string | undefined;
  /** Whether the request was handed to the link. */
  sent?: boolean;
  /** How often it was sent. */
  sends?: number;
  /** The outcome could not be written to the ledger: its intent stands, and reconciliation will find it. */
  unrecorded?: boolean | undefined;
  requestId?: string | undefined;
  /** Where a defect of ours was thrown. */
  defect?: string;
}

/**
 * Writes one line of JSON to the function's log: the note, and how the reply turned out. Never throws: a line that cannot
 * be written costs no reply.
 */
export function log(note: Note, reply: Reply, ms: number): void {
  try {
    write(note, reply, ms);
  } catch {
    // The reply is worth more than the line, and there is no other place to say so.
  }
}

/** What is known of a defect: where it was thrown, or what was thrown in place of an error. */
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
