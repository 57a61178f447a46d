import type { Outcome } from '../../bank/outcome';

export type Json = Record<string, unknown>;

/** An answer before it is signed. */
export type V3Answer =
  | { readonly kind: 'json'; readonly status: number; readonly fields: Json }
  /** The file behind a bill's address: the only answer that is never signed. */
  | { readonly kind: 'file'; readonly bytes: Buffer; readonly contentType: string };

/** What was wrong with one field, as `detail` of a PARAM_ERROR names it. */
export interface Detail {
  readonly field: string;
  readonly location: 'body' | 'query' | 'path' | 'header' | 'authorization';
  readonly issue: string;
  readonly value?: unknown;
}

export function success(fields: Json): V3Answer {
  return { kind: 'json', status: 200, fields };
}

export function refusal(status: number, code: string, message: string, detail?: Detail): V3Answer {
  return { kind: 'json', status, fields: { code, message, ...(detail ? { detail } : {}) } };
}

export function paramError(message: string, detail?: Detail): V3Answer {
  return refusal(400, 'PARAM_ERROR', message, detail);
}

/** The bank's outcome in the words of v3. */
export function answerTo<T>(outcome: Outcome<T>, fields: (value: T) => Json): V3Answer {
  if (outcome.ok) return success(fields(outcome.value));
  const { status, code, message } = outcome.refusal.v3;
  return refusal(status, code, message);
}
