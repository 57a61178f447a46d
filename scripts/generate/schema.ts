/** A sentence in both languages of the documentation. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The part of JSON Schema draft-07 the contract uses, with our annotations. */
export interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly contains?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly zh?: string;
  readonly en?: string;
  readonly unit?: string;
  readonly source?: string;
  readonly example?: unknown;
  /** Who fills the field when the caller leaves it out. */
  readonly filledFrom?: 'configuration' | 'random' | 'constant';
  /** Links on which the completed request must carry the field. */
  readonly requiredOn?: readonly string[];
  /** Links that know the field; absent for all. */
  readonly onlyOnLinks?: readonly string[];
  /** The field travels as a JSON string; the schema describes the parsed value. */
  readonly wire?: 'json-string';
  readonly maxWireLength?: number;
  /** Keys of a JSON field that are accepted and not sent. */
  readonly ignores?: readonly string[];
  /** Withdrawn values and the words that name their replacement. */
  readonly retired?: Readonly<Record<string, Text>>;
  /** No two items may agree in all of these keys; draft-07 cannot say it. */
  readonly uniqueBy?: readonly string[];
  /** Values that only some links know, and those links. */
  readonly onlyOn?: Readonly<Record<string, readonly string[]>>;
  /** A field of the request whose merchant number must not be the account of a MERCHANT_ID item. */
  readonly notTo?: string;
  /** WeChat's page lists the field by mistake: no answer has it. */
  readonly neverSent?: true;
}

/** The keywords above that draft-07 does not know. Validators never see them. */
export const annotations = [
  'zh',
  'en',
  'unit',
  'source',
  'example',
  'filledFrom',
  'requiredOn',
  'onlyOnLinks',
  'wire',
  'maxWireLength',
  'ignores',
  'retired',
  'uniqueBy',
  'onlyOn',
  'notTo',
  'neverSent',
] as const;

/** One worked call: parsed values, as a caller would write them. */
export interface Example {
  readonly title: Text;
  readonly request: Readonly<Record<string, unknown>>;
  readonly reply: Readonly<Record<string, unknown>>;
}

/** One file of `schemas/operations/`. */
export interface OperationSchema {
  readonly name: string;
  readonly title: Text;
  readonly summary: Text;
  /** Its place in documents and in the client, from 1. */
  readonly order: number;
  readonly effect: 'money' | 'register' | 'read';
  /** What its reply says the outcome of, where it does. */
  readonly settles?: 'share' | 'finish' | 'return' | 'after_sales';
  /** The operation that finds out what became of it. */
  readonly queriedBy?: string;
  readonly number?: { readonly field: string; readonly family: 'share' | 'return' };
  readonly idempotency: Text;
  readonly rateLimit: Text;
  readonly links: readonly string[];
  readonly doc: { readonly title: string };
  /** The codes that WeChat Pay documents for it or was seen to answer, as the contract calls them. */
  readonly codes?: readonly string[];
  /** False where WeChat's page lists no result_code: return_code alone reports success. */
  readonly resultCode?: false;
  /** Reply fields that WeChat's page promises with every success. */
  readonly promised: readonly string[];
  readonly request: Schema;
  readonly reply: Schema;
  readonly examples: readonly Example[];
}

/** One file to write: path from the project root, and its text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
