import { parseCaller } from '../../../shared/caller';
import { realClock } from '../../../shared/clock';
import type { UnknownFields } from '../../../shared/contract';
import { Deadline } from '../../../shared/deadline';
import type { Exchange } from '../../../shared/http';
import { type Hold, Ledger } from '../../../shared/ledger/ledger';
import type { LedgerRecord } from '../../../shared/ledger/record';
import type { Outcome } from '../../../shared/ledger/transition';
import { notify } from '../../../shared/notify';
import type { HttpReply } from '../../../shared/notify/httpEvent';
import type { LinkName, Operation } from '../../../shared/operation';
import { fromFunction } from '../callers';
import { MemoryStore } from '../ledger/memoryStore';
import { publicKey } from '../wechatpay/keys';
import vectors from '../wechatpay/vectors.json';
import { MemoryNotices } from './memoryNotices';
import { type Delivery, envelope, httpEvent, signed } from './notification';

/** The least a function needs that believes in the WeChat Pay public key. */
export const variables: NodeJS.ProcessEnv = {
  PROFIT_SHARING_LINK: 'apiv3',
  WECHATPAY_API_V3_KEY: vectors.keys.apiv3_key,
  WECHATPAY_PUBLIC_KEY_ID: publicKey.serial,
  WECHATPAY_PUBLIC_KEY: publicKey.publicPem,
};

const offline: Exchange = async ({ url }) => {
  throw new Error(`nothing may be sent, least of all to ${url}`);
};

/** A notification function over a ledger in memory, on a clock of its own. */
export class Desk {
  readonly records = new MemoryStore(() => this.now());
  readonly notices = new MemoryNotices();
  readonly #opened = Date.now();
  /** ms since the desk was opened. Only pauses and tests move its clock: nothing depends on how busy the machine is. */
  ahead = 0;
  /** Runs instead of a pause. */
  paused: () => Promise<void> = async () => {};

  readonly now = () => this.#opened + this.ahead;
  readonly #pause = async (ms: number) => {
    this.ahead += ms;
    await this.paused();
  };
  readonly clock = { ...realClock, now: this.now, elapsed: this.now, pause: this.#pause };
  readonly ledger = new Ledger(this.records, { clock: this.clock });
  readonly main: ReturnType<typeof notify>;

  constructor(env: NodeJS.ProcessEnv = variables, send = offline) {
    const open = async () => ({ records: this.records, notices: this.notices });
    this.main = notify(env, { open, clock: this.clock, send });
  }

  /** Delivers a notification around a resource, signed now. */
  notify(resource: UnknownFields, over: UnknownFields = {}): Promise<HttpReply> {
    return this.deliver(signed(envelope(resource, over), this.now()));
  }

  deliver(delivery: Delivery, over: UnknownFields = {}, context?: unknown): Promise<HttpReply> {
    return this.main(httpEvent(delivery, over), context);
  }

  /** Sends a request as far as the ledger is concerned. */
  async send(operation: Operation, request: UnknownFields, link: LinkName = 'apiv3', mchId = '1900000100') {
    const caller = parseCaller(fromFunction);
    const entry =
      caller && (await this.ledger.begin(operation, request, { link, mchId }, caller, new Deadline(3000, this.clock)));
    if (entry?.kind !== 'go') throw new Error(`expected to begin, got ${entry?.kind}`);
    return entry;
  }

  async sent(operation: Operation, request: UnknownFields, outcome: Outcome, link?: LinkName): Promise<void> {
    await this.leave(await this.send(operation, request, link), outcome);
  }

  async leave(entry: Hold, outcome: Outcome): Promise<void> {
    await this.ledger.complete(entry, outcome, new Deadline(3000, this.clock));
  }

  record(id: string): LedgerRecord | undefined {
    return this.records.records.get(id);
  }

  /** What the notices of a record found, one after another; nothing for one that was broken off. */
  found(id: string): (string | undefined)[] {
    const attempts = this.record(id)?.attempts ?? [];
    return attempts.filter(({ kind }) => kind === 'notice').map(({ outcome }) => outcome?.state);
  }
}
