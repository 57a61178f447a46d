/** How a forged copy differs from the true one. */
export const noticeFlaws = [
  /** No signature headers at all. */
  'missing',
  /** The signature of another text. */
  'wrong',
  /** An unknown serial number. */
  'unknownSerial',
  /** A good signature, made more than five minutes ago. */
  'stale',
  /** Another digit in the body, after signing. */
  'altered',
  /** A well signed envelope whose content does not fit its tag. */
  'tag',
  /** WeChat Pay's own test: a signature that begins with WECHATPAY/SIGNTEST/ and must be refused. */
  'probe',
] as const;

export type NoticeFlaw = (typeof noticeFlaws)[number];

/** One time that a notification was sent. */
export interface NoticeAttempt {
  /** When it fell due, epoch ms of the bank's clock. */
  readonly at: number;
  /** The true one when absent. */
  readonly flaw?: NoticeFlaw;
  /** HTTP status of the answer; 0 when none came within five seconds. */
  readonly status: number;
  /** What the answer said, cut to a thousand characters. */
  readonly answer: string;
}

/** What notifications are about; `echo`: the test of /v3/security/echo. */
export type About = 'share' | 'return' | 'echo';

/** One notification: an event that WeChat Pay sends to one merchant. */
export interface Notice {
  readonly id: string;
  /** Whose address it goes to, and whose APIv3 key encrypts it. */
  readonly mchId: string;
  readonly url: string;
  readonly about: About;
  /** What is encrypted in the envelope. */
  readonly resource: Readonly<Record<string, unknown>>;
  /** The body as it travels, the same at every attempt. */
  readonly envelope: string;
  state: 'waiting' | 'acknowledged' | 'givenUp' | 'dropped';
  /** Epoch ms of the bank's clock; counts while it waits. */
  dueAt: number;
  readonly attempts: NoticeAttempt[];
}
