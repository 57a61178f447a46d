import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../../sandbox';

interface Shown {
  readonly event: {
    readonly path: string;
    readonly httpMethod: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly queryStringParameters: Readonly<Record<string, string>>;
    readonly requestContext: object;
    readonly body: string;
    readonly isBase64Encoded: boolean;
  };
  /** Of the body, decoded as the flag says. */
  readonly bytes: string;
}

describe('a function behind HTTP access', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ functionsDir: join(__dirname, 'fixtures') });
  });
  beforeEach(() => sandbox.state.reset());
  afterAll(() => sandbox.stop());

  const ask = (path: string, request: RequestInit = {}) => fetch(`${sandbox.url}/http/${path}`, request);
  const post = (body: string | Buffer, type?: string) =>
    ask('web', {
      method: 'POST',
      body: Buffer.from(body),
      ...(type !== undefined && { headers: { 'content-type': type } }),
    });
  const shown = async (response: Response) => (await response.json()) as Shown;
  const hex = (body: string | Buffer) => Buffer.from(body).toString('hex');
  const answering = (value: unknown) => ask(`web?answer=${encodeURIComponent(JSON.stringify(value))}`);
  const switched = (body: object) =>
    fetch(`${sandbox.url}/_sandbox/http`, { method: 'PATCH', body: JSON.stringify(body) });

  it('gets the request as one event: method, path, query, headers in lower case, body', async () => {
    const request = {
      method: 'PUT',
      body: '{"a":1}',
      headers: { 'Content-Type': 'application/json', 'X-Two-Words': 'x' },
    };
    const { event } = await shown(await ask('web/sub/%E4%B8%AD?one=1&two=2%203', request));
    expect(event).toMatchObject({
      path: '/web/sub/%E4%B8%AD',
      httpMethod: 'PUT',
      headers: { 'content-type': 'application/json', 'x-two-words': 'x' },
      queryStringParameters: { one: '1', two: '2 3' },
      requestContext: { envId: sandbox.env.envId },
      body: '{"a":1}',
      isBase64Encoded: false,
    });
    expect((await shown(await ask('web'))).event).toMatchObject({ httpMethod: 'GET', path: '/web', body: '' });
  });

  it('runs for a stranger: no person, no token', async () => {
    const { wx, left, event } = (await (await ask('whoami')).json()) as Record<string, object>;
    expect(event).toHaveProperty('httpMethod', 'GET');
    expect(wx).not.toHaveProperty('OPENID');
    expect(left).toEqual({});
  });

  it.each([
    ['application/json; charset=utf-8', '{"名":1}', false],
    ['text/plain', 'text', false],
    ['application/x-www-form-urlencoded', 'a=1', false],
    ['application/problem+json', '{}', false],
    ['text/xml', '<xml/>', true],
    ['application/xml', '<xml/>', true],
    ['application/octet-stream', Buffer.from([0, 255, 128]), true],
    ['application/json', Buffer.from([0x7b, 0xff, 0x7d]), true],
  ])('gets a body of %s so that no byte is lost', async (type, body, isBase64Encoded) => {
    const { event, bytes } = await shown(await post(body, type));
    expect(bytes).toBe(hex(body));
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
  });

  it('gets title-case headers and base64 bodies when the platform feels like it, until a reset', async () => {
    expect(await (await switched({ headerNames: 'title', bodies: 'base64' })).json()).toMatchObject({
      bodies: 'base64',
    });
    const { event, bytes } = await shown(await post('{}', 'application/json'));
    expect(event.headers).toMatchObject({ 'Content-Type': 'application/json' });
    expect(event).toMatchObject({ isBase64Encoded: true, body: 'e30=' });
    expect(bytes).toBe(hex('{}'));
    sandbox.state.reset();
    expect((await shown(await post('{}', 'application/json'))).event).toMatchObject({ body: '{}' });
    expect((await switched({ bodies: 'never' })).status).toBe(400);
  });

  it('takes 100 KB of text and 6 MB of anything else, and no more', async () => {
    expect((await post(Buffer.alloc(100 * 1024, 'a'), 'application/json')).status).toBe(200);
    const text = await post(Buffer.alloc(100 * 1024 + 1, 'a'), 'application/json');
    expect(text.status).toBe(413);
    expect(await text.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
    expect((await post(Buffer.alloc(200 * 1024), 'image/png')).status).toBe(200);
    expect((await post(Buffer.alloc(6 * 1024 * 1024 + 1), 'image/png')).status).toBe(413);
  });

  it('answers with status, headers and body of its integrated response', async () => {
    const integrated = {
      isBase64Encoded: false,
      statusCode: 418,
      headers: { 'Content-Type': 'text/html', 'X-One': 1 },
    };
    const response = await answering({ ...integrated, body: '<p>' });
    expect(response.status).toBe(418);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(response.headers.get('x-one')).toBe('1');
    expect(await response.text()).toBe('<p>');
    const bytes = await answering({ statusCode: 200, isBase64Encoded: true, body: 'AP+A' });
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(Buffer.from([0, 255, 128]));
    const empty = await answering({ statusCode: 204, body: 'dropped' });
    expect([empty.status, await empty.text()]).toEqual([204, '']);
  });

  it.each([
    ['text', 'text/plain; charset=utf-8', 'text'],
    [42, 'text/plain; charset=utf-8', '42'],
    [{ a: 1 }, 'application/json; charset=utf-8', '{"a":1}'],
    [[1], 'application/json; charset=utf-8', '[1]'],
    [null, 'text/plain; charset=utf-8', ''],
  ])('answers %j as %s', async (value, type, text) => {
    const response = await answering(value);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, text]);
  });

  it.each([{ statusCode: 99 }, { statusCode: 200.5 }, { statusCode: 200, headers: { 'x y': '1' } }])(
    'is told 502 for %j, which no HTTP answer can be',
    async (value) => {
      expect((await answering(value)).status).toBe(502);
    },
  );

  it('fails as a page: thrown, dead, missing', async () => {
    const thrown = await ask('web?fail=here');
    expect(thrown.status).toBe(500);
    expect(await thrown.json()).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'here' });
    expect((await ask('nosuchfunction')).status).toBe(404);
    expect((await ask('..%2Fweb')).status).toBe(404);
    expect((await ask('')).status).toBe(404);
  });
});
