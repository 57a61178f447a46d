import { openConsole } from '../../console';
import { type Sandbox, startSandbox } from '../../sandbox';
import { raw } from './ask';

describe('a web page from elsewhere', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ console: openConsole });
  });
  afterAll(() => sandbox.stop());

  const paths = ['/_sandbox/reset', '/_sandbox/orders', '/call/profitSharingFinish', '/console/link'];

  it.each(paths)('cannot drive %s, whatever it calls itself', async (path) => {
    const { port } = new URL(sandbox.url);
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      // Its own name, resolved to this machine.
      { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
    ]) {
      expect(await raw(`${sandbox.url}${path}`, 'POST', headers)).toMatchObject({ status: 403 });
    }
    expect(sandbox.state.bank.books().orders).toEqual([]);
  });

  it('cannot read the books under a name of its own', async () => {
    for (const path of ['/_sandbox/books', '/console/snapshot']) {
      expect((await raw(`${sandbox.url}${path}`, 'GET', { host: 'evil.example' })).status).toBe(403);
    }
  });

  it('is told apart from programs and from our own page', async () => {
    const orders = `${sandbox.url}/_sandbox/orders`;
    expect((await raw(orders, 'POST')).status).toBe(200);
    const own = { origin: sandbox.url, 'sec-fetch-site': 'same-origin' };
    expect((await raw(orders, 'POST', own)).status).toBe(200);
  });
});
