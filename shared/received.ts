import type { AnswerFields } from './contract';
import type { SendResult } from './links/link';
import { isPlain } from './readJson';

/** Names of ours in replies, which WeChat Pay's pages do not have. */
export const OWN_NAMES = [
  'advice',
  'violations',
  'deviations',
  'settlement',
  'unrecorded',
  'warnings',
  'request_id',
  'wechat_err_code',
] as const;

const MOST_ID = 128;

/**
 * A link's result made safe to read: an answer that cannot be written as JSON again is unreadable, and names of ours
 * are removed. To be called before anything else reads it.
 */
export function received(sent: SendResult): SendResult {
  const { requestId, ...rest } = sent;
  const traced = typeof requestId === 'string' && requestId.length <= MOST_ID ? { requestId } : {};
  if (rest.kind === 'fault') return { ...rest, ...traced };
  if (!isPlain([rest.fields, rest.parsed])) return { kind: 'fault', code: 'BAD_ANSWER', detail: 'JSON', ...traced };
  return { ...rest, fields: withoutOwnNames(rest.fields), ...traced };
}

function withoutOwnNames(fields: AnswerFields): AnswerFields {
  if (!OWN_NAMES.some((name) => Object.hasOwn(fields, name))) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN_NAMES.some((ours) => ours === name)));
}
