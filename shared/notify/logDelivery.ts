import { mask } from '../mask';

/** What is logged of a delivery. It has no field for a header, a body, an account or a key. */
export interface DeliveryNote {
  readonly operation: 'profitSharingNotify';
  why?: string;
  /** WeChat Pay's id of the notification; this and the rest only once its signature was verified. */
  id?: string;
  kind?: string;
  /** Of a notification that is about no money. */
  event?: string;
  number?: string;
  /** The ledger record it was recorded in; null when none matches. */
  record?: string | null;
  repeated?: boolean;
  defect?: string;
}

export function logDelivery({ why, defect, ...note }: DeliveryNote, status: number, ms: number): void {
  const line = { ...note, status, ...(why && { why: mask(why) }), ...(defect && { defect: mask(defect) }), ms };
  try {
    // biome-ignore lint/suspicious/noConsole: the runtime collects stdout as the function's log
    console.log(JSON.stringify(line));
  } catch {
    // The answer matters more than the line.
  }
}
