import { join } from 'node:path';
import { type Crash, parties, type Sandbox, startSandbox } from '../../../sandbox';

type Step = readonly ['write' | 'commit' | 'read' | 'pay' | 'send' | 'wait', unknown];

const addSupplier = {
  api: 'profitSharingAddReceiver',
  data: {
    sub_mch_id: parties.subMerchant.mchId,
    nonce_str: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    receiver: JSON.stringify({
      type: 'MERCHANT_ID',
      account: parties.receivers[0].mchId,
      name: parties.receivers[0].name,
      relation_type: 'SUPPLIER',
    }),
  },
};

describe('a function that dies on its way', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    const functionsDir = join(__dirname, 'fixtures');
    sandbox = await startSandbox({ functionsDir, state: { collections: { notes: [] } }, maxInstances: 8 });
  });
  beforeEach(() => sandbox.state.reset());
  afterAll(() => sandbox.stop());

  const walk = async (...steps: readonly Step[]) => (await sandbox.call('courier', { steps })).result;
  const exited = { answer: { errCode: -504002, failure: { kind: 'exited', statusCode: 439 } } };
  const dies = (...steps: readonly Step[]) => expect(walk(...steps)).rejects.toMatchObject(exited);
  const arm = (crash: Omit<Crash, 'function'>) => sandbox.crash({ function: 'courier', ...crash });
  const notes = () => sandbox.database.read('notes').map(({ _id }) => _id);
  const asked = () => sandbox.state.calls.list().map(({ api, link }) => `${link} ${api}`);
  const overCloudRun = (): Step => [
    'send',
    {
      url: `${sandbox.url}/_/pay/profitsharingaddreceiver`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(addSupplier.data),
    },
  ];
  const overXml = (url: string): Step => ['send', { url: `${url}/pay/profitsharingaddreceiver`, method: 'POST' }];

  it('before it asks WeChat Pay: nothing was asked, and the rest never happens', async () => {
    arm({ on: 'pay', moment: 'before' });
    await dies(['write', 'intent'], ['pay', addSupplier], ['write', 'outcome']);
    expect(notes()).toEqual(['intent']);
    expect(asked()).toEqual([]);
    expect(sandbox.state.bank.books().receivers).toHaveLength(0);
  });

  it('after it asked WeChat Pay: the effect is there, and it was not recorded', async () => {
    arm({ on: 'pay', moment: 'after' });
    await dies(['write', 'intent'], ['pay', addSupplier], ['write', 'outcome']);
    expect(notes()).toEqual(['intent']);
    expect(sandbox.state.bank.books().receivers).toHaveLength(1);
  });

  it.each([
    ['before', 1, []],
    ['after', 1, ['first']],
    ['before', 2, ['first']],
    ['after', 2, ['first', 'second']],
  ] as const)('%s its write number %d', async (moment, nth, left) => {
    arm({ on: 'database', moment, nth });
    await dies(['read', null], ['write', 'first'], ['read', null], ['write', 'second'], ['write', 'third']);
    expect(notes()).toEqual(left);
  });

  it('before and after the commit of a transaction, which is its second write', async () => {
    arm({ on: 'database', moment: 'before', nth: 2 });
    await dies(['commit', 'lost']);
    arm({ on: 'database', moment: 'after', nth: 2 });
    await dies(['commit', 'kept']);
    expect(notes()).toEqual(['kept']);
  });

  it('on the open interface service, on XML, on XML over TLS and on API v3 alike', async () => {
    const steps: readonly Step[] = [
      overCloudRun(),
      overXml(sandbox.url),
      overXml(sandbox.secureUrl),
      ['send', { url: `${sandbox.secureUrl}/v3/profitsharing/orders/1?transaction_id=2` }],
    ];
    for (const step of steps) {
      arm({ on: 'pay', moment: 'before' });
      await dies(step);
      expect(asked()).toEqual([]);
    }
    for (const step of steps) {
      arm({ on: 'pay', moment: 'after' });
      await dies(step);
    }
    expect(asked()).toHaveLength(steps.length);
  });

  it('also on a connection that a warm instance has kept open', async () => {
    expect(await walk(overCloudRun())).toBe('arrived');
    for (const _ of Array(8).keys()) await walk(overCloudRun());
    sandbox.state.calls.clear();
    arm({ on: 'pay', moment: 'before', nth: 2 });
    await dies(overCloudRun(), overCloudRun());
    expect(asked()).toHaveLength(1);
  });

  it('is the one that knocked, when several run at once', async () => {
    arm({ on: 'pay', moment: 'before', nth: 2 });
    const others = Array.from({ length: 5 }, () => walk(['wait', 50], overCloudRun(), ['wait', 150]));
    await dies(overCloudRun(), ['wait', 100], overCloudRun());
    expect(await Promise.all(others)).toEqual(Array(5).fill('arrived'));
    expect(asked()).toHaveLength(6);
  });

  it('dies as often as it was told, and lives again afterwards', async () => {
    arm({ on: 'pay', moment: 'before', times: 2 });
    await dies(['pay', addSupplier]);
    expect(sandbox.state.crashes.list()).toMatchObject([{ function: 'courier', times: 1 }]);
    await dies(['pay', addSupplier]);
    expect(await walk(['pay', addSupplier])).toBe('arrived');
  });

  it('leaves other functions, strangers and the fetching of keys alone', async () => {
    sandbox.crash({ function: 'other', on: 'pay', moment: 'before' });
    expect(await walk(['pay', addSupplier], overCloudRun())).toBe('arrived');
    arm({ on: 'pay', moment: 'before' });
    expect(await walk(['send', { url: `${sandbox.url}/v3/certificates` }])).toBe('arrived');
    expect((await fetch(`${sandbox.url}/v3/bills`)).status).toBe(404);
    expect(sandbox.state.crashes.list()).toHaveLength(2);
  });

  it('dies as the control API says, and a reset forgets it', async () => {
    const control = (method: string, body?: object) =>
      fetch(`${sandbox.url}/_sandbox/crashes`, { method, ...(body && { body: JSON.stringify(body) }) });
    const crash = { function: 'courier', on: 'database', moment: 'after' };
    expect(await (await control('POST', crash)).json()).toEqual([{ ...crash, times: 1 }]);
    await dies(['write', 'only']);
    expect(await (await control('GET')).json()).toEqual([]);
    await control('POST', crash);
    expect(await (await control('DELETE')).json()).toEqual([]);
    await control('POST', crash);
    sandbox.state.reset();
    expect(await walk(['write', 'again'])).toBe('arrived');
    for (const [body, field] of [
      [{ on: 'pay', moment: 'after' }, 'function'],
      [{ function: 'f', moment: 'after' }, 'on'],
      [{ function: 'f', on: 'pay' }, 'moment'],
      [{ ...crash, nth: 0 }, 'nth'],
    ] as const) {
      const refused = await control('POST', body);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ field });
    }
  });
});
