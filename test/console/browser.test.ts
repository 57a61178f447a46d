import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { openConsole } from '../../console';
import { type Sandbox, startSandbox } from '../../sandbox';

/** Where Chromium and Chrome are installed on Linux, macOS and Windows. */
const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const { CHROMIUM_PATH } = process.env;
const executablePath = (CHROMIUM_PATH ? [CHROMIUM_PATH] : USUAL_PATHS).find((path) => existsSync(path));

/** Ends a wait that hangs, in ms. The page itself waits for nothing but the sandbox. */
const WAIT_MS = 300_000;
jest.setTimeout(3 * WAIT_MS);

/** The page takes good news away after some seconds; here it stays, so that no click has to be quick enough. */
const GOOD_NEWS_STAYS = `
  const real = window.setTimeout;
  window.setTimeout = (run, ms, ...rest) => real(run, ms >= 5000 ? 2 ** 31 - 1 : ms, ...rest);`;

const images = join(__dirname, '../../docs/images');

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--hide-scrollbars',
];

/** The three pictures of the READMEs are taken when they are asked for; `height` in pixels from the top. */
async function picture(page: Page, name: string, height: number): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  const clip = { x: 0, y: 0, width: 1280, height };
  await page.screenshot({ path: join(images, `console-${name}.png`), clip });
}

const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });

/** Places an order and answers its card. */
async function placeOrder(page: Page): Promise<Locator> {
  await tab(page, /Orders/).click();
  const cards = page.locator('.order');
  const before = await cards.count();
  await page.getByRole('button', { name: 'Place an order' }).click();
  await cards.nth(before).waitFor();
  return cards.first();
}

/** Shares some of an order with a merchant through its card; `amount` as `20.00`. */
async function share(order: Locator, amount: string, receiver = '1900000110'): Promise<void> {
  await order.getByRole('button', { name: 'Share …' }).click();
  await order.getByLabel('Receiver', { exact: true }).selectOption(receiver);
  await order.getByLabel('Amount, yuan').fill(amount);
  await order.getByRole('button', { name: `Share ¥${amount}` }).click();
}

/** How wide a part of the first order's bar is, in pixels. */
async function width(page: Page, part: string): Promise<number> {
  const box = await page.locator(`.order .bar .${part}`).first().boundingBox();
  return box?.width ?? 0;
}

/** Starts a sandbox on a port that had one; a connection of another program may hold the port for a moment. */
async function startAgain(port: number): Promise<Sandbox> {
  for (;;) {
    try {
      return await startSandbox({ console: openConsole, functionLimitMs: 300_000, port });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
}

const inChromium = () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([
      startSandbox({ console: openConsole, functionLimitMs: 300_000 }),
      chromium.launch({ ...(executablePath && { executablePath }), args: switches, timeout: WAIT_MS }),
    ]);
    page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'en-US' });
    page.setDefaultTimeout(WAIT_MS);
    await page.addInitScript(GOOD_NEWS_STAYS);
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url)) faults.push(`asks ${request.url()}`);
    });
    await page.goto(sandbox.url);
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.stop();
  });

  it('says what to do when there is nothing to see yet', async () => {
    await page.getByText('No orders yet').waitFor();
    for (const [name, empty] of [
      [/Calls/, 'No calls yet'],
      [/Ledger/, 'Nothing in the books yet'],
      [/Notifications/, 'No notifications yet'],
    ] as const) {
      await tab(page, name).click();
      await page.getByText(empty).waitFor();
    }
    await tab(page, /Orders/).click();
  });

  it('is walked by keyboard alone', async () => {
    await page.reload();
    await page.getByText('No orders yet').waitFor();
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^Calls/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toMatch(/^Faults/);
    await page.getByRole('tab', { name: /Faults/, selected: true }).waitFor();
    await page.keyboard.press('Home');
    expect(await focused()).toMatch(/^Orders/);
  });

  it('shares an order, and the bar moves with the money and the clock', async () => {
    const order = await placeOrder(page);
    await order.getByText('¥99.40').waitFor();
    const frozen = await width(page, 'frozen');
    await share(order, '25.50');
    await order.locator('.legend').getByText('on its way ¥25.50').waitFor();
    await page.getByRole('button', { name: '+1 min' }).click();
    await order.locator('.legend').getByText('shared ¥25.50').waitFor();
    await order.locator('.legend').getByText('frozen ¥73.90').waitFor();
    expect(sandbox.state.bank.books().orders).toMatchObject([{ shared: 2550, unsplit: 7390 }]);
    await page.waitForFunction(
      `document.querySelector('.order .bar .frozen').getBoundingClientRect().width < ${frozen * 0.8}`,
    );
  });

  it('releases the rest only after a second look', async () => {
    const order = page.locator('.order').first();
    await order.getByRole('button', { name: 'Finish …' }).click();
    await order.getByRole('button', { name: 'Release ¥73.90' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('cannot be undone').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(sandbox.state.bank.books().orders).toMatchObject([{ state: 'OPEN' }]);
    await order.getByRole('button', { name: 'Release ¥73.90' }).click();
    await dialog.getByRole('button', { name: 'Release it' }).click();
    await order.getByText('Closed: finished').waitFor();
  });

  it('plays an order with a refusal, a lost answer, a receiver that cannot be paid, and a return', async () => {
    await page.getByRole('button', { name: 'Play an order' }).click();
    await page.getByText('The story is over').waitFor({ timeout: 110_000 });
    expect(await page.locator('.story .over, .story .refused').count()).toBe(14);
    const order = page.locator('.order').first();
    for (const part of ['shared ¥21.00', 'released to the merchant ¥70.40', 'returned ¥8.00', 'fee ¥0.60']) {
      await order.locator('.legend').getByText(part).waitFor();
    }
    await order.getByText('the receiver never proved a real name').waitFor();
    await tab(page, /Ledger/).click();
    await page.getByText('not in the ledger').or(page.getByText('the same')).first().waitFor();
    await page.getByRole('button', { name: 'Reconcile now' }).click();
    await page.getByText('Both say the same.').waitFor();
    await tab(page, /Notifications/).click();
    await page.getByText('a return succeeded').first().waitFor();
    await page.getByRole('button', { name: 'Send a forgery' }).click();
    await page.getByText('The forgery was refused with HTTP 401.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
  }, 120_000);

  it('shows a refusal with its advice in words, next to what WeChat Pay answered', async () => {
    await tab(page, /Calls/).click();
    await page.getByRole('option').filter({ hasText: 'ORDER_NOT_READY' }).first().click();
    const advice = page.getByRole('note', { name: 'Advice' });
    await advice.getByText('funds: unchanged').waitFor();
    await advice.getByText('a little later').waitFor();
    await advice.getByText('retry: later').waitFor();
    await page.evaluate('window.scrollTo(0, 0)');
    await picture(page, 'advice', 780);
    await page.getByRole('listbox').focus();
    const chosen = page.getByRole('listbox').getByRole('option', { selected: true });
    const before = await chosen.getAttribute('id');
    await page.keyboard.press('ArrowDown');
    await page.locator(`[role=option][aria-selected=true]:not([id="${before}"])`).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.locator(`[role=option][aria-selected=true][id="${before}"]`).waitFor();
  });

  it.each([
    ['cloudpay', 'multipart/form-data', 'name="apiName"'],
    ['apiv2', 'text/xml', '<out_order_no>'],
    ['apiv3', 'WECHATPAY2-SHA256-RSA2048', '"unfreeze_unsplit"'],
  ])('shows the contract beside the wire of %s', async (link, header, body) => {
    await page.getByLabel('Link').selectOption(link);
    await share(await placeOrder(page), '12.34');
    await page.getByText('multiProfitSharing: accepted').waitFor();
    await page.getByRole('button', { name: 'See the call' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    const wire = page.getByRole('region', { name: 'Wire' });
    await wire.getByText('moves ¥12.34').waitFor();
    await wire.getByText(header).first().waitFor();
    await wire.getByText(body).first().waitFor();
    await page.getByRole('region', { name: 'Contract' }).getByText('"receivers"').first().waitFor();
    if (link === 'apiv3') {
      await page.evaluate('window.scrollTo(0, 0)');
      await picture(page, 'wire', 780);
    }
  });

  it('injects a fault, meets it once, and shows it on the call that did', async () => {
    await tab(page, /Faults/).click();
    const card = page.getByRole('region', { name: 'WeChat Pay' });
    await card.getByLabel('Kind').selectOption('code');
    await card.getByLabel('Operation').selectOption('multiProfitSharing');
    await card.getByLabel('Code').fill('NOAUTH');
    await card.getByRole('button', { name: 'Inject' }).click();
    await card.getByText('error code ×1').waitFor();
    await share(await placeOrder(page), '20.00');
    await page.getByRole('status').getByText('NOAUTH').waitFor();
    await page.getByRole('button', { name: 'See the call' }).click();
    await page.getByRole('note', { name: 'Advice' }).getByText('NOAUTH').waitFor();
    expect(sandbox.state.faults.list()).toEqual([]);
  });

  it('speaks Chinese at a click, and remembers it', async () => {
    await page.getByRole('button', { name: '中文' }).click();
    await tab(page, /订单/).click();
    await page.getByText('已完结：完结分账').first().waitFor();
    await page.reload();
    await tab(page, /账本对照/).waitFor();
    expect(await page.title()).toBe('微信支付沙箱');
    await page.getByRole('button', { name: 'English' }).click();
    await tab(page, /Ledger/).waitFor();
  });

  it('fits a telephone: nothing has to be scrolled sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const name of [/Orders/, /Calls/, /Ledger/, /Notifications/, /Faults/]) {
      await tab(page, name).click();
      await page.getByRole('tab', { name, selected: true }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  it('forgets everything only after a second look', async () => {
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(sandbox.state.bank.books().orders.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await tab(page, /Orders/).click();
    await page.getByText('No orders yet').waitFor();
  });

  it('shows an order in the middle of its life', async () => {
    await page.getByLabel('Link').selectOption('cloudpay');
    const order = await placeOrder(page);
    await share(order, '18.80');
    await order.locator('.legend').getByText('on its way ¥18.80').waitFor();
    await page.getByRole('button', { name: '+1 min' }).click();
    await order.locator('.legend').getByText('shared ¥18.80').waitFor();
    await share(order, '6.20', '1900000111');
    await order.locator('.legend').getByText('on its way ¥6.20').waitFor();
    await order.locator('.legend').getByText('frozen ¥74.40').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.evaluate('window.scrollTo(0, 0)');
    await picture(page, 'order', 830);
  });

  it('keeps what it knows while the sandbox is away, and comes back with it', async () => {
    const port = Number(new URL(sandbox.url).port);
    await sandbox.stop();
    await page.getByRole('alert').getByText('does not answer').waitFor();
    expect(await page.locator('.order').count()).toBe(1);
    sandbox = await startAgain(port);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.getByText('No orders yet').waitFor();
  });

  it('asked nothing of other hosts, and met no fault of its own', () => {
    expect(faults).toEqual([]);
  });
};

if (executablePath) describe('the console in Chromium', inChromium);
else {
  // What a run leaves out is said at its end: see test/leftOutReporter.cjs.
  describe('left out: the console in a browser. Install Chromium or Chrome, or name one in CHROMIUM_PATH', () => {
    it('serves its page all the same', async () => {
      const sandbox = await startSandbox({ console: openConsole, functionLimitMs: 300_000 });
      expect((await fetch(`${sandbox.url}/console/page.js`)).status).toBe(200);
      await sandbox.stop();
    });
  });
}
