import type { Fields } from './chapters';

/** How a function answered. */
export interface Called {
  /** Under which the console shows the call; absent where there is no console. */
  readonly callId?: string;
  /** The reply of the contract; absent when the function died. */
  readonly reply?: Fields;
  /** err_code, or the message of the platform when the function died. */
  readonly failure?: string;
}

/** Who receives money in the scenario. */
export interface Receiver {
  readonly type: string;
  readonly account: string;
  readonly name: string;
}

/** What the scenario needs: callers of functions, and the control API of the sandbox. */
export interface Stage {
  readonly supplier: Receiver;
  readonly person: Receiver;
  /** The appid that the person's openid belongs to. */
  readonly appid: string;
  /** For `POST /_sandbox/orders`. */
  readonly order: Fields;
  /**
   * The time limit of multiProfitSharing, in ms. After a crash its number stays held for so long; where the limit is
   * absent the scenario leaves the crash out.
   */
  readonly crashLimitMs?: number;
  /** The merchant's backend calls a function on behalf of a buyer. */
  backend(operation: string, data: Fields): Promise<Called>;
  /** A mini program calls a function. */
  client(operation: string, data: Fields): Promise<Called>;
  /** One request of the control API; the path without its `/_sandbox/`. */
  control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: Fields): Promise<unknown>;
  /** A number that no other order of the sandbox has. */
  number(kind: 'SHARE' | 'RETURN' | 'FINISH'): string;
}
