import type { AnswerFields, OperationName, RequestField, UnknownFields } from './contract';
import type { LinkName } from './generated/links';

export type { LinkName };

/** What a call does: moves money, changes the list of receivers, or only looks. */
export type Effect = 'money' | 'register' | 'read';

/** One finding of a compiled validator (the part of Ajv's ErrorObject that we read). */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<UnknownFields>;
  readonly message?: string;
}

/** A compiled validator: answers true, or false and leaves its findings in `errors`. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/** A compiled validator that only says whether data is valid. */
export type IsValid = (data: unknown) => boolean;

/** A field that travels as a JSON string; validators see its parsed value. */
export interface JsonField {
  /** Longest JSON text in characters (code points). */
  readonly maxLength?: number;
  /** No two items may agree in all of these keys. */
  readonly uniqueBy?: readonly string[];
  /** A request field whose merchant number must not be the account of a MERCHANT_ID item. */
  readonly notTo?: string;
  /** Names an item may have, for suggestions and for camelCase input. */
  readonly keys: readonly string[];
}

/** Everything the adapter needs to know of one operation. Generated from `schemas/operations/`. */
export interface Operation<Name extends OperationName = OperationName> {
  readonly name: Name;
  readonly effect: Effect;
  /** The merchant number that makes a repetition safe, and the family it must be unique in. */
  readonly idempotencyKey?: { readonly field: RequestField; readonly family: 'share' | 'return' };
  /** What its reply says the outcome of, where it does. */
  readonly settles?: 'share' | 'finish' | 'return' | 'after_sales';
  /** The operation that finds out what became of it. */
  readonly queriedBy?: OperationName;
  /** The links that carry this operation. */
  readonly links: readonly LinkName[];
  /** Every request field of the contract, in documented order. */
  readonly fields: readonly RequestField[];
  /** Fields with one possible value, filled when absent. */
  readonly constants: Readonly<Record<string, string>>;
  /** Fields that must be present on a link although the contract calls them optional. */
  readonly requiredOn: Readonly<Record<string, readonly LinkName[]>>;
  /** Fields that only some links know. */
  readonly fieldsOnlyOn: Readonly<Record<string, readonly LinkName[]>>;
  /** Fields of which a request names exactly one. */
  readonly exactlyOneOf?: readonly RequestField[];
  /** Withdrawn values and what replaces them: field name → value → text by locale. */
  readonly retired: Readonly<Record<string, Readonly<Record<string, { readonly zh: string; readonly en: string }>>>>;
  /** Values that only some links know: field name → value → those links. */
  readonly onlyOn: Readonly<Record<string, Readonly<Record<string, readonly LinkName[]>>>>;
  /** Request fields that travel as JSON strings. */
  readonly requestJson: Readonly<Record<string, JsonField>>;
  /** Reply fields that travel as JSON strings. */
  readonly replyJson: readonly (keyof AnswerFields)[];
  /** Whether a request may be sent. */
  readonly accepts: IsValid;
  /** Says what is wrong with a request; it passes exactly what `accepts` passes. */
  readonly checkRequest: Validate;
  readonly checkReply: Validate;
}
