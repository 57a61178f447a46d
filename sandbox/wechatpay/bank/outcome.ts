import type { Family } from './records';

/** Why the bank said no, spelled for every wire. */
export interface Refusal {
  /** Number of the money rule, or `format`, `rate`. */
  readonly rule: string;
  readonly v2: {
    readonly code: string | null;
    readonly message: string;
    /** True: `return_code` FAIL with `return_msg` and no business code. */
    readonly envelope: boolean;
  };
  readonly v3: { readonly status: number; readonly code: string; readonly message: string };
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Who calls: established by the wire (signature, binding, certificate), never by the request's own word. */
export interface Identity {
  /** Service provider, or the merchant itself where no subMchId is given. */
  readonly mchId: string;
  readonly subMchId?: string;
  readonly brandMchId?: string;
  readonly appid?: string;
  readonly subAppid?: string;
  readonly family: Family;
  /** Limits and a few bans differ between the v2 and the v3 pages. Default v2. */
  readonly wire?: 'v2' | 'v3';
}

export function accepted<T>(value: T): Outcome<T> {
  return { ok: true, value };
}
