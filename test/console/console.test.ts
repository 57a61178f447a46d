import { openConsole } from '../../console';
import { type Sandbox, startSandbox } from '../../sandbox';
import { pageOf } from './ask';

const supplier = { type: 'MERCHANT_ID', account: '1900000110', name: '示例供应商', relation_type: 'SUPPLIER' };

describe('the console, without a browser', () => {
  let sandbox: Sandbox;
  let page: ReturnType<typeof pageOf>;
  beforeAll(async () => {
    sandbox = await startSandbox({ console: openConsole, functionLimitMs: 300_000 });
    page = pageOf(sandbox);
  });
  afterAll(() => sandbox.stop());

  const order = async (fields: object = {}) => {
    const { setup } = await page.snapshot();
    const { transaction_id: id } = await page.post('/_sandbox/orders', { ...setup.order, ready: true, ...fields });
    return String(id);
  };
  const share = (transactionId: string, number: string, amount: number) =>
    page.call('multiProfitSharing', {
      transaction_id: transactionId,
      out_order_no: number,
      receivers: [{ type: supplier.type, account: supplier.account, amount, description: 'goods' }],
    });

  it('is one page that loads nothing from anywhere else', async () => {
    for (const path of ['/', '/console']) {
      const answer = await fetch(`${sandbox.url}${path}`);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'/,
      );
      const html = await answer.text();
      for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]*)"/g)) {
        expect(address).toMatch(/^\/console\//);
        expect((await fetch(`${sandbox.url}${address}`)).status).toBe(200);
      }
    }
    const style = await (await fetch(`${sandbox.url}/console/page.css`)).text();
    expect(style).toContain('prefers-color-scheme');
    expect(style).not.toMatch(/url\(|@import/);
    const script = await (await fetch(`${sandbox.url}/console/page.js`)).text();
    expect(script).toContain('/console/events');
    expect(script.length).toBeLessThan(100_000);
  });

  it('is not there unless it is asked for', async () => {
    const plain = await startSandbox();
    expect((await fetch(plain.url)).status).toBe(404);
    expect((await fetch(`${plain.url}/console/snapshot`)).status).toBe(404);
    await plain.stop();
  });

  it.each([
    ['cloudpay', 'form', 'json', /name="apiName"\nmultiProfitSharing/],
    ['apiv2', 'xml', 'xml', /<out_order_no>(<!\[CDATA\[)?WIRE-apiv2/],
    ['apiv3', 'json', 'json', /"out_order_no": "WIRE-apiv3"/],
  ] as const)(
    'shows the contract beside the wire of %s, and the money it moves',
    async (link, asked, answered, body) => {
      await page.take(link);
      const transactionId = await order();
      await page.call('profitSharingAddReceiver', { receiver: supplier });
      const { requestID } = await share(transactionId, `WIRE-${link}`, 1234);
      const detail = await page.detail(requestID);
      expect(detail).toMatchObject({
        functionName: 'multiProfitSharing',
        state: 'succeeded',
        moved: 1234,
        links: [link],
      });
      expect(JSON.parse(detail.event ?? '')).toMatchObject({ out_order_no: `WIRE-${link}` });
      expect(JSON.parse(detail.reply ?? '')).toMatchObject({ return_code: 'SUCCESS' });
      const [exchange] = detail.exchanges;
      expect(exchange).toMatchObject({ link, request: { kind: asked }, reply: { kind: answered, line: 'HTTP 200' } });
      expect(exchange?.request.body).toMatch(body);
      const { orders } = await page.snapshot();
      expect(orders[0]).toMatchObject({ transactionId, paid: 10_000, bar: { onItsWay: 1234, fee: 60, frozen: 8706 } });
    },
  );

  it('shortens what vouches for a request', async () => {
    await page.take('apiv3');
    const { requestID } = await page.call('profitSharingQuery', {
      transaction_id: await order(),
      out_order_no: 'NONE',
    });
    const [exchange] = (await page.detail(requestID)).exchanges;
    const headers = Object.fromEntries(exchange?.request.headers ?? []);
    expect(headers.authorization).toMatch(/signature="[^"]{8}….{6,8}"/);
  });

  it('passes the advice of a refusal on, and says that nothing moved', async () => {
    await page.take('cloudpay');
    const { requestID } = await share(await order(), 'TOO-MUCH', 99_999_999);
    const { calls } = await page.snapshot();
    expect(calls.find(({ id }) => id === requestID)).toMatchObject({
      state: 'refused',
      code: 'AMOUNT_OVERDUE',
      moved: 0,
      advice: { origin: 'wechatpay', funds: 'unchanged' },
    });
  });

  it('shows a lost answer as lost, and what the function found out afterwards', async () => {
    await page.take('cloudpay');
    const transactionId = await order();
    await page.call('profitSharingAddReceiver', { receiver: supplier });
    await page.post('/_sandbox/faults', { kind: 'silence', api: 'multiProfitSharing', effect: 'after' });
    expect((await page.snapshot()).waiting.pay).toMatchObject([{ kind: 'silence', times: 1 }]);
    const { requestID } = await share(transactionId, 'LOST', 300);
    const { exchanges, moved } = await page.detail(requestID);
    expect(moved).toBe(300);
    expect(exchanges[0]).toMatchObject({ fault: 'silence', moved: 300 });
    expect(exchanges[0]).not.toHaveProperty('reply');
    expect(exchanges[1]).toMatchObject({ api: 'profitSharingQuery', moved: 0, reply: { line: 'HTTP 200' } });
  });

  it('tells a crash from a refusal', async () => {
    await page.take('cloudpay');
    const transactionId = await order();
    await page.post('/_sandbox/crashes', { function: 'multiProfitSharing', on: 'pay', moment: 'after' });
    const { requestID } = await share(transactionId, 'CRASH', 100);
    const { calls, ledger } = await page.snapshot();
    expect(calls.find(({ id }) => id === requestID)).toMatchObject({ state: 'died', moved: 100 });
    expect(ledger.find(({ number }) => number === 'CRASH')).toMatchObject({
      verdict: 'behind',
      ledger: { state: 'intended' },
      bank: { state: 'processing' },
    });
  });

  it('shows requests of code outside of the functions too', async () => {
    await fetch(`${sandbox.url}/_/pay/profitsharingquery`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"transaction_id":"1"}',
    });
    // No function claims the request, which takes as long as a function may need to report its connection.
    const seen = async () => (await page.snapshot()).calls.find(({ functionName }) => functionName === undefined);
    while (!(await seen())) await new Promise((wake) => setTimeout(wake, 20));
    expect(await seen()).toMatchObject({ links: ['cloudrun'], requests: 1, source: '' });
  });

  it('shows an HTTP access that refuses as a refusal', async () => {
    const answer = await fetch(`${sandbox.url}/http/profitSharingNotify`, { method: 'POST', body: 'no notification' });
    const { calls } = await page.snapshot();
    expect(calls[0]).toMatchObject({
      functionName: 'profitSharingNotify',
      source: 'http',
      state: 'refused',
      code: `HTTP ${answer.status}`,
    });
  });

  it('tells open pages that something has changed', async () => {
    const events = await fetch(`${sandbox.url}/console/events`);
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    const reader = (events.body ?? new ReadableStream()).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toContain('retry:');
    await order();
    expect(await next()).toContain('event: change');
    await reader.cancel();
  });

  it('forgets with a reset what the sandbox forgets', async () => {
    await page.post('/_sandbox/reset', {});
    expect(await page.snapshot()).toMatchObject({ orders: [], calls: [], ledger: [], notices: [] });
  });

  it('names a link it does not know', async () => {
    expect(await page.post('/console/link', { link: 'apiv4' })).toMatchObject({ field: 'link' });
  });
});
