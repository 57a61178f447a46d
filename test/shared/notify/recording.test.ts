import type { UnknownFields } from '../../../shared/contract';
import { Deadline } from '../../../shared/deadline';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { LedgerUnavailableError } from '../../../shared/ledger/store';
import { contextOf } from '../callers';
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

const SHARE = '1900000109:share:S1';
const share: UnknownFields = {
  sub_mch_id: '1900000109',
  transaction_id: paid.transaction_id,
  out_order_no: 'S1',
  receivers: [paid.receiver],
};
const statusOf = async (answer: Promise<{ statusCode: number }>) => (await answer).statusCode;
const notify = () => statusOf(desk.notify(paid));

describe('one notification is recorded once', () => {
  it('however often it is delivered, and every delivery is acknowledged', async () => {
    await desk.sent(multiProfitSharing, share, { state: 'accepted' });
    const delivery = signed(envelope(paid), desk.now());
    for (let times = 0; times < 3; times += 1) expect(await statusOf(desk.deliver(delivery))).toBe(200);
    expect(desk.found(SHARE)).toEqual(['settled']);
    expect(desk.notices.records.size).toBe(1);
    expect(logged.map((line) => JSON.parse(line).repeated)).toEqual([false, true, true]);
  });

  it('when 32 deliveries arrive at the same time', async () => {
    await desk.sent(multiProfitSharing, share, { state: 'accepted' });
    const version = desk.record(SHARE)?.version ?? 0;
    const answers = await Promise.all(Array.from({ length: 32 }, notify));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(desk.found(SHARE)).toEqual(['settled']);
    expect(desk.record(SHARE)?.version).toBe(version + 2);
    expect(logged.filter((line) => JSON.parse(line).repeated === false)).toHaveLength(1);
  });

  it('also when no record of ours fits it', async () => {
    const answers = await Promise.all([notify(), notify()]);
    expect(answers).toEqual([200, 200]);
    expect([...desk.notices.records.values()]).toMatchObject([{ _id: 'EV-2018022511223320873', number: 'S1' }]);
  });
});

it('acknowledges what was recorded before without asking the ledger again', async () => {
  expect(await notify()).toBe(200);
  desk.records.down = true;
  expect(await notify()).toBe(200);
});

describe('nothing is acknowledged that is not recorded', () => {
  beforeEach(() => desk.sent(multiProfitSharing, share, { state: 'accepted' }));

  it('while the ledger is down', async () => {
    desk.records.down = true;
    expect(await notify()).toBe(503);
    expect(desk.notices.records.size).toBe(0);
    desk.records.down = false;
    expect(await notify()).toBe(200);
    expect(desk.found(SHARE)).toEqual(['settled']);
  });

  it('while notifications cannot be looked up', async () => {
    desk.notices.down = 'yes';
    expect(await notify()).toBe(503);
    expect(desk.found(SHARE)).toEqual([]);
  });

  it('after a crash before the ledger had its outcome', async () => {
    const replace = desk.records.replace.bind(desk.records);
    let writes = 0;
    desk.records.replace = async (after, before) => {
      writes += 1;
      if (writes > 1) throw new LedgerUnavailableError('crash');
      return replace(after, before);
    };
    expect(await notify()).toBe(503);
    desk.records.replace = replace;
    expect(desk.found(SHARE)).toEqual([undefined]);
    expect(desk.notices.records.size).toBe(0);
    expect(await notify()).toBe(200);
    // The first attempt never got its outcome, and history does not pretend that it did.
    expect(desk.found(SHARE)).toEqual([undefined, 'settled']);
    expect(desk.record(SHARE)).toMatchObject({ state: 'settled' });
  });

  it('after a crash between the ledger and the mark, and the ledger is not written twice', async () => {
    desk.notices.down = 'for writing';
    expect(await notify()).toBe(503);
    const version = desk.record(SHARE)?.version;
    desk.notices.down = 'no';
    expect(await notify()).toBe(200);
    expect(desk.found(SHARE)).toEqual(['settled']);
    expect(desk.record(SHARE)?.version).toBe(version);
    expect([...desk.notices.records.values()]).toMatchObject([{ record: SHARE }]);
  });

  it('when something in us breaks, and the log says where', async () => {
    desk.notices.has = async () => {
      throw new TypeError('a defect');
    };
    expect(await notify()).toBe(500);
    expect(JSON.parse(logged[0] ?? '').defect).toContain('a defect');
  });
});

describe('a number that another call is sending right now', () => {
  it('is waited for', async () => {
    const entry = await desk.send(multiProfitSharing, share);
    desk.paused = async () => {
      desk.paused = async () => {};
      await desk.leave(entry, { state: 'accepted' });
    };
    expect(await notify()).toBe(200);
    expect(desk.record(SHARE)?.attempts.map(({ kind, outcome }) => [kind, outcome?.state])).toEqual([
      ['send', 'accepted'],
      ['notice', 'settled'],
    ]);
  });

  it('and stays so is left for the next delivery', async () => {
    await desk.ledger.begin(
      multiProfitSharing,
      share,
      { link: 'apiv3', mchId: '1900000100' },
      { hop: 'scf', source: 'scf', openid: undefined, appid: undefined, fromAppid: undefined, variables: {} },
      new Deadline(60_000, desk.clock),
    );
    expect(await notify()).toBe(503);
    expect(desk.notices.records.size).toBe(0);
    desk.ahead += 60_000;
    expect(await notify()).toBe(200);
    expect(desk.found(SHARE)).toEqual(['settled']);
  });
});

it('answers before the platform ends the function, though the database does not', async () => {
  desk.notices.has = () => new Promise(() => {});
  const delivery = signed(envelope(paid), desk.now());
  jest.useFakeTimers();
  const answered = statusOf(desk.deliver(delivery, {}, contextOf({}, 'both', 1000)));
  await jest.advanceTimersByTimeAsync(999);
  jest.useRealTimers();
  expect(await Promise.race([answered, 'killed'])).toBe(503);
  expect(JSON.parse(logged[0] ?? '').why).toBe('TIMEOUT');
});
