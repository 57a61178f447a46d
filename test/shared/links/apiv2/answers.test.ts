import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import type { UnknownFields } from '../../../../shared/contract';
import { exchange } from '../../../../shared/http';
import { apiv2 } from '../../../../shared/links/apiv2';
import type { SendResult } from '../../../../shared/links/link';
import { caller, type OperationName, operationNamed, provider, requests } from './calls';
import { type Answer, type Message, type Platform, signed, startPlatform, successOf, xmlOf } from './platform';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.close());

/** One share of money, answered by a script. */
async function share(
  answer: Answer,
  name: OperationName = 'profitSharing',
  more: UnknownFields = {},
): Promise<SendResult> {
  platform.answer = answer;
  const { merchant, url, ca } = platform;
  const config = { ...provider, mchCert: merchant.cert, mchPrivateKey: merchant.key, baseUrl: url };
  const link = apiv2(config, exchange, ca);
  return link.send(operationNamed(name), { ...requests[name], ...more }, { timeoutMs: 60_000, caller });
}

const sends =
  (change: (success: Message) => string | Buffer, headers: Record<string, string> = {}): Answer =>
  (seen, response) =>
    response.writeHead(200, headers).end(change(successOf(seen)));

const unbelievable = { kind: 'fault', code: 'BAD_ANSWER' };

describe('an answer that is believed', () => {
  it('reaches the contract with every field WeChat Pay sent, known or not', async () => {
    const more = { order_id: '3008450740201411110007820472', some_future_field: '1', receivers: '[{"amount":100}]' };
    expect(await share(sends((success) => xmlOf(signed({ ...success, ...more }))))).toEqual({
      kind: 'answer',
      fields: expect.objectContaining({ return_code: 'SUCCESS', out_order_no: 'P20150806125346', ...more }),
    });
  });

  it('carries amounts in fen as integers and numbers of orders as text', async () => {
    const more = {
      return_amount: '888',
      amount: '0',
      unsplit_amount: '9007199254740993',
      max_ratio: '20%',
      order_id: '1',
    };
    const sent = await share(sends((success) => xmlOf(signed({ ...success, ...more }))));
    expect(sent).toMatchObject({ fields: { ...more, return_amount: 888, amount: 0 } });
  });

  it('is a refusal with its code, signed', async () => {
    const refusal = { result_code: 'FAIL', err_code: 'NOT_ENOUGH', err_code_des: '分账金额不足' };
    const sent = await share(sends((success) => xmlOf(signed({ ...success, ...refusal }))));
    expect(sent).toMatchObject({ kind: 'answer', fields: refusal });
  });

  it('is a refusal of the whole message, for which WeChat Pay has no signature', async () => {
    const refusal = { return_code: 'FAIL', return_msg: '签名失败' };
    expect(await share(sends(() => xmlOf(refusal)))).toEqual({ kind: 'answer', fields: refusal });
  });

  it('is a refused return, in that page’s own words', async () => {
    const refusal = { return_code: 'FAIL', error_code: 'AMOUNT_OVERDUE', error_msg: '余额不足' };
    expect(
      await share(
        sends(() => xmlOf(refusal)),
        'profitSharingReturn',
      ),
    ).toEqual({ kind: 'answer', fields: refusal });
  });
});

describe('a success that is not believed, because money may be in doubt', () => {
  it.each<[string, Answer, string]>([
    ['without a signature', sends((success) => xmlOf(success)), 'sign missing'],
    ['with an empty signature', sends((success) => xmlOf({ ...success, sign: '' })), 'sign missing'],
    ['signed by MD5', sends((success) => xmlOf(signed(success, 'MD5'))), 'sign'],
    ['changed after it was signed', sends((s) => xmlOf({ ...signed(s), order_id: '1' })), 'sign'],
    ['for another merchant', sends((s) => xmlOf(signed({ ...s, mch_id: '1900000101' }))), 'mch_id'],
    ['signed twice', sends((s) => xmlOf(signed(s)).replace('</xml>', '<sign>x</sign></xml>')), 'XML: sign twice'],
  ])('%s', async (_what, answer, detail) => {
    expect(await share(answer)).toEqual({ ...unbelievable, detail });
  });

  it('also a refusal whose signature is wrong', async () => {
    const answer = sends(() => xmlOf({ return_code: 'FAIL', return_msg: '签名失败', sign: 'A'.repeat(64) }));
    expect(await share(answer)).toEqual({ ...unbelievable, detail: 'sign' });
  });
});

describe('an answer that cannot be read', () => {
  const bomb = `<!DOCTYPE xml [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`;
  const gbk = Buffer.from('<xml><return_msg>\xc7\xa9\xc3\xfb</return_msg></xml>', 'latin1');

  it.each<[string, Answer, string]>([
    ['XXE', sends(() => '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><a>&e;</a></xml>'), 'XML: '],
    ['billion laughs', sends(() => `${bomb}<xml><a>&c;</a></xml>`), 'XML: '],
    ['an answer cut in the middle', sends((s) => xmlOf(signed(s)).slice(0, -40)), 'XML: '],
    ['another root', sends((s) => xmlOf(signed(s)).replaceAll('xml>', 'root>')), 'XML: '],
    ['an HTML page', sends(() => '<html><body>busy</body></html>', { 'content-type': 'text/html' }), 'XML: '],
    ['GBK bytes', sends(() => gbk), 'UTF-8'],
    ['a GBK label', sends((s) => xmlOf(signed(s)), { 'content-type': 'text/xml; charset=GBK' }), 'charset: GBK'],
    ['gzip', sends((s) => gzipSync(xmlOf(signed(s))), { 'content-encoding': 'gzip' }), 'content-encoding: gzip'],
    ['gzip that does not say so', sends((s) => gzipSync(xmlOf(signed(s)))), 'UTF-8'],
  ])('%s', async (_what, answer, detail) => {
    expect(await share(answer)).toEqual({ ...unbelievable, detail: expect.stringMatching(`^${detail}`) });
  });

  it.each([302, 404, 500, 502])('HTTP %i, whatever its page says', async (status) => {
    const sent = await share((seen, response) => response.writeHead(status).end(xmlOf(signed(successOf(seen)))));
    expect(sent).toEqual({ kind: 'fault', code: 'PLATFORM_ERROR', detail: `HTTP ${status}` });
  });

  it('nothing at all', async () => {
    expect(await share(sends(() => ''))).toEqual({ kind: 'fault', code: 'PLATFORM_ERROR', detail: 'empty body' });
  });

  it('a hundred megabytes, hung up on soon after the first', async () => {
    let written = 0;
    let hungUp: Promise<unknown> | undefined;
    const sent = await share((_seen, response) => {
      hungUp = once(response, 'close');
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const more = () => {
        while (written < 100 * 1024 * 1024 && !response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) return response.once('drain', more);
        }
        return response.end();
      };
      response.write('<xml><a>');
      more();
    });
    expect(sent).toEqual({ ...unbelievable, detail: 'ANSWER_TOO_LARGE' });
    await hungUp;
    expect(written).toBeLessThan(30 * 1024 * 1024);
  });

  it('many thousand fields, read in linear time', async () => {
    const fields = Array.from({ length: 60_000 }, (_, index) => `<a${index}/>`).join('');
    expect(await share(sends(() => `<xml>${fields}</xml>`))).toEqual({ ...unbelievable, detail: 'sign missing' });
    // Were every field searched for from the start, this would take longer.
  }, 30_000);

  it('keeps none of ten thousand hostile answers', async () => {
    const { fromWire } = await import('../../../../shared/links/apiv2/fromWire');
    const body = Buffer.from(`${bomb}<xml><a>&c;</a></xml>${'x'.repeat(100_000)}`);
    const read = () => fromWire({ status: 200, headers: {}, body }, new Map(), { verify: () => true });
    read();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 10_000; i += 1) read();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(256 * 1024 * 1024);
  });
});
