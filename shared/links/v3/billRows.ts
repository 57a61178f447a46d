import { createHash, type Hash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { WechatPayError } from '../../wechatpay/WechatPayError';
import type { RowSink } from '../link';

/** One page of a bill. Rows are lists of values in the order of `columns`; amounts are in yuan, as WeChat prints them. */
export interface BillPage {
  /** SHA-1 of the plain file, lower-case hexadecimal. */
  readonly sha1: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly next: number | undefined;
  readonly summary: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } | undefined;
}

/** No row is a hundredth of this long. */
const MOST_LINE_CHARACTERS = 1_000_000;

const MOST_TOTALS = 1000;

/**
 * Reads one page of a bill, compressed or not, as a stream: memory holds one page and one chunk.
 * @param from first row wanted, counted from 0
 * @param maxBytes size of a page as JSON; a page has at least one row
 * @throws {WechatPayError} BAD_ANSWER when it cannot be unpacked, NO_ANSWER when `isLate`
 */
export async function readBill(file: Buffer, from: number, maxBytes: number, isLate: () => boolean): Promise<BillPage> {
  const rows: string[][] = [];
  let index = 0;
  let next: number | undefined;
  let left = maxBytes;
  const read = await scan(file, isLate, (line) => {
    if (index++ < from || next !== undefined) return;
    const values = valuesOf(line);
    left -= Buffer.byteLength(JSON.stringify(values)) + 1;
    if (left < 0 && rows.length > 0) next = index - 1;
    else rows.push(values);
  });
  return { ...read, rows, next };
}

/** Hands every row of a bill to a sink; `verified` is left to the caller. @throws as {@link readBill} */
export function streamBill(
  file: Buffer,
  sink: RowSink,
  isLate: () => boolean,
): Promise<Omit<BillPage, 'rows' | 'next'>> {
  let isRead: boolean[] = [];
  const begin = (names: readonly string[]) => {
    const read = new Set(sink.columns(names));
    isRead = names.map((_, index) => read.has(index));
  };
  return scan(file, isLate, (line) => sink.row(valuesRead(line, isRead)), begin);
}

async function scan(
  file: Buffer,
  isLate: () => boolean,
  take: (line: string) => void,
  begin: (names: readonly string[]) => void = () => undefined,
): Promise<Omit<BillPage, 'rows' | 'next'>> {
  const hash = createHash('sha1');
  const titles: string[][] = [];
  const totals: string[][] = [];
  const takeLine = (line: string) => {
    if (line.startsWith('`')) {
      if (titles.length === 1) take(line);
      else if (titles.length > 1) totals.push(valuesOf(line));
    } else if (titles.push(line.split(',')) === 1) begin(titles[0] ?? []);
    // A bill has details and totals. More of either is a line feed inside a value.
    if (titles.length > 2 || totals.length > MOST_TOTALS) throw new WechatPayError('BAD_ANSWER', 'CSV');
  };
  for await (const lines of textLines(file, hash, isLate)) lines.forEach(takeLine);
  const [columns = [], summary] = titles;
  return { sha1: hash.digest('hex'), columns, summary: summary && { columns: summary, rows: totals } };
}

/** WeChat puts a backtick before every value, so that spreadsheets do not turn numbers into floats; titles have none. */
function valuesOf(line: string): string[] {
  return line.slice(1).split(',`');
}

/** The same without making a text of each value that is not read. */
function valuesRead(line: string, isRead: readonly boolean[]): string[] {
  const values: string[] = [];
  let from = 1;
  for (const reads of isRead) {
    const end = line.indexOf(',`', from);
    const to = end === -1 ? line.length : end;
    values.push(reads ? line.slice(from, to) : '');
    if (end === -1) break;
    from = end + 2;
  }
  return values;
}

async function* textLines(file: Buffer, hash: Hash, isLate: () => boolean): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of plainChunks(file)) {
    if (isLate()) throw new WechatPayError('NO_ANSWER', 'TIMEOUT');
    hash.update(chunk);
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > MOST_LINE_CHARACTERS) throw new WechatPayError('BAD_ANSWER', 'CSV');
    yield lines.filter(Boolean);
  }
  yield [rest.replace(/\r$/, '')].filter(Boolean);
}

const CHUNK_BYTES = 64 * 1024;

async function* plainChunks(file: Buffer): AsyncGenerator<Buffer> {
  // Every gzip file begins with these two bytes, and no CSV does.
  if (file[0] !== 0x1f || file[1] !== 0x8b) {
    for (let at = 0; at < file.length; at += CHUNK_BYTES) yield file.subarray(at, at + CHUNK_BYTES);
    return;
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  gunzip.end(file);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch {
    throw new WechatPayError('BAD_ANSWER', 'gzip');
  }
}
