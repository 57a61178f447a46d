import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { merchantSetup } from '../../console';
import { asFile, DoctorFixture, NOT_ASKED } from './doctor/doctorFixture';

let doctor: DoctorFixture;
beforeAll(async () => {
  doctor = await DoctorFixture.open();
});
afterAll(() => doctor.close());

const SUB_MERCHANT = '1900000109';

describe('a healthy configuration', () => {
  it.each(['cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'] as const)(
    'on %s is accepted by WeChat Pay',
    async (link) => {
      const { code, complaints, checked } = await doctor.check(link, { files: await doctor.certificateOf(link) });
      expect(complaints).toEqual([]);
      expect(code).toBe(0);
      expect(checked).toEqual(expect.arrayContaining(['reachability', 'clock', 'permission']));
    },
  );

  it.each(['apiv2', 'apiv3'] as const)('of a direct merchant on %s is accepted too', async (link) => {
    const { code, complaints } = await doctor.check(link, {
      direct: true,
      files: await doctor.certificateOf('direct'),
    });
    expect(complaints).toEqual([]);
    expect(code).toBe(0);
  });

  it('with platform certificates shows that the APIv3 key opens them', async () => {
    const { output } = await doctor.check('apiv3', { keys: 'certificates' });
    expect(output).toContain('The APIv3 key opens the platform certificates (1)');
  });

  it('on cloudpay says what only the cloud can tell', async () => {
    const { code, complaints } = await doctor.check('cloudpay');
    expect(complaints).toEqual([
      expect.stringMatching(/^unchecked permission: On cloudpay the platform signs.*→ Once deployed/),
    ]);
    expect(code).toBe(0);
  });

  it.each(['apiv3', 'ecommerce', 'brand'] as const)(
    'on %s proves signatures and encryption by an echo',
    async (link) => {
      expect((await doctor.check(link)).output).toContain('verified the signature and decrypted the field');
    },
  );

  it('has WeChat Pay send a test notification to the address it is given', async () => {
    let heard = 0;
    const listener = createServer((_, response) => {
      heard += 1;
      response.end();
    });
    await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
    try {
      const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/notify`;
      const files = await doctor.certificateOf('apiv3');
      const { code, complaints } = await doctor.check('apiv3', { files, args: ['--notify-url', url] });
      expect(complaints).toEqual([expect.stringMatching(/^unchecked notify-url: .*"kind":"test"/)]);
      expect(code).toBe(0);
      const { notices } = doctor.sandbox.state;
      await notices.deliver();
      expect(notices.list().at(-1)).toMatchObject({ about: 'echo', state: 'acknowledged' });
      expect(heard).toBe(1);
    } finally {
      listener.closeAllConnections();
      listener.close();
    }
  });

  it('tells how much of an order may be shared', async () => {
    expect((await doctor.check('brand')).output).toContain('At most 30 % of an order may be shared');
  });
});

describe('a variable', () => {
  it('that is missing is named with its meaning', async () => {
    const { code, complaints } = await doctor.check('ecommerce', {
      change: { WECHATPAY_MCH_ID: undefined },
      files: await doctor.certificateOf('ecommerce'),
    });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem configuration: WECHATPAY_MCH_ID is not set, and the link ecommerce needs it → Set WECHATPAY_MCH_ID: Your own merchant number/,
      ),
      NOT_ASKED,
    ]);
    expect(code).toBe(1);
  });

  it('of the wrong form is named without its value', async () => {
    const { complaints, output } = await doctor.check('apiv2', {
      change: { WECHATPAY_API_V2_KEY: 'tooShortASecret' },
      files: await doctor.certificateOf('apiv2'),
    });
    expect(complaints[0]).toMatch(
      /^problem configuration: WECHATPAY_API_V2_KEY is not .*→ Set WECHATPAY_API_V2_KEY: The API v2 key/,
    );
    expect(output).not.toContain('tooShortASecret');
  });

  it('that no function reads is held against the names that are read', async () => {
    const { code, complaints } = await doctor.check('cloudrun', { change: { PROFIT_SHARING_TIMEOUT: '900' } });
    expect(complaints).toEqual([
      'warning configuration: No function reads PROFIT_SHARING_TIMEOUT → Rename it if you meant PROFIT_SHARING_TIMEOUT_MS, else remove it.',
    ]);
    expect(code).toBe(0);
  });

  it('too many for one function are asked to move into files', async () => {
    const change = {
      PROFIT_SHARING_ALLOWED_OPENIDS: Array.from({ length: 200 }, (_, index) => `oPerson${1e12 + index}`).join(','),
    };
    const { complaints } = await doctor.check('cloudrun', { change });
    expect(complaints).toEqual([
      expect.stringMatching(/^warning configuration: The variables have \d+ bytes, a function holds 4096/),
    ]);
  });

  it('that lets clients move money, or leaves no trace of it, is warned of', async () => {
    const { complaints } = await doctor.check('cloudrun', {
      change: { PROFIT_SHARING_CLIENT_ACCESS: 'all', PROFIT_SHARING_LEDGER: 'off' },
    });
    expect(complaints).toEqual([
      expect.stringContaining('Any user of the mini program can move money'),
      expect.stringContaining('The ledger is off'),
    ]);
  });
});

describe('the way to WeChat Pay', () => {
  it('with a clock ten minutes off is refused on API v3, and nothing is asked', async () => {
    const { code, complaints } = await doctor.check('apiv3', {
      clockAheadS: 600,
      files: await doctor.certificateOf('apiv3'),
    });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem clock: The clock of this machine is (599|600|601) s ahead → Let this machine set its clock/,
      ),
      NOT_ASKED,
    ]);
    expect(code).toBe(1);
  });

  it('with a clock two minutes off is warned of', async () => {
    const { complaints } = await doctor.check('apiv3', {
      clockAheadS: -120,
      files: await doctor.certificateOf('apiv3'),
    });
    expect(complaints).toEqual([
      expect.stringMatching(/^warning clock: The clock of this machine is 1(19|20|21) s behind/),
    ]);
  });

  it('with a wrong clock still leads somewhere on API v2, which signs no time', async () => {
    const { code, complaints } = await doctor.check('apiv2', { clockAheadS: 600 });
    expect(complaints).toEqual([expect.stringMatching(/^warning clock: /)]);
    expect(code).toBe(0);
  });

  it('ends at an unknown host name', async () => {
    const { complaints } = await doctor.check('apiv2', { change: { WECHATPAY_BASE_URL: 'https://wechatpay.invalid' } });
    expect(complaints).toEqual([
      expect.stringMatching(/^problem reachability: wechatpay.invalid cannot be reached: its name is not known/),
      NOT_ASKED,
    ]);
  });

  it('ends at a port where nothing listens', async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const { port } = gone.address() as AddressInfo;
    await new Promise((done) => gone.close(done));
    const { code, complaints } = await doctor.check('apiv2', {
      change: { WECHATPAY_BASE_URL: `https://127.0.0.1:${port}` },
    });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem reachability: 127.0.0.1:\d+ cannot be reached: nothing listens there \(ECONNREFUSED\)/,
      ),
      NOT_ASKED,
    ]);
    expect(code).toBe(1);
  });

  it('ends at an untrusted certificate', async () => {
    const { complaints } = await doctor.check('apiv2', { distrusting: true });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem reachability: .*its TLS certificate is not trusted.*→ For the sandbox or a proxy, set NODE_EXTRA_CA_CERTS/,
      ),
      NOT_ASKED,
    ]);
  });
});

describe('a merchant without permission', () => {
  const permit = (permission: 'granted' | 'none') =>
    doctor.sandbox.state.bank.setMerchant(SUB_MERCHANT, { permission });
  beforeAll(() => permit('none'));
  afterAll(() => permit('granted'));

  it.each(['apiv2', 'apiv3'] as const)('on %s is told where to get it', async (link) => {
    const { code, complaints } = await doctor.check(link, { files: await doctor.certificateOf(link) });
    expect(complaints).toEqual([
      expect.stringMatching(/^problem permission: No permission to share: NOAUTH .*→ Enable sharing for the provider/),
    ]);
    expect(code).toBe(1);
  });
});

it('an AppID of another merchant is named as the one to correct', async () => {
  const { code, complaints } = await doctor.check('apiv2', { change: { WECHATPAY_APPID: 'wx0000000000000000' } });
  expect(complaints).toEqual([
    expect.stringMatching(
      /^problem permission: .*APPID.*→ Set WECHATPAY_APPID to an AppID that is bound to WECHATPAY_MCH_ID/,
    ),
  ]);
  expect(code).toBe(1);
});

it('a sub-merchant of another provider is named as not bound', async () => {
  const { complaints } = await doctor.check('ecommerce', {
    change: { PROFIT_SHARING_SUB_MCH_ID: SUB_MERCHANT },
    files: await doctor.certificateOf('ecommerce'),
  });
  expect(complaints).toEqual([
    expect.stringMatching(/^problem permission: No contract between provider and sub-merchant/),
  ]);
});

describe('the command', () => {
  it('reads .env of its folder, speaks the language set there, and shows findings to people', async () => {
    const home = join(doctor.folder, '.env');
    writeFileSync(home, asFile({ PROFIT_SHARING_LINK: 'cloudpay', PROFIT_SHARING_LOCALE: 'zh-CN' }));
    const { code, output } = await doctor.run([], {});
    expect(code).toBe(0);
    expect(output).toContain('接入方式 cloudpay，变量来自 .env');
    expect(output).toMatch(/! configuration +未设 PROFIT_SHARING_SUB_MCH_ID.*\n +→ 设置 PROFIT_SHARING_SUB_MCH_ID/);
    expect(output).toContain('0 个问题，1 个警告');
    expect(readFileSync(home, 'utf8')).not.toContain('sandbox');
  });

  it('ends with 2 for a key among its arguments, and does not repeat it', async () => {
    const { code, output } = await doctor.run(['aLooseKey'], { PROFIT_SHARING_LOCALE: 'en' });
    expect(code).toBe(2);
    expect(output).toContain('npm run doctor -- [--env-file');
    expect(output).not.toContain('aLooseKey');
  });

  it.each([
    ['a link that does not exist', 'PROFIT_SHARING_LINK=APIV3\n', 1, 'PROFIT_SHARING_LINK is not cloudpay | cloudrun'],
    [
      'a file in UTF-16',
      Buffer.from('\uFEFFPROFIT_SHARING_LINK=apiv3\n', 'utf16le'),
      2,
      'probably UTF-16: save it as UTF-8',
    ],
  ])('takes %s for no configuration', async (_what, bytes, exitCode, words) => {
    const file = join(doctor.folder, 'given.env');
    writeFileSync(file, bytes);
    const { code, output } = await doctor.run(['--locale', 'en', '--env-file', file], { PROFIT_SHARING_LOCALE: 'en' });
    expect(output).toContain(words);
    expect(code).toBe(exitCode);
  });

  it('says that it uses no proxy', async () => {
    const { variables } = await merchantSetup(doctor.sandbox, 'apiv2');
    const file = join(doctor.folder, 'proxied.env');
    writeFileSync(file, asFile(variables));
    const env = { HTTPS_PROXY: 'http://127.0.0.1:1', NODE_EXTRA_CA_CERTS: doctor.sandbox.caFile };
    const { output } = await doctor.run(['--locale', 'en', '--env-file', file], env);
    expect(output).toContain('HTTPS_PROXY is set and not used');
    expect(output).toContain('answers');
  });

  it('names a file that is not there', async () => {
    const { code, output } = await doctor.run(['--env-file', 'nowhere.env'], { PROFIT_SHARING_LOCALE: 'en' });
    expect(output).toContain('nowhere.env');
    // Node.js 20 reads --env-file wherever it stands, and ends with 9 before the command begins.
    expect([2, 9]).toContain(code);
  });
});
