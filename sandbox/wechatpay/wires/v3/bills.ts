import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Hash } from 'wechatpay-axios-plugin';
import { refused } from '../../bank/refusals';
import { billText } from './billText';
import type { Call, Endpoint } from './endpoint';
import * as page from './pageFields';
import { answerTo, paramError, refusal, success, type V3Answer } from './v3Answer';
import { optional, text } from './wireText';

const DAY = 86_400_000;
const EIGHT_HOURS = 8 * 3_600_000;

/** Bills are ready at ten o'clock of the next morning. */
const READY_AFTER = DAY + 10 * 3_600_000;

/** Three months, a month being 31 days at most. */
const KEPT = 92 * DAY;

/** How long a download address can be used, in ms. */
const ADDRESS_LIFE = 30_000;

/** Epoch ms of midnight in Beijing, NaN for what is no day. */
function midnight(date: string): number {
  const utc = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // 2026-02-30 would be read as the second of March.
  return !Number.isNaN(utc) && new Date(utc).toISOString().startsWith(date) ? utc - EIGHT_HOURS : Number.NaN;
}

function whyNoBill({ bank, caller, fields }: Call): V3Answer | undefined {
  const sub = text(fields, 'sub_mchid');
  if (sub !== '' && bank.merchant(sub)?.providerMchId !== caller.mchId) {
    return answerTo(refused('notItsMerchant'), () => ({}));
  }
  const from = midnight(text(fields, 'bill_date'));
  if (Number.isNaN(from)) return paramError('日期格式不正确');
  const age = bank.clock.now() - from;
  if (age < READY_AFTER) return refusal(400, 'INVALID_REQUEST', '请求的账单正在生成中');
  return age > KEPT ? refusal(400, 'INVALID_REQUEST', '请求的账单日期已过期') : undefined;
}

/** One address for all families: a bill holds whatever the caller shared. */
export const bills: Endpoint = {
  method: 'GET',
  path: '/v3/profitsharing/bills',
  link: 'apiv3',
  api: 'profitSharingBill',
  fields: ({ isProvider }) => [
    ...(isProvider ? [{ ...page.subMchid, required: false, minLength: 8, maxLength: 12 }] : []),
    { name: 'bill_date', type: 'string', required: true, maxLength: 10 },
    { name: 'tar_type', type: 'string', maxLength: 32, values: ['GZIP'] },
  ],
  run: (call) => {
    const no = whyNoBill(call);
    if (no) return no;
    const { bank, v3, caller, identity, fields, origin } = call;
    const of = { mchId: caller.mchId, date: text(fields, 'bill_date'), ...optional('subMchId', fields, 'sub_mchid') };
    const books = bank.bill(identity);
    if (!books.ok) return answerTo(books, () => ({}));
    const csv = billText(books.value, of);
    // No file for a day without shares: inferred from the text of the code.
    if (csv === undefined) return refusal(400, 'NO_STATEMENT_EXIST', '账单文件不存在');
    const gzip = fields.tar_type === 'GZIP';
    const plain = Buffer.from(csv);
    const now = bank.clock.now();
    const token = randomBytes(24).toString('hex');
    v3.dropFilesBefore(now);
    v3.files.set(token, {
      mchId: caller.mchId,
      bytes: gzip ? gzipSync(plain) : plain,
      gzip,
      expiresAt: now + ADDRESS_LIFE,
    });
    return success({
      download_url: `${origin}/v3/billdownload/file?token=${token}`,
      hash_type: 'SHA1',
      // Of the plain file, also where the compressed one is downloaded.
      hash_value: Hash.sha1(plain).toLowerCase(),
    });
  },
};

/** The file behind the address: the request is signed, the answer is not. */
export const billFile: Endpoint = {
  method: 'GET',
  path: '/v3/billdownload/file',
  link: 'apiv3',
  api: 'billDownload',
  file: true,
  fields: () => [{ name: 'token', type: 'string', required: true, maxLength: 2048 }],
  run: ({ bank, v3, caller, fields }) => {
    const file = v3.files.get(text(fields, 'token'));
    const theirs = file?.mchId === caller.mchId ? file : undefined;
    // The 30 seconds are documented, what comes after them is not. They are the bank's, as all of its times.
    if (!theirs || bank.clock.now() > theirs.expiresAt) {
      return refusal(400, 'INVALID_REQUEST', '账单下载地址不存在或已失效');
    }
    return { kind: 'file', bytes: theirs.bytes, contentType: theirs.gzip ? 'application/x-gzip' : 'text/plain' };
  },
};
