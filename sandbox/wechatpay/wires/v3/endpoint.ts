import type { Address } from '../../../http/match';
import type { Identity } from '../../bank/outcome';
import type { Merchant } from '../../bank/records';
import type { WeChatPay } from '../../weChatPay';
import type { Field } from './fields';
import type { Json, V3Answer } from './v3Answer';

/** Who calls, established by the signature. */
export type Caller = Merchant;

/** What the endpoints of API v3 need of WeChat Pay. */
export type V3EndpointState = Pick<WeChatPay, 'bank' | 'v3' | 'notices'>;

/** Everything an endpoint may read. Names are decrypted, fields have the form of the page. */
export interface Call extends V3EndpointState {
  readonly caller: Caller;
  readonly identity: Identity;
  readonly fields: Json;
  /** The address the request came to, for addresses that are handed out. */
  readonly origin: string;
}

/** One address of API v3. */
export interface Endpoint extends Address {
  readonly method: 'GET' | 'POST';
  readonly link: 'apiv3' | 'ecommerce' | 'brand';
  /** The operation's CloudPay name, by which faults are aimed on every link alike. */
  readonly api: string | ((fields: Json) => string);
  /** Of path, query and body together, as the page lists them for this kind of caller. */
  readonly fields: (caller: Caller) => readonly Field[];
  /** The name of a field that is missing because of what others say. */
  readonly missing?: (fields: Json, caller: Caller) => string | undefined;
  /** Why this caller may not use the family at all. */
  readonly refuses?: (call: Omit<Call, 'identity'>) => V3Answer | undefined;
  /** Wants Wechatpay-Serial even where nothing is encrypted. */
  readonly namesKey?: true;
  /** Not JSON: takes any Accept header. */
  readonly file?: true;
  readonly run: (call: Call) => V3Answer | Promise<V3Answer>;
}
