import type { AnswerFields, OperationName, RequestField, UnknownFields } from './contract';
import type { LinkName } from './generated/links';

export type { LinkName };

export type Effect = 'money' | 'register' | 'read';

/** The part of Ajv's ErrorObject that is read. */
export interface ValidationError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<UnknownFields>;
  readonly message?: string;
}

/** A compiled validator; when it returns false, `errors` says why. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

export type IsValid = (data: unknown) => boolean;

/** A field that travels as a JSON string; validators see its parsed value. */
export interface JsonField {
  readonly maxLength?: number;
  readonly uniqueBy?: readonly string[];
  /** A request field whose merchant number must not be the account of a MERCHANT_ID item. */
  readonly notTo?: string;
  /** Keys that are accepted and not sent. */
  readonly ignores?: readonly string[];
  readonly keys: readonly string[];
}

/** Everything the adapter needs to know of one operation. Generated from `schemas/operations/`. */
export interface Operation<Name extends OperationName = OperationName> {
  readonly name: Name;
  readonly effect: Effect;
  /** The merchant number that makes a repetition safe, and the family it must be unique in. */
  readonly idempotencyKey?: { readonly field: RequestField; readonly family: 'share' | 'return' };
  readonly settles?: 'share' | 'finish' | 'return' | 'after_sales';
  readonly queriedBy?: OperationName;
  readonly links: readonly LinkName[];
  /** Every request field of the contract, in documented order. */
  readonly fields: readonly RequestField[];
  readonly constants: Readonly<Record<string, string>>;
  /** Fields that must be present on a link although the contract calls them optional. */
  readonly requiredOn: Readonly<Record<string, readonly LinkName[]>>;
  readonly fieldsOnlyOn: Readonly<Record<string, readonly LinkName[]>>;
  readonly exactlyOneOf?: readonly RequestField[];
  /** Withdrawn values: field → value → what replaces it. */
  readonly retired: Readonly<Record<string, Readonly<Record<string, { readonly zh: string; readonly en: string }>>>>;
  /** Values that only some links know: field → value → links. */
  readonly onlyOn: Readonly<Record<string, Readonly<Record<string, readonly LinkName[]>>>>;
  readonly requestJson: Readonly<Record<string, JsonField>>;
  readonly replyJson: readonly (keyof AnswerFields)[];
  readonly accepts: IsValid;
  /** Says what is wrong with a request; it passes exactly what `accepts` passes. */
  readonly checkRequest: Validate;
  readonly checkReply: Validate;
}
