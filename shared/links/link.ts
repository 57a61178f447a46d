import type { Caller } from '../caller';
import type { Config } from '../config';
import type { AnswerFields, OperationName, RequestOf } from '../contract';
import type { Exchange } from '../http';
import type { LinkName, Operation } from '../operation';
import type { Violation } from '../violations';

/** What a link knows after it sent a request, or found that it could not. */
export type SendResult = ProviderResponse | Fault;

/** WeChat Pay answered. */
export interface ProviderResponse {
  readonly kind: 'answer';
  /** In the words of the contract. */
  readonly fields: AnswerFields;
  /** The fields before JSON texts were made of some of them, from a link that makes these texts itself: saves parsing. */
  readonly parsed?: AnswerFields;
  readonly requestId?: string;
}

/** WeChat Pay did not answer, or not readably. */
export interface Fault {
  readonly kind: 'fault';
  /** The row of the error table that says what is known of the request. */
  readonly code: FaultCode;
  /** Shown to the caller. */
  readonly detail: string;
  readonly requestId?: string;
}

/** The rows of the error table that a link may return on its own account. */
export type FaultCode =
  | 'NOT_SENT'
  | 'NO_ANSWER'
  | 'BAD_ANSWER'
  | 'PLATFORM_ERROR'
  | 'PLATFORM_REFUSED'
  | 'CONFIG_ERROR';

/** A fault as a result. @param requestId the platform's id of the exchange, where it gave one */
export function fault(code: FaultCode, detail: string, requestId?: string): Fault {
  return { kind: 'fault', code, detail, ...(requestId && { requestId }) };
}

/** One way to reach WeChat Pay. */
export interface Link {
  /** What the contract allows but this link cannot say: refused before anything is sent. */
  check?<Name extends OperationName>(operation: Operation<Name>, request: RequestOf<Name>): Violation[];
  /**
   * Sends one completed and validated request, once. Never throws for anything the network, the platform or WeChat
   * Pay may do.
   * @param timeoutMs time left for the whole exchange, in ms
   */
  send<Name extends OperationName>(
    operation: Operation<Name>,
    request: RequestOf<Name>,
    call: { readonly timeoutMs: number; readonly caller: Caller },
  ): Promise<SendResult>;
}

/**
 * Makes a link.
 * @param send carries its HTTP exchanges, where it has any of its own
 */
export type LinkFactory = (config: Config, send?: Exchange) => Promise<Link>;

/** Links by name; tests put links of their own in their place. */
export type LinkFactories = Partial<Record<LinkName, LinkFactory>>;
