import type { OperationName, Replies, Requests } from './generated/contract';
import type { ReceiverLine, ShareReceiver } from './generated/types';

export type { OperationName };

/** What JSON can write; a field without value is left out. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;

/** A body as it travels on a link, in that link's own names. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/**
 * Fields of which nothing is known. Only at the two edges: an event that is not validated yet, with what a validator says
 * of it, and what WeChat Pay or the database sent, which may be anything.
 */
export type UnknownFields = Record<string, unknown>;

/** A JSON text among the fields is parsed before anything is judged or sent. */
type Parsed<Value> = Extract<Value, object> extends never ? Value : Exclude<Value, string>;

type ParsedRequests = {
  readonly [Name in OperationName]: {
    readonly [Field in keyof Requests[Name]]: Parsed<Requests[Name][Field]>;
  };
};

/** The completed and validated request of an operation. */
export type RequestOf<Name extends OperationName> = ParsedRequests[Name];

type Documented<Shape> = keyof { [Name in keyof Shape as string extends Name ? never : Name]: never };

type Answers = {
  readonly [Name in OperationName]: { readonly [Field in Documented<Replies[Name]>]?: unknown };
};

/**
 * WeChat Pay's answer to an operation in the words of the contract. Names are those of the pages; values are unknown,
 * because an answer that breaks its own page is passed on all the same.
 */
export type AnswerOf<Name extends OperationName> = Answers[Name];

type NamesIn<Shape> = Shape extends unknown ? Documented<Shape> : never;
type ValueIn<Shape, Name> = Shape extends unknown ? (Name extends keyof Shape ? Shape[Name] : never) : never;
type AnyRequest = RequestOf<OperationName>;

/** A request of any operation, read by the names of the contract. */
export type RequestFields = { readonly [Name in NamesIn<AnyRequest>]?: ValueIn<AnyRequest, Name> | undefined };

export type RequestField = keyof RequestFields;

/** An answer to any operation, read by the names of the contract. */
export type AnswerFields = { readonly [Name in NamesIn<Replies[OperationName]>]?: unknown };

/** One receiver of a request or an answer, not validated. */
export type LineFields = { readonly [Name in NamesIn<ReceiverLine | ShareReceiver>]?: unknown };
