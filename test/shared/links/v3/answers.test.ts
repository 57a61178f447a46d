import { apiv3 } from '../../../../shared/links/apiv3';
import type { SendResult } from '../../../../shared/links/link';
import { firstKey, publicKey, secondKey } from '../../wechatpay/keys';
import { type Answer, certificates, isAuthorised, type Provider, type Seen, startProvider } from './provider';
import { certificateMode, config, fieldsOf, orderAnswer, queryRequest, send, shareRequest } from './setting';

let provider: Provider | undefined;
afterEach(() => provider?.close());

/** One query against a provider that answers so. */
async function ask(answer: Answer | ((seen: Seen, at: Provider) => Answer), over = config()): Promise<SendResult> {
  provider = await startProvider((seen, at) =>
    typeof answer === 'function' ? answer(seen, at) : { key: publicKey, ...answer },
  );
  return send(apiv3({ ...over, baseUrl: provider.url }), 'profitSharingQuery', queryRequest);
}

const refused = (code: string, detail: RegExp, isLasting?: true) => ({
  ...(isLasting && { isLasting }),
  kind: 'fault',
  code,
  detail: expect.stringMatching(detail),
  requestId: '08F78BC8F706109B-0',
});

test('believes a signed answer and keeps the request id', async () => {
  const sent = await ask({ body: orderAnswer });
  expect(sent).toEqual({
    kind: 'answer',
    requestId: '08F78BC8F706109B-0',
    parsed: expect.anything(),
    fields: {
      return_code: 'SUCCESS',
      result_code: 'SUCCESS',
      mch_id: '1900000100',
      sub_mch_id: '1900000109',
      appid: 'wx8888888888888888',
      nonce_str: queryRequest.nonce_str,
      transaction_id: queryRequest.transaction_id,
      out_order_no: queryRequest.out_order_no,
      order_id: '3008450740201411110007820472',
      status: 'PROCESSING',
    },
  });
  expect(provider?.seen.map(isAuthorised)).toEqual([true]);
  expect(provider?.seen[0]?.headers).toMatchObject({
    'wechatpay-serial': publicKey.serial,
    accept: 'application/json',
    'user-agent': expect.any(String),
  });
});

describe('believes nothing else', () => {
  const flipped = (body: Buffer) => {
    const bytes = Buffer.from(body);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    return bytes;
  };
  const other = { ...publicKey, privateKey: secondKey.privateKey };

  test.each<[string, Answer, RegExp]>([
    ['signed with another key', { key: other }, /wechatpay-signature/],
    ['not signed', { unsigned: true }, /missing/],
    ['half signed', { headers: { 'wechatpay-nonce': '' } }, /wechatpay-nonce: missing/],
    ['a probe signature', { headers: { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/AAAA' } }, /wechatpay-signature/],
    ['302 seconds old', { skew: -302 }, /timestamp: 30[23] s/],
    ['from 302 seconds ahead', { skew: 302 }, /timestamp: 30[12] s/],
    ['stamped with words', { headers: { 'wechatpay-timestamp': 'now' } }, /timestamp/],
    ['one bit changed', { tamper: flipped }, /wechatpay-signature/],
    ['one byte longer', { tamper: (body) => Buffer.concat([body, Buffer.from(' ')]) }, /wechatpay-signature/],
    ['204', { status: 204, body: '' }, /empty body/],
    ['200 without body', { body: '' }, /empty body/],
    ['half a JSON text', { body: JSON.stringify(orderAnswer).slice(0, 40) }, /JSON/],
    ['a list', { body: '[]' }, /JSON/],
    ['null', { body: 'null' }, /JSON/],
  ])('%s', async (_, answer, detail) => {
    expect(await ask({ body: orderAnswer, ...answer })).toEqual(refused('BAD_ANSWER', detail));
  });

  test('a public key that is not configured, whatever else is: lasting, with the variables to set', async () => {
    const serial = 'PUB_KEY_ID_0114232134912410000000000001';
    expect(await ask({ body: orderAnswer, key: { ...publicKey, serial } })).toEqual(
      refused(
        'BAD_ANSWER',
        new RegExp(`public key ${serial}: .*WECHATPAY_PUBLIC_KEY_ID and WECHATPAY_PUBLIC_KEY`),
        true,
      ),
    );
  });

  test('a platform certificate where none can be fetched: lasting, with the variables to set', async () => {
    const answer = { body: orderAnswer, key: secondKey };
    expect(await ask(answer, config({ apiV3Key: undefined }))).toEqual(
      refused('BAD_ANSWER', new RegExp(`certificate ${secondKey.serial}: set WECHATPAY_API_V3_KEY`), true),
    );
  });

  test('its own public key’s name with another key behind it: the variable is named', async () => {
    expect(await ask({ body: orderAnswer, key: other })).toEqual(
      refused('BAD_ANSWER', new RegExp(`is WECHATPAY_PUBLIC_KEY the key of ${publicKey.serial}\\?`)),
    );
  });

  test.each<[string, Answer]>([
    ['502', { status: 502, body: '<html>Bad Gateway</html>', unsigned: true }],
    ['504', { status: 504, body: '', unsigned: true }],
    ['403', { status: 403, body: '<html>Forbidden</html>', unsigned: true }],
    ['302', { status: 302, body: '', unsigned: true, headers: { location: 'http://127.0.0.1:1/' } }],
    ['500', { status: 500, body: '{"code":500}', unsigned: true }],
  ])('a page of the gateway: HTTP %s', async (status, answer) => {
    expect(await ask(answer)).toEqual(refused('BAD_ANSWER', new RegExp(`^HTTP ${status}$`)));
  });

  test('an answer of ten megabytes', async () => {
    expect(await ask({ body: ' '.repeat(10_000_000) })).toMatchObject({
      code: 'BAD_ANSWER',
      detail: 'ANSWER_TOO_LARGE',
    });
  });

  test('lines that are no lines', async () => {
    const sent = await ask({ body: { ...orderAnswer, receivers: [null, 7, { receiver_account: '1' }] } });
    expect(fieldsOf(sent).receivers).toBe('[{"account":"1"}]');
  });
});

describe('says what WeChat Pay refused', () => {
  const error = (status: number, body: object, unsigned: boolean) => ({ status, body: { ...body }, unsigned });

  test.each([
    [400, 'PARAM_ERROR', 'PARAM_ERROR', '订单号格式不正确'],
    [400, 'INVALID_REQUEST', 'NOT_SHARE_ORDER', '非分账订单不支持分账'],
    [400, 'INVALID_REQUEST', 'INVALID_REQUEST', '没有人见过的说法'],
    [403, 'NO_AUTH', 'NOAUTH', '商户无权限'],
    [403, 'NOT_ENOUGH', 'AMOUNT_OVERDUE', '分账金额不足'],
    [403, 'RULE_LIMIT', 'AMOUNT_OVERDUE', '分账金额超出最大分账比例'],
    [404, 'RESOURCE_NOT_EXISTS', 'RESOURCE_NOT_EXISTS', '记录不存在'],
    [429, 'RATELIMIT_EXCEED', 'FREQUENCY_LIMITED', '频率过高'],
    [500, 'SYSTEM_ERROR', 'SYSTEMERROR', '系统错误'],
    [400, 'BRAND_NEW_CODE', 'BRAND_NEW_CODE', '新错误'],
  ])('%i %s is %s of the contract', async (http_status, code, err_code, message) => {
    for (const unsigned of [true, false]) {
      const sent = await ask(error(http_status, { code, message, detail: { field: 'x' } }, unsigned));
      expect(sent.requestId).toBe('08F78BC8F706109B-0');
      expect(fieldsOf(sent)).toMatchObject({
        return_code: 'SUCCESS',
        result_code: 'FAIL',
        err_code,
        err_code_des: `${message} (x)`,
        http_status,
        detail: { field: 'x' },
        mch_id: '1900000100',
      });
      await provider?.close();
    }
  });

  test.each([
    [302, 'NOT_ENOUGH'],
    [500, 'NOT_ENOUGH'],
    [502, 'RESOURCE_NOT_EXISTS'],
    [503, 'FREQUENCY_LIMITED'],
  ])(
    '%i with a refusal’s code only where WeChat Pay signed it: a gateway may have passed the request on',
    async (status, code) => {
      const refusal = (unsigned: boolean): Answer => ({ status, body: { code, message: 'm' }, unsigned });
      expect(await ask(refusal(true))).toEqual(refused('BAD_ANSWER', new RegExp(`^HTTP ${status} .*not signed$`)));
      await provider?.close();
      expect(await ask({ ...refusal(false), key: { ...publicKey, privateKey: secondKey.privateKey } })).toMatchObject({
        code: 'BAD_ANSWER',
      });
      await provider?.close();
      expect(await ask(refusal(false))).toMatchObject({ kind: 'answer', fields: { http_status: status } });
    },
  );

  test('a refused signature fails the envelope, as it does in API v2', async () => {
    const sent = await ask(error(401, { code: 'SIGN_ERROR', message: '签名错误' }, true));
    expect(fieldsOf(sent)).toEqual({
      return_code: 'FAIL',
      return_msg: '签名错误',
      err_code: 'SIGN_ERROR',
      err_code_des: '签名错误',
      http_status: 401,
    });
  });

  test('429 without a code is a rate limit all the same', async () => {
    const sent = await ask({ status: 429, body: 'slow down', unsigned: true });
    expect(fieldsOf(sent)).toMatchObject({ err_code: 'FREQUENCY_LIMITED', http_status: 429 });
  });

  test('a return fails with error_code and error_msg', async () => {
    provider = await startProvider(() => error(400, { code: 'PARAM_ERROR', message: '参数错误' }, true));
    const link = apiv3(config({ baseUrl: provider.url }));
    for (const name of ['profitSharingReturn', 'profitSharingReturnQuery']) {
      const fields = fieldsOf(await send(link, name, { ...queryRequest, out_return_no: 'R1' }));
      expect(fields).toMatchObject({ return_code: 'FAIL', error_code: 'PARAM_ERROR', error_msg: '参数错误' });
      expect(fields).not.toHaveProperty('err_code');
      expect(fields).not.toHaveProperty('result_code');
    }
  });
});

describe('with platform certificates', () => {
  const only =
    (keys = [firstKey], own: Answer = {}) =>
    (seen: Seen): Answer =>
      seen.target === '/v3/certificates'
        ? { key: keys[0] ?? firstKey, body: certificates(keys), ...own }
        : { key: keys.at(-1) ?? firstKey, body: orderAnswer };

  test('fetches them once, signed as well, before the first request', async () => {
    const answer = only();
    provider = await startProvider(answer);
    const link = apiv3(certificateMode({ baseUrl: provider.url }));
    const sent = await Promise.all([1, 2, 3].map(() => send(link, 'profitSharingQuery', queryRequest)));
    expect(sent.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer']);
    expect(provider.seen.map(({ target }) => target).filter((target) => target === '/v3/certificates')).toHaveLength(1);
    expect(provider.seen[0]?.target).toBe('/v3/certificates');
    expect(provider.seen.every(isAuthorised)).toBe(true);
  });

  test('fetches nothing with a public key', async () => {
    await ask({ body: orderAnswer });
    expect(provider?.seen.map(({ method }) => method)).toEqual(['GET']);
    expect(provider?.seen[0]?.target).toMatch(/^\/v3\/profitsharing\/orders\//);
  });

  test('follows a rotation in the middle of its life', async () => {
    const keys = [firstKey];
    provider = await startProvider((seen) => only(keys)(seen));
    const link = apiv3(certificateMode({ baseUrl: provider.url }));
    await send(link, 'profitSharingQuery', queryRequest);
    keys.push(secondKey);
    expect(await send(link, 'profitSharingQuery', queryRequest)).toMatchObject({ kind: 'answer' });
    keys.shift();
    expect(await send(link, 'profitSharingQuery', queryRequest)).toMatchObject({ kind: 'answer' });
    expect(provider.seen.filter(({ target }) => target === '/v3/certificates')).toHaveLength(2);
  });

  test.each<[string, Answer, string, RegExp]>([
    [
      'signed with a key that is not inside',
      { key: { ...firstKey, privateKey: secondKey.privateKey } },
      'NOT_SENT',
      /signature/,
    ],
    ['unsigned', { unsigned: true }, 'NOT_SENT', /missing/],
    ['no JSON', { body: 'x' }, 'NOT_SENT', /JSON/],
    ['not what it should be', { body: { data: [{}] } }, 'NOT_SENT', /JSON/],
    ['expired', { body: certificates([firstKey], -1) }, 'NOT_SENT', /no valid certificate/],
    ['HTTP 503', { status: 503, body: '' }, 'NOT_SENT', /HTTP 503/],
    ['401', { status: 401, body: { code: 'SIGN_ERROR' } }, 'CONFIG_ERROR', /WECHATPAY_MCH_PRIVATE_KEY .*SIGN_ERROR/],
    ['404', { status: 404, body: { code: 'RESOURCE_NOT_EXISTS' } }, 'CONFIG_ERROR', /WECHATPAY_PUBLIC_KEY/],
  ])('moves no money when the certificates are %s', async (_, own, code, detail) => {
    provider = await startProvider(only([firstKey], own));
    const sent = await send(apiv3(certificateMode({ baseUrl: provider.url })), 'profitSharing', shareRequest);
    expect(sent).toEqual({ kind: 'fault', code, detail: expect.stringMatching(detail) });
    expect(provider.seen.map(({ target }) => target)).toEqual(['/v3/certificates']);
  });
});

describe('without an answer', () => {
  test('a closed port: nothing was sent', async () => {
    const closed = await startProvider(() => ({}));
    await closed.close();
    const sent = await send(apiv3(config({ baseUrl: closed.url })), 'profitSharing', shareRequest);
    expect(sent).toMatchObject({ kind: 'fault', code: 'NOT_SENT', detail: 'ECONNREFUSED' });
  });

  test('a connection cut after the request: the outcome is open', async () => {
    provider = await startProvider((_, at) => {
      at.cut();
      return {};
    });
    const sent = await send(apiv3(config({ baseUrl: provider.url })), 'profitSharing', shareRequest);
    expect(sent).toMatchObject({ kind: 'fault', code: 'NO_ANSWER' });
  });

  test('no time left: nothing is sent', async () => {
    provider = await startProvider(() => ({}));
    const sent = await send(apiv3(config({ baseUrl: provider.url })), 'profitSharing', shareRequest, 0);
    expect(sent).toEqual({ kind: 'fault', code: 'NOT_SENT', detail: 'TIMEOUT' });
    expect(provider.seen).toEqual([]);
  });
});

test.each<[Parameters<typeof config>[0], string]>([
  [{ mchId: undefined }, 'WECHATPAY_MCH_ID'],
  [{ mchSerial: undefined }, 'WECHATPAY_MCH_SERIAL'],
  [{ mchPrivateKey: undefined }, 'WECHATPAY_MCH_PRIVATE_KEY'],
  [{ mchPrivateKey: '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----' }, 'WECHATPAY_MCH_PRIVATE_KEY'],
  [{ publicKey: undefined }, 'WECHATPAY_PUBLIC_KEY'],
  [{ publicKeyId: undefined }, 'WECHATPAY_PUBLIC_KEY_ID'],
  [{ publicKey: 'x' }, 'WECHATPAY_PUBLIC_KEY'],
  [{ publicKey: undefined, publicKeyId: undefined, apiV3Key: 'short' }, 'WECHATPAY_API_V3_KEY'],
  [
    { publicKey: undefined, publicKeyId: undefined, apiV3Key: undefined },
    'WECHATPAY_PUBLIC_KEY_ID + WECHATPAY_PUBLIC_KEY | WECHATPAY_API_V3_KEY',
  ],
])('names the setting that is missing or broken: %#', async (over, variable) => {
  const link = apiv3(config({ baseUrl: 'http://127.0.0.1:1', ...over }));
  expect(await send(link, 'profitSharing', shareRequest)).toEqual({
    kind: 'fault',
    code: 'CONFIG_ERROR',
    detail: variable,
  });
});
