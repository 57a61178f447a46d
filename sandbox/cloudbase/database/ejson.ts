import { BSONRegExp, Double, EJSON, Int32, Long } from 'bson';
import { isPlainRecord, isRecord } from '../../isRecord';

const serverDate = '$tcb_server_date';

function serverDateOf(fields: Readonly<Record<string, unknown>>, now: number): Date | undefined {
  const asked = Object.keys(fields).length === 1 ? fields[serverDate] : undefined;
  if (!isRecord(asked)) return undefined;
  const offset = plain(asked.offset ?? 0, now);
  if (typeof offset !== 'number') throw new TypeError(`${serverDate} needs a number of milliseconds as its offset`);
  return new Date(now + offset);
}

function plain(value: unknown, now: number): unknown {
  if (value instanceof Int32 || value instanceof Double) return value.value;
  // A long that JavaScript would round stays a long.
  if (value instanceof Long) return Number.isSafeInteger(value.toNumber()) ? value.toNumber() : value;
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options);
  if (Array.isArray(value)) return value.map((item) => plain(item, now));
  if (!isPlainRecord(value)) return value;
  const date = serverDateOf(value, now);
  return date ?? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, now)]));
}

/**
 * Reads the EJSON that both SDKs send. Numbers become JavaScript numbers: an SDK writes 1.0 as an int too, so nothing that
 * one of them stores comes back as another type.
 *
 * @param now epoch ms that `db.serverDate()` stands for; it travels as an extension of CloudBase's own
 * @throws when the text is not EJSON, or has a regular expression that JavaScript cannot run
 */
export function fromEjson(text: string, now: number): unknown {
  return plain(EJSON.parse(text, { relaxed: false }), now);
}

/** Canonical EJSON: every number names its type. Both SDKs parse it, as they parse the relaxed form. */
export function toEjson(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false });
}
