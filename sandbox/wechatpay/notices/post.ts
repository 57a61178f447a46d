import { createHash, randomUUID } from 'node:crypto';
import { altered, signatureHeaders } from '../wires/v3/signedDelivery';
import type { V3State } from '../wires/v3/v3State';
import { withWrongTag } from './envelope';
import type { Notice, NoticeFlaw } from './notice';
import type { NoticeSettings } from './noticeSettings';

const KEPT_CHARACTERS = 1_000;

export interface Posted {
  /** 0: no answer in time. */
  readonly status: number;
  readonly answer: string;
}

async function headersFor(v3: V3State, text: string, settings: NoticeSettings, flaw: NoticeFlaw | undefined) {
  const requestId = createHash('sha256').update(randomUUID()).digest('hex').toUpperCase().slice(0, 32);
  const always = { 'Content-Type': 'application/json', 'User-Agent': 'Mozilla/4.0', 'Request-ID': requestId };
  if (flaw === 'missing') return always;
  const named = settings.signWith === 'publicKey' ? (await v3.platform.publicKey()).serial : undefined;
  const signatureFlaw = flaw === 'tag' || flaw === 'probe' ? undefined : flaw;
  const signed = await signatureHeaders(v3, text, { named, held: 'certificate', requestId, flaw: signatureFlaw });
  if (flaw !== 'probe') return { ...always, ...signed };
  return { ...always, ...signed, 'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${signed['Wechatpay-Signature']}` };
}

/**
 * Sends a notification once, signed now on the real clock, or forged with a flaw. Never throws: no answer is a status of 0.
 * @param limitMs an answer after this many ms is too late
 */
export async function post(
  v3: V3State,
  { url, envelope }: Notice,
  settings: NoticeSettings,
  limitMs: number,
  flaw?: NoticeFlaw,
): Promise<Posted> {
  const text = flaw === 'tag' ? withWrongTag(envelope) : envelope;
  const headers = await headersFor(v3, text, settings, flaw);
  const body = flaw === 'altered' ? altered(text) : text;
  const signal = AbortSignal.timeout(limitMs);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    return { status: response.status, answer: (await response.text()).slice(0, KEPT_CHARACTERS) };
  } catch (error) {
    return { status: 0, answer: error instanceof Error ? error.message : String(error) };
  }
}
