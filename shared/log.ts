import type { Reply } from './reply';

/** What is written down of an invocation while it runs. It has no place for an openid, a name, a key or a request body. */
export interface Note {
  readonly operation: string;
  readonly link: string;
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

/** Writes one line of JSON to the function's log: the note, and how the reply turned out. */
export function log(note: Note, reply: Reply, ms: number): void {
  const entry = {
    ...note,
    defect: note.defect && mask(note.defect),
    code: reply.err_code,
    category: reply.advice?.category,
    funds: reply.advice?.funds,
    settlement: reply.settlement?.state,
    deviations: reply.deviations?.map(({ field, rule }) => `${field} ${rule}`),
    ms,
  };
  // biome-ignore lint/suspicious/noConsole: the runtime collects stdout as the function's log
  console.log(JSON.stringify(entry));
}

/** Blanks what looks like an openid, a key block or a long secret. */
export function mask(text: string): string {
  return text
    .replace(/-----BEGIN [^-]+-----[\s\S]*?(-----END [^-]+-----|$)/g, '[pem]')
    .replace(/\bo[A-Za-z0-9_-]{27}\b/g, '[openid]')
    .replace(/\b[A-Za-z0-9+/=_-]{32,}\b/g, '[secret]');
}
