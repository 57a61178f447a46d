import type { Caller } from '../caller';
import type { Config } from '../config';
import type { Exchange } from '../http';
import type { Contract, LinkName, Operation } from '../operation';
import type { Violation } from '../violations';

/** What a link knows after it sent a request, or found that it could not. */
export type Sent =
  | Answer
  /** It did not, or not readably: the row of the error table that says what is known, and the detail to show. */
  | { readonly kind: 'fault'; readonly code: FaultCode; readonly detail: string; readonly requestId?: string };

/** WeChat Pay answered. */
export interface Answer {
  readonly kind: 'answer';
  /** In the words of the contract. */
  readonly fields: Contract;
  /** The same before JSON texts were made of some fields, from a link that makes them itself: nobody need parse those again. */
  readonly parsed?: Contract;
  readonly requestId?: string;
}

/** The rows of the error table a link may answer with on its own account. */
export type FaultCode =
  | 'NOT_SENT'
  | 'NO_ANSWER'
  | 'BAD_ANSWER'
  | 'PLATFORM_ERROR'
  | 'PLATFORM_REFUSED'
  | 'CONFIG_ERROR';

/** One road to WeChat Pay. */
export interface Link {
  /** What the contract allows but this link cannot say: refused before anything is sent. */
  check?(operation: Operation, request: Contract): Violation[];
  /**
   * Sends one completed and validated request, once. Never throws for anything the network, the platform or WeChat
   * Pay may do.
   * @param timeoutMs time left for the whole exchange, in ms
   */
  send(
    operation: Operation,
    request: Contract,
    call: { readonly timeoutMs: number; readonly caller: Caller },
  ): Promise<Sent>;
}

/**
 * Makes a link.
 * @param send carries its HTTP exchanges, where it has any of its own
 */
export type LinkFactory = (config: Config, send?: Exchange) => Promise<Link>;

/** Links by name; tests put links of their own in their place. */
export type LinkFactories = Partial<Record<LinkName, LinkFactory>>;

/** Loads a link's code only when it is the configured one. */
export const links: Readonly<Record<LinkName, LinkFactory>> = {
  cloudpay: async (config) => (await import('./cloudpay')).cloudpay(config),
  cloudrun: async (config, send) => (await import('./cloudrun')).cloudrun(config, send),
  apiv2: async (config, send) => (await import('./apiv2')).apiv2(config, send),
  apiv3: async (config, send) => (await import('./apiv3')).apiv3(config, send),
  ecommerce: async (config, send) => (await import('./ecommerce')).ecommerce(config, send),
  brand: async (config, send) => (await import('./brand')).brand(config, send),
};
