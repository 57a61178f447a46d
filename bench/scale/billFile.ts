import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** The day of the bill and its records. */
export const DAY = '2026-11-20';

const START = Date.parse(`${DAY}T00:00:00+08:00`);

export const SUB = '1900000109';

/** Every share pays this, in fen. */
export const PAID = 88;

const COLUMNS =
  '分账时间,分账发起方,分账方,微信订单号,微信分账/回退单号,商户分账/回退单号,订单金额,分账接收方,分账金额,业务类型,处理状态,分账描述,备注';

/** The merchant's number of a share, by its row. */
export function numberOf(row: number): string {
  return `P20261120${String(Math.imul(row, 2654435761) >>> 0).padStart(10, '0')}${String(row).padStart(8, '0')}`;
}

/** When a share ended, epoch ms: rows are spread over the day. */
export function endOf(row: number, rows: number): number {
  return START + Math.floor((row / rows) * 86_000_000);
}

function lineOf(row: number, rows: number): string {
  const time = new Date(endOf(row, rows) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  const id = String(row).padStart(12, '0');
  const ids = `\`4208450740201411${id},\`3008450740201411${id},\`${numberOf(row)}`;
  return `\`${time},\`1900000100,\`${SUB},${ids},\`12.34,\`1900000110,\`0.88,\`分账,\`成功,\`分给供应商的货款,\`\n`;
}

function* chunks(rows: number): Generator<Buffer> {
  yield Buffer.from(`${COLUMNS}\n`);
  for (let from = 0; from < rows; from += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - from) }, (_, index) => lineOf(from + index, rows));
    yield Buffer.from(lines.join(''));
  }
  yield Buffer.from(`分账笔数,分账总金额,回退笔数,回退总金额\n\`${rows},\`${(rows * PAID) / 100},\`0,\`0.00\n`);
}

/** Writes a packed bill of so many rows. @returns the SHA-1 of the plain one, and its size in bytes */
export async function writeBill(path: string, rows: number): Promise<{ sha1: string; bytes: number }> {
  const hash = createHash('sha1');
  let bytes = 0;
  function* hashed() {
    for (const chunk of chunks(rows)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await pipeline(Readable.from(hashed()), createGzip(), createWriteStream(path));
  return { sha1: hash.digest('hex'), bytes };
}
