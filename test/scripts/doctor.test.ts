import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CertificateAuthority } from '../../sandbox/tls/authority';
import { asFile, Clinic } from './doctor/clinic';

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const PROVIDER = '1900000100';
const SUB_MERCHANT = '1900000109';

describe('a healthy configuration', () => {
  it.each(['cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'] as const)(
    'on %s is accepted by WeChat Pay',
    async (link) => {
      const { code, complaints, checked } = await clinic.visit(link, { files: await certificateOf(link) });
      expect(complaints).toEqual([]);
      expect(code).toBe(0);
      expect(checked).toEqual(expect.arrayContaining(['reachability', 'clock', 'permission']));
    },
  );

  it.each(['apiv2', 'apiv3'] as const)('of a direct merchant on %s is accepted too', async (link) => {
    const { code, complaints } = await clinic.visit(link, { direct: true, files: await certificateOf('direct') });
    expect(complaints).toEqual([]);
    expect(code).toBe(0);
  });

  it('with platform certificates shows that the APIv3 key opens them', async () => {
    const { output } = await clinic.visit('apiv3', { keys: 'certificates' });
    expect(output).toContain('The APIv3 key opens the platform certificates (1)');
  });

  it('on cloudpay says what only the cloud can tell', async () => {
    const { code, complaints } = await clinic.visit('cloudpay');
    expect(complaints).toEqual([
      expect.stringMatching(/^unchecked permission: On cloudpay the platform signs.*→ Once deployed/),
    ]);
    expect(code).toBe(0);
  });

  it('tells how much of an order may be shared', async () => {
    expect((await clinic.visit('brand')).output).toContain('At most 30 % of an order may be shared');
  });
});

describe('a variable', () => {
  it('that is missing is named with its meaning', async () => {
    const { code, complaints } = await clinic.visit('ecommerce', {
      change: { WECHATPAY_MCH_ID: undefined },
      files: await certificateOf('ecommerce'),
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
    const { complaints, output } = await clinic.visit('apiv2', {
      change: { WECHATPAY_API_V2_KEY: 'tooShortASecret' },
      files: await certificateOf('apiv2'),
    });
    expect(complaints[0]).toMatch(
      /^problem configuration: WECHATPAY_API_V2_KEY is not .*→ Set WECHATPAY_API_V2_KEY: The API v2 key/,
    );
    expect(output).not.toContain('tooShortASecret');
  });

  it('that no function reads is held against the names that are read', async () => {
    const { code, complaints } = await clinic.visit('cloudrun', { change: { PROFIT_SHARING_TIMEOUT: '900' } });
    expect(complaints).toEqual([
      'warning configuration: No function reads PROFIT_SHARING_TIMEOUT → Rename it if you meant PROFIT_SHARING_TIMEOUT_MS, else remove it.',
    ]);
    expect(code).toBe(0);
  });

  it('too many for one function are asked to move into files', async () => {
    const change = {
      PROFIT_SHARING_ALLOWED_OPENIDS: Array.from({ length: 200 }, (_, index) => `oPerson${1e12 + index}`).join(','),
    };
    const { complaints } = await clinic.visit('cloudrun', { change });
    expect(complaints).toEqual([
      expect.stringMatching(/^warning configuration: The variables have \d+ bytes, a function holds 4096/),
    ]);
  });

  it('that lets clients move money, or leaves no trace of it, is warned of', async () => {
    const { complaints } = await clinic.visit('cloudrun', {
      change: { PROFIT_SHARING_CLIENT_ACCESS: 'all', PROFIT_SHARING_LEDGER: 'off' },
    });
    expect(complaints).toEqual([
      expect.stringContaining('Any user of the mini program can move money'),
      expect.stringContaining('The ledger is off'),
    ]);
  });
});

describe('the merchant key', () => {
  it('of another application does not fit the certificate', async () => {
    const { code, complaints } = await clinic.visit('apiv2', {
      change: { WECHATPAY_MCH_PRIVATE_KEY: anotherKey.privateKey },
    });
    expect(complaints).toEqual([
      'problem merchant-certificate: The private key is not that of the merchant certificate → Use apiclient_key.pem and apiclient_cert.pem of one and the same application.',
      NOT_ASKED,
    ]);
    expect(code).toBe(1);
  });

  it('without a certificate to compare it with is refused by WeChat Pay', async () => {
    const { complaints } = await clinic.visit('apiv3', {
      change: { WECHATPAY_MCH_PRIVATE_KEY: anotherKey.privateKey },
    });
    expect(complaints).toEqual([
      expect.stringContaining('unchecked merchant-certificate'),
      expect.stringMatching(
        /^problem permission: The signature was refused: SIGN_ERROR .*→ Take WECHATPAY_MCH_ID, WECHATPAY_MCH_SERIAL and WECHATPAY_MCH_PRIVATE_KEY from one/,
      ),
    ]);
  });

  it.each([
    ['with lost line breaks', 'cannot be parsed', (pem: string) => pem.replace(/\n.*\n/, ' ')],
    [
      'that is the certificate',
      'holds a certificate',
      () => '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    ],
  ])('%s is recognised', async (_what, words, damaged) => {
    const { mchPrivateKeyPem } = await clinic.sandbox.credentials();
    const { complaints } = await clinic.visit('apiv2', {
      change: { WECHATPAY_MCH_PRIVATE_KEY: damaged(mchPrivateKeyPem) },
    });
    expect(complaints).toEqual([
      expect.stringMatching(
        new RegExp(`^problem merchant-key: .*${words}.*→ Take the whole text of apiclient_key.pem`),
      ),
      NOT_ASKED,
    ]);
  });
});

it('API v2 without certificate and key could not move money', async () => {
  const change = { WECHATPAY_MCH_CERT: undefined, WECHATPAY_MCH_PRIVATE_KEY: undefined };
  const { complaints } = await clinic.visit('apiv2', { change });
  expect(complaints).toEqual([
    expect.stringContaining('problem merchant-key: Without WECHATPAY_MCH_PRIVATE_KEY no operation'),
    expect.stringContaining('problem merchant-certificate: Without the merchant certificate no operation'),
    NOT_ASKED,
  ]);
});

describe('the merchant certificate', () => {
  it('of five years ago has expired', async () => {
    const { complaints } = await clinic.visit('apiv2', { change: await issuedAt(Date.now() - 6 * YEAR) });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem merchant-certificate: The merchant certificate expired on 20.*→ Apply for a new certificate/,
      ),
      NOT_ASKED,
    ]);
  });

  it('that lasts ten more days is warned of', async () => {
    const change = await issuedAt(Date.now() - 5 * YEAR + 10.5 * DAY);
    const { complaints } = await clinic.visit('apiv3', {
      change: { ...change, WECHATPAY_MCH_PRIVATE_KEY: change.WECHATPAY_MCH_PRIVATE_KEY },
    });
    expect(complaints[0]).toMatch(/^warning merchant-certificate: The merchant certificate expires in 10 days → Apply/);
  });

  it('tells the serial number that was mistyped', async () => {
    const { mchSerial } = await clinic.sandbox.credentials();
    const { complaints } = await clinic.visit('apiv3', {
      change: { WECHATPAY_MCH_SERIAL: 'ABC123' },
      files: await certificateOf('apiv3'),
    });
    expect(complaints).toEqual([
      `problem merchant-certificate: WECHATPAY_MCH_SERIAL is not the serial number of the merchant certificate → Set WECHATPAY_MCH_SERIAL to ${mchSerial}.`,
      NOT_ASKED,
    ]);
  });

  it('of another merchant is recognised by its name', async () => {
    const { mchCertPem, mchPrivateKeyPem } = await clinic.sandbox.credentials('1900000300');
    const { complaints } = await clinic.visit('apiv2', {
      change: { WECHATPAY_MCH_CERT: mchCertPem, WECHATPAY_MCH_PRIVATE_KEY: mchPrivateKeyPem },
    });
    expect(complaints[0]).toMatch(
      /^problem merchant-certificate: The merchant certificate is that of 1900000300, configured is 1900000100/,
    );
  });

  it('that somebody else issued is turned away by the gateway', async () => {
    const { certPem, privateKeyPem } = await new CertificateAuthority().issue(PROVIDER, 'merchant');
    const { complaints } = await clinic.visit('apiv2', {
      change: { WECHATPAY_MCH_CERT: certPem, WECHATPAY_MCH_PRIVATE_KEY: privateKeyPem },
    });
    expect(complaints).toEqual([
      expect.stringContaining('problem client-certificate: The gateway refuses the merchant certificate'),
      NOT_ASKED,
    ]);
  });
});

describe('the keys of WeChat Pay', () => {
  it('refuse a wrong API v2 key', async () => {
    const { code, complaints } = await clinic.visit('apiv2', { change: { WECHATPAY_API_V2_KEY: 'x'.repeat(32) } });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem permission: The signature was refused: SIGN_ERROR 签名失败 → Set WECHATPAY_API_V2_KEY to the API v2 key/,
      ),
    ]);
    expect(code).toBe(1);
  });

  it('cannot be opened with a wrong APIv3 key', async () => {
    const { complaints } = await clinic.visit('apiv3', {
      keys: 'certificates',
      change: { WECHATPAY_API_V3_KEY: 'x'.repeat(32) },
      files: await certificateOf('apiv3'),
    });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem api-v3-key: WECHATPAY_API_V3_KEY does not open the platform certificates → Set it/,
      ),
      NOT_ASKED,
    ]);
  });

  it.each(['apiv3', 'ecommerce'] as const)(
    'on %s do not fit a public key from elsewhere, whatever the answer was',
    async (link) => {
      const { complaints } = await clinic.visit(link, {
        change: { WECHATPAY_PUBLIC_KEY: anotherKey.publicKey },
        files: await certificateOf(link),
      });
      expect(complaints).toEqual([
        expect.stringMatching(
          /^problem wechatpay-key: The answer of WeChat Pay cannot be verified.*→ Download the WeChat Pay public key again/,
        ),
      ]);
    },
  );

  it("are not the merchant's own", async () => {
    const { mchPrivateKeyPem } = await clinic.sandbox.credentials();
    const own = createPublicKey(mchPrivateKeyPem).export({ type: 'spki', format: 'pem' }).toString();
    const { complaints } = await clinic.visit('apiv3', {
      change: { WECHATPAY_PUBLIC_KEY: own },
      files: await certificateOf('apiv3'),
    });
    expect(complaints[0]).toContain("problem wechatpay-key: WECHATPAY_PUBLIC_KEY is the merchant's own public key");
  });

  it('go by the ID they were given', async () => {
    const { complaints } = await clinic.visit('apiv3', {
      change: { WECHATPAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0000000000' },
      files: await certificateOf('apiv3'),
    });
    expect(complaints).toEqual([expect.stringContaining('problem wechatpay-key: The answer of WeChat Pay cannot be')]);
  });

  it.each([
    ['nothing else', 'certificates', 'problem wechatpay-key: This merchant has no platform certificates'],
    ['a public key', 'public-key', 'unchecked api-v3-key: This merchant has no platform certificates to try'],
  ] as const)('leave the APIv3 key untried where there are no certificates, and %s', async (_what, keys, words) => {
    const { platform } = clinic.sandbox.world.v3;
    platform.mode = 'publicKey';
    try {
      const { apiV3Key } = await clinic.sandbox.credentials();
      const { complaints } = await clinic.visit('apiv3', {
        keys,
        change: { WECHATPAY_API_V3_KEY: apiV3Key },
        files: await certificateOf('apiv3'),
      });
      expect(complaints[0]).toContain(words);
    } finally {
      platform.mode = 'both';
    }
  });

  it('are not a certificate', async () => {
    const { mchCertPem } = await clinic.sandbox.credentials();
    const { complaints } = await clinic.visit('apiv3', {
      change: { WECHATPAY_PUBLIC_KEY: mchCertPem },
      files: await certificateOf('apiv3'),
    });
    expect(complaints[0]).toContain('problem wechatpay-key: WECHATPAY_PUBLIC_KEY holds a certificate');
  });
});

describe('the way to WeChat Pay', () => {
  it('with a clock ten minutes off is refused on API v3, and nothing is asked', async () => {
    const { code, complaints } = await clinic.visit('apiv3', { clockAheadS: 600, files: await certificateOf('apiv3') });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem clock: The clock of this machine is (599|600|601) s ahead → Let this machine set its clock/,
      ),
      NOT_ASKED,
    ]);
    expect(code).toBe(1);
  });

  it('with a clock two minutes off is warned of', async () => {
    const { complaints } = await clinic.visit('apiv3', { clockAheadS: -120, files: await certificateOf('apiv3') });
    expect(complaints).toEqual([
      expect.stringMatching(/^warning clock: The clock of this machine is 1(19|20|21) s behind/),
    ]);
  });

  it('with a wrong clock still leads somewhere on API v2, which signs no time', async () => {
    const { code, complaints } = await clinic.visit('apiv2', { clockAheadS: 600 });
    expect(complaints).toEqual([expect.stringMatching(/^warning clock: /)]);
    expect(code).toBe(0);
  });

  it('ends at a name nobody knows', async () => {
    const { complaints } = await clinic.visit('apiv2', { change: { WECHATPAY_BASE_URL: 'https://wechatpay.invalid' } });
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
    const { code, complaints } = await clinic.visit('apiv2', {
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

  it('ends at a certificate nobody trusts', async () => {
    const { complaints } = await clinic.visit('apiv2', { distrusting: true });
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
    clinic.sandbox.world.bank.setMerchant(SUB_MERCHANT, { permission });
  beforeAll(() => permit('none'));
  afterAll(() => permit('granted'));

  it.each(['apiv2', 'apiv3'] as const)('on %s is told where to get it', async (link) => {
    const { code, complaints } = await clinic.visit(link, { files: await certificateOf(link) });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem permission: No permission to share: NOAUTH .*→ Nothing moved. Enable sharing for the provider/,
      ),
    ]);
    expect(code).toBe(1);
  });
});

it('an AppID of somebody else is named as the one to correct', async () => {
  const { code, complaints } = await clinic.visit('apiv2', { change: { WECHATPAY_APPID: 'wx0000000000000000' } });
  expect(complaints).toEqual([
    expect.stringMatching(
      /^problem permission: .*APPID.*→ Set WECHATPAY_APPID to an AppID that is bound to WECHATPAY_MCH_ID/,
    ),
  ]);
  expect(code).toBe(1);
});

it('a sub-merchant of somebody else is named as not bound', async () => {
  const { complaints } = await clinic.visit('ecommerce', {
    change: { PROFIT_SHARING_SUB_MCH_ID: SUB_MERCHANT },
    files: await certificateOf('ecommerce'),
  });
  expect(complaints).toEqual([
    expect.stringMatching(/^problem permission: No contract between provider and sub-merchant/),
  ]);
});

describe('the command', () => {
  it('reads .env of its folder, speaks the language set there, and shows findings to people', async () => {
    const home = join(clinic.folder, '.env');
    writeFileSync(home, asFile({ PROFIT_SHARING_LINK: 'cloudpay', PROFIT_SHARING_LOCALE: 'zh-CN' }));
    const { code, output } = await clinic.run([], {});
    expect(code).toBe(0);
    expect(output).toContain('线路 cloudpay，变量来自 .env');
    expect(output).toMatch(/! configuration +未设 PROFIT_SHARING_SUB_MCH_ID.*\n +→ 设置 PROFIT_SHARING_SUB_MCH_ID/);
    expect(output).toContain('0 个问题，1 个警告');
    expect(readFileSync(home, 'utf8')).not.toContain('sandbox');
  });

  it('ends with 2 for a key among its arguments, and does not repeat it', async () => {
    const { code, output } = await clinic.run(['aLooseKey'], { PROFIT_SHARING_LOCALE: 'en' });
    expect(code).toBe(2);
    expect(output).toContain('npm run doctor -- [--env-file');
    expect(output).not.toContain('aLooseKey');
  });

  it('names a file that is not there', async () => {
    const { code, output } = await clinic.run(['--env-file', 'nowhere.env'], { PROFIT_SHARING_LOCALE: 'en' });
    expect(output).toContain('nowhere.env');
    // Node.js 20 reads --env-file wherever it stands, and ends with 9 before the command begins.
    expect([2, 9]).toContain(code);
  });
});

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const NOT_ASKED =
  'unchecked permission: WeChat Pay was not asked, because of the problem above → Solve it and run the command again.';

const OWNERS: Readonly<Record<string, string>> = { ecommerce: '1900000300', direct: '1900000400' };

/** The certificate beside the key, where the link itself does not need it. */
async function certificateOf(link: string): Promise<Record<string, string>> {
  return { 'apiclient_cert.pem': (await clinic.sandbox.credentials(OWNERS[link] ?? PROVIDER)).mchCertPem };
}

/** Nobody's in the sandbox. */
const anotherKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** A certificate made at another time: valid from the day before, for five years. */
async function issuedAt(ms: number): Promise<Record<string, string>> {
  jest.useFakeTimers({
    now: ms,
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval', 'queueMicrotask'],
  });
  try {
    const { certPem, privateKeyPem, serial } = await clinic.sandbox.world.authority.issue(PROVIDER, 'merchant');
    return { WECHATPAY_MCH_CERT: certPem, WECHATPAY_MCH_PRIVATE_KEY: privateKeyPem, WECHATPAY_MCH_SERIAL: serial };
  } finally {
    jest.useRealTimers();
  }
}
