import { mask } from '../mask';

/** What is written down of a delivery. It has no place for a header, a body, an account or a key. */
export interface DeliveryNote {
  readonly operation: 'profitSharingNotify';
  /** Why it was refused. */
  why?: string;
  /** WeChat Pay's id of the notification, once its signature was verified; so are the rest. */
  id?: string;
  kind?: string;
  number?: string;
  /** The ledger's record it was booked on, or null when none fits. */
  record?: string | null;
  /** It had been recorded before. */
  repeated?: boolean;
  /** Where a defect of ours was thrown. */
  defect?: string;
}

/** Writes one line of JSON to the function's log. Never throws: a line that cannot be written costs no answer. */
export function logDelivery({ why, defect, ...note }: DeliveryNote, status: number, ms: number): void {
  const line = { ...note, status, ...(why && { why: mask(why) }), ...(defect && { defect: mask(defect) }), ms };
  try {
    // biome-ignore lint/suspicious/noConsole: the runtime collects stdout as the function's log
    console.log(JSON.stringify(line));
  } catch {
    // WeChat Pay's answer is worth more than the line, and there is no other place to say so.
  }
}
