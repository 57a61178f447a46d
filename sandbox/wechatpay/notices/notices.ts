import type { Bank } from '../bank/bank';
import { beijingStamp } from '../bank/beijingTime';
import { Heap } from '../heap';
import type { V3State } from '../wires/v3/v3State';
import { envelopeOf } from './envelope';
import type { Notice, NoticeAttempt, NoticeFlaw } from './notice';
import { type NoticeFault, noNoticeFaults } from './noticeFaults';
import { type NoticeSettings, noticeDefaults } from './noticeSettings';
import { type NotificationSource, ofLine, ofReturn } from './notificationSource';
import { type Posted, post } from './post';
import { afterTry } from './retryTable';

/** A notification on its way, with what its fault has in store for it. */
interface Queued {
  readonly notice: Notice;
  /** The fault that still has to show. */
  fault: NoticeFault | undefined;
  /** Deliveries that counted. */
  tries: number;
  /** 1 for the first notification since the last reset. */
  readonly number: number;
}

/** {@link Notices} as JSON has them. */
export interface NoticesSnapshot {
  readonly settings: NoticeSettings;
  readonly urls: readonly (readonly [mchId: string, url: string])[];
  readonly faults: readonly NoticeFault[];
  /** The oldest first. */
  readonly queued: readonly (Omit<Queued, 'fault'> & { readonly fault?: NoticeFault | undefined })[];
}

/** A notification at its place among those that wait. */
interface Delivery {
  readonly at: number;
  readonly queued: Queued;
}

/** WeChat Pay wants an answer within 5 s. */
const ANSWER_LIMIT_MS = 5_000;

const acknowledges = ({ status }: Posted): boolean => status === 200 || status === 204;

/** Sent after everything else that is due. */
const isOvertaken = ({ fault }: Queued): boolean => fault?.kind === 'reorder';

/**
 * WeChat Pay's notifications: queued when money has moved, sent to the merchant's address on the bank's clock until the
 * merchant acknowledges. Nothing is sent before `deliver` is called.
 */
export class Notices {
  readonly faults = noNoticeFaults();
  settings: NoticeSettings = noticeDefaults;
  readonly #bank: Bank;
  readonly #v3: V3State;
  readonly #urls = new Map<string, string>();
  readonly #all = new Map<string, Queued>();
  /** Those that wait, by the moment they are due; of two at the same, the older first. */
  readonly #waiting = new Heap<Delivery>((first, second) => {
    return first.at === second.at ? first.queued.number < second.queued.number : first.at < second.at;
  });
  /** Those that wait to be sent after everything else that is due. */
  #overtaken: Queued[] = [];
  #last: Queued | undefined;
  #round: Promise<void> = Promise.resolve();

  /** @param limitMs an answer after this many ms of the real clock is too late */
  constructor(
    bank: Bank,
    v3: V3State,
    private readonly limitMs: number = ANSWER_LIMIT_MS,
  ) {
    this.#bank = bank;
    this.#v3 = v3;
    bank.on('lineSucceeded', (event) => this.#queueNotice(ofLine(event)));
    bank.on('returnSucceeded', (order) => this.#queueNotice(ofReturn(order, this.settings)));
  }

  /** The address of a merchant; undefined for none, the default. */
  url(mchId: string): string | undefined {
    return this.#urls.get(mchId);
  }

  /** Counts for notifications to come. @param url undefined: not notified any more */
  setUrl(mchId: string, url: string | undefined): void {
    if (url === undefined) this.#urls.delete(mchId);
    else this.#urls.set(mchId, url);
  }

  /** The test of /v3/security/echo: its message goes to an address of the merchant's choice, without waiting for the clock. */
  echo(mchId: string, url: string, message: string): void {
    this.#queue(
      { about: 'echo', at: this.#bank.clock.now(), resource: { mchid: mchId, echo_message: message } },
      mchId,
      url,
    );
    void this.deliver();
  }

  /** All since the last reset, the oldest first. */
  list(): readonly Notice[] {
    return [...this.#all.values()].map(({ notice }) => notice);
  }

  /** Sends everything that has fallen due, repetitions included; resolves when all of it is answered or has timed out. */
  deliver(): Promise<void> {
    this.#round = this.#round.then(async () => {
      const now = this.#bank.clock.now();
      for (let next = this.#nextDue(now); next; next = this.#nextDue(now)) await this.#attempt(next);
    });
    return this.#round;
  }

  /**
   * Sends a notification again now, in whatever state it is, in `copies` (1) parallel deliveries.
   * @returns undefined when there is no such notification
   */
  async redeliver(id: string, copies = 1): Promise<readonly NoticeAttempt[] | undefined> {
    const queued = this.#all.get(id);
    if (!queued) return undefined;
    const attempts = await Promise.all(Array.from({ length: copies }, () => this.#send(queued)));
    if (attempts.some(acknowledges)) queued.notice.state = 'acknowledged';
    return attempts;
  }

  /**
   * Sends a forged copy of a notification now; the true one is not touched.
   * @param id the latest notification by default
   * @returns how it was answered; undefined when there is nothing to forge
   */
  async forge(flaw: NoticeFlaw, id?: string): Promise<NoticeAttempt | undefined> {
    const queued = id === undefined ? this.#last : this.#all.get(id);
    return queued && this.#send(queued, flaw);
  }

  export(): NoticesSnapshot {
    return {
      settings: this.settings,
      urls: [...this.#urls],
      faults: this.faults.list(),
      queued: [...this.#all.values()],
    };
  }

  /** Those that wait are sent again when they are due. */
  import({ settings, urls, faults, queued }: NoticesSnapshot): void {
    this.reset();
    this.settings = { ...noticeDefaults, ...settings };
    for (const [mchId, url] of urls) this.#urls.set(mchId, url);
    this.faults.replace(faults);
    for (const { fault, ...known } of queued) {
      const one: Queued = { ...known, fault };
      this.#all.set(one.notice.id, one);
      this.#last = one;
      this.#wait(one);
    }
  }

  /** No notifications, no addresses, no faults. */
  reset(): void {
    this.#all.clear();
    this.#waiting.clear();
    this.#overtaken = [];
    this.#last = undefined;
    this.#urls.clear();
    this.faults.clear();
    this.settings = noticeDefaults;
  }

  /** Runs inside of the bank's step, where the clock must not be asked: that would make it move on. */
  #queueNotice(source: NotificationSource): void {
    const mchId = this.settings.addressee === 'receiver' ? source.receiverMchId : source.callerMchId;
    const url = this.#urls.get(mchId);
    if (url !== undefined) this.#queue(source, mchId, url);
  }

  #queue(source: Pick<NotificationSource, 'about' | 'at' | 'resource'>, mchId: string, url: string): void {
    const { about, at, resource } = source;
    const number = this.#all.size + 1;
    const id = `EV-${beijingStamp(at)}${String(number).padStart(8, '0')}`;
    const fault = about === 'echo' ? undefined : this.faults.next(about);
    const notice: Notice = {
      id,
      mchId,
      url,
      about,
      resource,
      envelope: envelopeOf(id, source, this.#v3.merchants.apiV3Key(mchId), this.settings),
      state: fault?.kind === 'drop' ? 'dropped' : 'waiting',
      dueAt: at + (fault?.kind === 'delay' ? fault.ms : 0),
      attempts: [],
    };
    const queued = { notice, fault, tries: 0, number };
    this.#all.set(id, queued);
    this.#last = queued;
    this.#wait(queued);
  }

  #wait(queued: Queued): void {
    if (queued.notice.state !== 'waiting') return;
    if (isOvertaken(queued)) this.#overtaken.push(queued);
    else this.#waiting.push({ at: queued.notice.dueAt, queued });
  }

  /** Takes the next one that is due. */
  #nextDue(now: number): Queued | undefined {
    for (let first = this.#waiting.peek(); first && first.at <= now; first = this.#waiting.peek()) {
      this.#waiting.pop();
      // It may have been acknowledged meanwhile, when it was sent again by hand.
      if (first.queued.notice.state === 'waiting') return first.queued;
    }
    const last = this.#overtaken.findLast(({ notice }) => notice.state === 'waiting' && notice.dueAt <= now);
    this.#overtaken = this.#overtaken.filter((other) => other !== last);
    return last;
  }

  async #attempt(queued: Queued): Promise<void> {
    const { notice, fault } = queued;
    // A duplicate is sent after the acknowledgement, however many tries that takes; the others show at once.
    if (fault?.kind !== 'duplicate') queued.fault = undefined;
    if (fault?.kind === 'forge') await this.#send(queued, fault.flaw);
    const posted = await this.#send(queued);
    queued.tries += 1;
    if (acknowledges(posted) && fault?.kind !== 'lostAnswer') {
      notice.state = 'acknowledged';
      if (fault?.kind === 'duplicate') for (let copy = fault.copies ?? 1; copy > 0; copy -= 1) await this.#send(queued);
      return;
    }
    const wait = afterTry(queued.tries);
    if (wait === undefined) notice.state = 'givenUp';
    else notice.dueAt += wait;
    this.#wait(queued);
  }

  async #send({ notice }: Queued, flaw?: NoticeFlaw): Promise<NoticeAttempt> {
    const at = notice.dueAt;
    const posted = await post(this.#v3, notice, this.settings, this.limitMs, flaw);
    const attempt: NoticeAttempt = { at, ...(flaw && { flaw }), ...posted };
    notice.attempts.push(attempt);
    return attempt;
  }
}
