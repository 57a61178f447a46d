import { noticeFlaws } from '../../../../sandbox/wechatpay/notices/notice';
import { envelope, isSigned, type Mailbox, opened, startMailbox, supplier } from './mailbox';

const day = 86_400_000;

describe('WeChat Pay telling a merchant', () => {
  let box: Mailbox;
  beforeAll(async () => {
    box = await startMailbox();
  });
  beforeEach(() => {
    box.reset();
    box.sandbox.notify(supplier.mchId, 'mailbox');
  });
  afterAll(() => box.sandbox.stop());

  const notices = () => box.sandbox.state.notices;
  const fault = (body: object) => box.control('POST', 'notifications/faults', body);
  const amounts = async () => {
    const credentials = await box.sandbox.credentials(supplier.mchId);
    return box.mail().map((mail) => (opened(mail, credentials).receiver as { amount: number }).amount);
  };

  it('repeats itself 15 times over 24 hours and 4 minutes, the same letter newly signed, and gives up', async () => {
    box.answers(500);
    box.pay(100);
    await box.sandbox.advance(2 * day);
    const [notice] = notices().list();
    const starts = notice?.attempts.map(({ at }) => at) ?? [];
    const waits = starts.slice(1).map((at, index) => (at - (starts[index] ?? 0)) / 1000);
    expect(waits).toEqual([15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600]);
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBe(24 * 3_600_000 + 4 * 60_000);
    expect(notice).toMatchObject({ state: 'givenUp' });
    const mail = box.mail();
    expect(mail).toHaveLength(16);
    expect(new Set(mail.map(({ body }) => body)).size).toBe(1);
    expect(new Set(mail.map(({ headers }) => headers['wechatpay-nonce'])).size).toBe(16);
    const { publicKeyPem } = await box.sandbox.credentials();
    expect(mail.every((letter) => isSigned(letter, publicKeyPem))).toBe(true);
  });

  it('stops as soon as the merchant acknowledges', async () => {
    box.answers(500);
    box.pay(100);
    await box.sandbox.advance(20_000);
    expect(box.mail()).toHaveLength(2);
    box.answers(200);
    await box.sandbox.advance(day);
    expect(notices().list()).toMatchObject([
      {
        state: 'acknowledged',
        attempts: [{ status: 500 }, { status: 500 }, { status: 200, answer: '{"code":"SUCCESS"}' }],
      },
    ]);
  });

  it('tells it again after 15 seconds when no server listens, or the function dies', async () => {
    box.sandbox.crash({ function: 'mailbox', on: 'database', moment: 'after' });
    box.pay(100);
    await box.sandbox.advance(0);
    expect(notices().list()).toMatchObject([{ state: 'waiting', attempts: [{ status: 500 }] }]);
    await box.sandbox.advance(15_000);
    expect(await amounts()).toEqual([100, 100]);
    notices().setUrl(supplier.mchId, 'http://127.0.0.1:9/');
    box.pay(200);
    await box.sandbox.advance(0);
    expect(notices().list()[1]).toMatchObject({ state: 'waiting', attempts: [{ status: 0 }] });
  });

  it('is quiet until time passes or it is asked for', async () => {
    box.pay(100);
    expect(box.mail()).toEqual([]);
    expect((await box.control('POST', 'notifications/deliver')).json).toMatchObject([{ state: 'acknowledged' }]);
    box.pay(200);
    await box.control('POST', 'clock/advance', { seconds: 1 });
    expect(await amounts()).toEqual([100, 200]);
  });

  it('sends one letter once although two rounds start at once', async () => {
    box.pay(100);
    await Promise.all([notices().deliver(), notices().deliver(), box.sandbox.advance(0)]);
    expect(box.mail()).toHaveLength(1);
  });

  it('tells it more often, or never, as the faults say', async () => {
    for (const body of [{ kind: 'duplicate', copies: 2 }, { kind: 'drop' }]) await fault(body);
    for (const amount of [1, 2, 3]) box.pay(amount);
    await box.sandbox.advance(day);
    expect(await amounts()).toEqual([1, 1, 1, 3]);
    expect(new Set(box.ids()).size).toBe(2);
    expect(notices().list()[1]).toMatchObject({ state: 'dropped', attempts: [] });
  });

  it('tells it twice also when the first try fails', async () => {
    await fault({ kind: 'duplicate' });
    box.answers(500);
    box.pay(1);
    await box.sandbox.advance(0);
    box.answers(200);
    await box.sandbox.advance(15_000);
    expect(await amounts()).toEqual([1, 1, 1]);
  });

  it('tells it after others that came later', async () => {
    await fault({ kind: 'reorder', times: 2 });
    for (const amount of [1, 2, 3]) box.pay(amount);
    await box.sandbox.advance(0);
    expect(await amounts()).toEqual([3, 2, 1]);
  });

  it('delays the first telling on the clock of the bank', async () => {
    await fault({ kind: 'delay', ms: 60_000 });
    box.pay(100);
    await box.sandbox.advance(59_999);
    expect(box.mail()).toEqual([]);
    await box.sandbox.advance(1);
    expect(box.mail()).toHaveLength(1);
  });

  it('tells it again when the acknowledgement is lost', async () => {
    await fault({ kind: 'lostAnswer' });
    box.pay(100);
    await box.sandbox.advance(0);
    expect(notices().list()).toMatchObject([{ state: 'waiting' }]);
    await box.sandbox.advance(15_000);
    expect(notices().list()).toMatchObject([{ state: 'acknowledged', attempts: [{ status: 200 }, { status: 200 }] }]);
  });

  it('aims faults at shares or at returns', async () => {
    await fault({ kind: 'drop', about: 'return' });
    const { outOrderNo } = box.pay(500);
    box.returnShare(outOrderNo, 100);
    expect(notices().list()).toMatchObject([
      { about: 'share', state: 'waiting' },
      { about: 'return', state: 'dropped' },
    ]);
    expect((await box.control('GET', 'notifications/faults')).json).toEqual([]);
  });

  it('tells it again on demand, in as many parallel copies as asked', async () => {
    box.pay(100);
    await box.sandbox.advance(0);
    const id = notices().list()[0]?.id;
    expect((await box.control('POST', 'notifications/redeliver', { id, copies: 8 })).json).toHaveLength(8);
    expect(box.mail()).toHaveLength(9);
    for (const body of [{}, { id: 'EV-none' }, { id, copies: 0 }, { id, copies: 101 }]) {
      expect((await box.control('POST', 'notifications/redeliver', body)).status).toBe(400);
    }
  });
});

it('WeChat Pay waits five seconds for a merchant to acknowledge, and no longer', async () => {
  const box = await startMailbox({});
  box.reset();
  box.sandbox.notify(supplier.mchId, 'mailbox');
  await box.control('POST', 'database/faults', { kind: 'slow', delayMs: 10_000 });
  box.pay(100);
  const started = Date.now();
  await box.sandbox.advance(0);
  expect(Date.now() - started).toBeGreaterThan(4_900);
  expect(box.sandbox.state.notices.list()).toMatchObject([{ state: 'waiting', attempts: [{ status: 0 }] }]);
  await box.sandbox.stop();
});

describe('a forged notification', () => {
  let box: Mailbox;
  beforeAll(async () => {
    box = await startMailbox();
  });
  beforeEach(() => {
    box.reset();
    box.sandbox.notify(supplier.mchId, 'mailbox');
  });
  afterAll(() => box.sandbox.stop());

  const forged = async (flaw: string) => {
    box.pay(100);
    expect((await box.control('POST', 'notifications/forge', { flaw })).json).toMatchObject({ flaw, status: 200 });
    const [mail] = box.mail();
    if (!mail) throw new Error('no letter');
    return mail;
  };
  const stands = async (flaw: string) => isSigned(await forged(flaw), (await box.sandbox.credentials()).publicKeyPem);

  it('has no signature, or that of another text', async () => {
    expect((await forged('missing')).headers).not.toHaveProperty('wechatpay-signature');
    box.reset();
    box.sandbox.notify(supplier.mchId, 'mailbox');
    expect(await stands('wrong')).toBe(false);
  });

  it('carries another digit than was signed, here another id: the same money once more', async () => {
    expect(await stands('altered')).toBe(false);
    expect(box.ids()).not.toEqual(box.sandbox.state.notices.list().map(({ id }) => id));
  });

  it('is signed well, but long ago, or by an unknown key', async () => {
    const old = await forged('stale');
    expect(Date.now() / 1000 - Number(old.headers['wechatpay-timestamp'])).toBeGreaterThan(300);
    expect(isSigned(old, (await box.sandbox.credentials()).publicKeyPem)).toBe(true);
    box.reset();
    box.sandbox.notify(supplier.mchId, 'mailbox');
    expect((await forged('unknownSerial')).headers['wechatpay-serial']).toBe('F'.repeat(40));
  });

  it('has a signature that does not hold', async () => {
    const mail = await forged('tag');
    const credentials = await box.sandbox.credentials(supplier.mchId);
    expect(isSigned(mail, credentials.publicKeyPem)).toBe(true);
    expect(() => opened(mail, credentials)).toThrow();
  });

  it('is the probe of WeChat Pay itself', async () => {
    expect((await forged('probe')).headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
  });

  it('arrives before the true one, which it neither replaces nor acknowledges', async () => {
    for (const flaw of noticeFlaws) await box.control('POST', 'notifications/faults', { kind: 'forge', flaw });
    for (const _ of noticeFlaws) box.pay(100);
    await box.sandbox.advance(0);
    for (const [index, { state, attempts }] of box.sandbox.state.notices.list().entries()) {
      expect(state).toBe('acknowledged');
      expect(attempts).toMatchObject([{ flaw: noticeFlaws[index] }, { status: 200 }]);
      expect(attempts[1]).not.toHaveProperty('flaw');
    }
    const { publicKeyPem } = await box.sandbox.credentials();
    expect(box.mail().filter((mail) => isSigned(mail, publicKeyPem) && envelope(mail).id)).toHaveLength(10);
  });

  it('needs something to forge, and a known way to do it', async () => {
    expect((await box.control('POST', 'notifications/forge', { flaw: 'wrong' })).status).toBe(400);
    box.pay(100);
    expect((await box.control('POST', 'notifications/forge', {})).json).toMatchObject({ field: 'flaw' });
    expect((await box.control('POST', 'notifications/forge', { flaw: 'wrong', id: 'EV-none' })).status).toBe(400);
    for (const [body, field] of [
      [{}, 'kind'],
      [{ kind: 'delay' }, 'ms'],
      [{ kind: 'forge' }, 'flaw'],
      [{ kind: 'drop', times: 0 }, 'times'],
    ] as const) {
      expect((await box.control('POST', 'notifications/faults', body)).json).toMatchObject({ field });
    }
    await box.control('POST', 'notifications/faults', { kind: 'drop' });
    expect((await box.control('DELETE', 'notifications/faults')).json).toEqual([]);
  });
});
