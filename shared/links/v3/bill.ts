import type { AnswerOf, JsonObject, RequestOf } from '../../contract';
import { readUrl } from '../../readUrl';
import { WechatPayError } from '../../wechatpay/WechatPayError';
import type { RowSink } from '../link';
import { readBill, streamBill } from './billRows';
import type { Route } from './route';
import { matching } from './rules';

/** Mini programs get replies of 1 MB at most; what is left belongs to the other fields. */
const MOST_PAGE_BYTES = 900_000;

/** `<SHA-1 of the file>.<row>`: a bill that changed between two pages is noticed. */
const CURSOR = /^([0-9a-f]{40})\.(\d{1,9})$/;

/**
 * The bill of one Beijing day, the same on every v3 link: the file behind the address that WeChat Pay names, checked
 * against the announced SHA-1 of its plain bytes, page by page or all its rows to a sink.
 */
export const bill: Route<'profitSharingBill'> = {
  method: 'GET',
  path: '/v3/profitsharing/bills',
  toWire: ({ sub_mch_id, bill_date }) => ({ sub_mchid: sub_mch_id, bill_date, tar_type: 'GZIP' }),
  // The address and the SHA-1 are of no use to the caller: the address lives for 30 seconds.
  fromWire: (_, { bill_date }) => ({ bill_date }),
  violations: (request) => matching(request, CURSOR, 'cursor'),
  download: { address, read },
};

/** The request for a file is signed with the merchant's key: it goes to WeChat Pay or to the configured host only. */
function address({ hash_type, download_url }: JsonObject, base: URL): URL {
  if (hash_type !== 'SHA1') throw new WechatPayError('BAD_ANSWER', 'hash_type');
  const url = readUrl(download_url);
  const isWechats = url?.protocol === 'https:' && url.hostname.endsWith('.mch.weixin.qq.com');
  if (!url || url.username || !(isWechats || url.origin === base.origin)) {
    throw new WechatPayError('BAD_ANSWER', 'download_url');
  }
  return url;
}

async function read(
  file: Buffer,
  answer: JsonObject,
  { cursor = '' }: RequestOf<'profitSharingBill'>,
  isLate: () => boolean,
  sink?: RowSink,
): Promise<AnswerOf<'profitSharingBill'>> {
  const announced = String(answer.hash_value).toLowerCase();
  if (sink) {
    const streamed = await streamBill(file, sink, isLate);
    if (streamed.sha1 !== announced) throw new WechatPayError('BAD_ANSWER', 'hash_value');
    sink.verified(announced);
    return { columns: streamed.columns, rows: [] };
  }
  const [, of = announced, from = '0'] = CURSOR.exec(cursor) ?? [];
  const { sha1, columns, rows, next, summary } = await readBill(file, Number(from), MOST_PAGE_BYTES, isLate);
  if (sha1 !== announced) throw new WechatPayError('BAD_ANSWER', 'hash_value');
  if (of !== announced) throw new WechatPayError('BAD_ANSWER', 'cursor: the bill has changed, begin again without it');
  return {
    columns,
    rows,
    ...(next !== undefined && { next_cursor: `${announced}.${next}` }),
    ...(next === undefined && summary && { summary }),
  };
}
