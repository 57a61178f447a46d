import { Desk } from './desk';
import { envelope, paid, signed } from './notification';

let desk: Desk;
let logged: string[];
beforeEach(() => {
  desk = new Desk();
  logged = [];
  jest.spyOn(console, 'log').mockImplementation((line) => logged.push(String(line)));
});
afterEach(() => jest.restoreAllMocks());

const fresh = () => signed(envelope(paid), desk.now());

it('answers what WeChat Pay understands, as the HTTP access service wants it', async () => {
  expect(await desk.deliver(fresh())).toEqual({
    isBase64Encoded: false,
    statusCode: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: '{"code":"SUCCESS"}',
  });
});

it('takes a body in base64 and as text', async () => {
  const delivery = fresh();
  const inBase64 = { body: delivery.body.toString('base64'), isBase64Encoded: true };
  expect(await desk.deliver(delivery, inBase64)).toMatchObject({ statusCode: 200 });
  expect(await desk.deliver(delivery)).toMatchObject({ statusCode: 200 });
  expect(desk.notices.records.size).toBe(1);
});

it.each<[string, (name: string) => string]>([
  ['as WeChat Pay writes them', (name) => name.replace(/(^|-)w?./g, (start) => start.toUpperCase())],
  ['in capitals', (name) => name.toUpperCase()],
])('reads headers %s', async (_how, spell) => {
  const { headers, body } = fresh();
  const spelled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [spell(name), value]));
  expect(await desk.deliver({ headers: spelled, body }, { headers: spelled })).toMatchObject({ statusCode: 200 });
});

it('believes no header that is given twice with two values', async () => {
  const delivery = fresh();
  const other = { 'Wechatpay-Serial': 'PUB_KEY_ID_2' };
  for (const headers of [
    { ...delivery.headers, ...other },
    { ...other, ...delivery.headers },
  ]) {
    expect(await desk.deliver(delivery, { headers })).toMatchObject({ statusCode: 401 });
  }
});

it.each(['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-serial', 'wechatpay-signature'])(
  'refuses a delivery without %s',
  async (name) => {
    const { [name]: _gone, ...headers } = fresh().headers;
    expect(await desk.deliver({ ...fresh(), headers })).toMatchObject({ statusCode: 401 });
    expect(logged[0]).toContain(`${name}: missing`);
  },
);

it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'post', undefined])('answers %s with 405', async (httpMethod) => {
  expect(await desk.deliver(fresh(), { httpMethod })).toMatchObject({ statusCode: 405, headers: { allow: 'POST' } });
});

it.each([
  ['nothing at all', undefined, 405],
  ['a number', 1, 405],
  ['no body', { httpMethod: 'POST', headers: {} }, 400],
  ['an empty body', { httpMethod: 'POST', headers: {}, body: '', isBase64Encoded: false }, 400],
  ['no headers', { httpMethod: 'POST', body: '{}' }, 401],
  ['headers that are no object', { httpMethod: 'POST', headers: 'x', body: '{}' }, 401],
  ['headers that are no text', { httpMethod: 'POST', headers: { 'wechatpay-serial': {} }, body: '{}' }, 401],
])('refuses %s', async (_what, event, statusCode) => {
  expect(await desk.main(event)).toMatchObject({ statusCode });
});

it('refuses a body that was parsed or written anew on its way, because the signed bytes are lost', async () => {
  const delivery = fresh();
  const parsed = JSON.parse(delivery.body.toString());
  expect(await desk.deliver(delivery, { body: parsed })).toMatchObject({ statusCode: 400 });
  expect(await desk.deliver(delivery, { body: JSON.stringify(parsed, null, 1) })).toMatchObject({ statusCode: 401 });
});

it.each([false, true])('reads no more than 100 KB, even when it is signed (base64: %s)', async (isBase64Encoded) => {
  const body = (bytes: number) => signed(Buffer.alloc(bytes, ' '), desk.now());
  const status = async (bytes: number) => {
    const delivery = body(bytes);
    const text = delivery.body.toString(isBase64Encoded ? 'base64' : 'utf8');
    return (await desk.deliver(delivery, { body: text, isBase64Encoded })).statusCode;
  };
  expect([await status(102_400), await status(102_401), await status(1_048_576)]).toEqual([400, 413, 413]);
});

it('logs one line, and in it no header, no body and no account', async () => {
  const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
  const delivery = signed(envelope({ ...paid, receiver: { account: openid, amount: 1 } }), desk.now());
  await desk.deliver(delivery);
  await desk.deliver({ ...delivery, body: Buffer.from('{"secret":1}') });
  expect(logged).toHaveLength(2);
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ operation: 'profitSharingNotify', status: 200, number: 'S1' });
  expect(JSON.parse(logged[1] ?? '')).toMatchObject({ status: 401, why: 'wechatpay-signature' });
  for (const secret of [...Object.values(delivery.headers), openid, 'secret', 'ciphertext']) {
    expect(logged.join()).not.toContain(secret);
  }
  expect(JSON.stringify([...desk.notices.records.values()])).not.toContain(openid);
});

it('tells a refused caller nothing but that', async () => {
  const { headers } = fresh();
  const forgeries = [
    { headers, body: Buffer.from('{}') },
    { headers: { ...headers, 'wechatpay-serial': 'F'.repeat(40) }, body: Buffer.from('{}') },
    { headers: { ...headers, 'wechatpay-timestamp': '1' }, body: Buffer.from('{}') },
    { headers: {}, body: Buffer.from('{}') },
  ];
  const answers = await Promise.all(forgeries.map((delivery) => desk.deliver(delivery)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.body).toBe('{"code":"FAIL","message":"refused"}');
});
