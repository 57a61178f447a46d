import type { Caller } from '../caller';
import type { Config } from '../config';
import type { AnswerFields, OperationName, RequestOf } from '../contract';
import type { Exchange } from '../http';
import type { LinkName, Operation } from '../operation';
import type { Violation } from '../violations';

export type SendResult = ProviderResponse | Fault;

export interface ProviderResponse {
  readonly kind: 'answer';
  readonly fields: AnswerFields;
  /** The fields before the link itself made JSON texts of some, which saves parsing them. */
  readonly parsed?: AnswerFields;
  readonly requestId?: string;
}

/** WeChat Pay did not answer, or not readably. */
export interface Fault {
  readonly kind: 'fault';
  readonly code: FaultCode;
  readonly detail: string;
  readonly requestId?: string;
  /** Sending again cannot help: a variable has to be set first. */
  readonly isLasting?: true;
}

/** Codes of the error table that a link may return on its own account. */
export type FaultCode =
  | 'NOT_SENT'
  | 'NO_ANSWER'
  | 'BAD_ANSWER'
  | 'PLATFORM_ERROR'
  | 'PLATFORM_REFUSED'
  | 'CONFIG_ERROR';

export function fault(code: FaultCode, detail: string, requestId?: string): Fault {
  return { kind: 'fault', code, detail, ...(requestId && { requestId }) };
}

/** Takes the rows of a file one by one, instead of a page of them in the answer. */
export interface RowSink {
  /** The names of the columns, before the first row. @returns indexes of those it reads; of the others rows hold '' */
  columns(names: readonly string[]): readonly number[];
  row(values: readonly string[]): void;
  /** The file was the announced one. Rows count only after this. @param sha1 of its plain bytes, hexadecimal */
  verified(sha1: string): void;
}

/** One way to reach WeChat Pay. */
export interface Link {
  /** What the contract allows but this link cannot say: refused before anything is sent. */
  check?<Name extends OperationName>(operation: Operation<Name>, request: RequestOf<Name>): Violation[];
  /**
   * Sends one completed and validated request, once. Never throws for anything the network, the platform or WeChat
   * Pay may do.
   * @param call `timeoutMs`: time left for the whole exchange, in ms. `rows`: a link may hand a file's rows to it; the
   *   answer then has none
   */
  send<Name extends OperationName>(
    operation: Operation<Name>,
    request: RequestOf<Name>,
    call: { readonly timeoutMs: number; readonly caller: Caller; readonly rows?: RowSink },
  ): Promise<SendResult>;
}

/** Makes a link. @param send carries its HTTP exchanges, where it has any */
export type LinkFactory = (config: Config, send?: Exchange) => Promise<Link>;

export type LinkFactories = Partial<Record<LinkName, LinkFactory>>;
