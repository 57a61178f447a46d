import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { CertificateAuthority } from '../../../sandbox/wechatpay/tls/authority';
import { DoctorFixture, NOT_ASKED } from './doctorFixture';

let doctor: DoctorFixture;
beforeAll(async () => {
  doctor = await DoctorFixture.open();
});
afterAll(() => doctor.close());

const PROVIDER = '1900000100';

describe('the merchant key', () => {
  it('of another application does not fit the certificate', async () => {
    const { code, complaints } = await doctor.check('apiv2', {
      change: { WECHATPAY_MCH_PRIVATE_KEY: anotherKey.privateKey },
    });
    expect(complaints).toEqual([
      'problem merchant-certificate: The private key is not that of the merchant certificate → Use apiclient_key.pem and apiclient_cert.pem of one and the same application.',
      NOT_ASKED,
    ]);
    expect(code).toBe(1);
  });

  it('without a certificate to compare it with is refused by WeChat Pay', async () => {
    const { complaints } = await doctor.check('apiv3', {
      change: { WECHATPAY_MCH_PRIVATE_KEY: anotherKey.privateKey },
    });
    expect(complaints).toEqual([
      expect.stringContaining('unchecked merchant-certificate'),
      expect.stringMatching(
        /^problem permission: The signature was refused: SIGN_ERROR .*→ Take WECHATPAY_MCH_ID, WECHATPAY_MCH_SERIAL and WECHATPAY_MCH_PRIVATE_KEY from one/,
      ),
    ]);
  });

  it.each([['with lost line breaks', 'cannot be parsed', (pem: string) => pem.replace(/\n.*\n/, ' ')]])(
    '%s is recognised',
    async (_what, words, damaged) => {
      const { mchPrivateKeyPem } = await doctor.sandbox.credentials();
      const { complaints } = await doctor.check('apiv2', {
        change: { WECHATPAY_MCH_PRIVATE_KEY: damaged(mchPrivateKeyPem) },
      });
      expect(complaints).toEqual([
        expect.stringMatching(
          new RegExp(`^problem merchant-key: .*${words}.*→ Take the whole text of apiclient_key.pem`),
        ),
        NOT_ASKED,
      ]);
    },
  );
});

it('the merchant key that is the certificate is a problem of the configuration', async () => {
  const { mchCertPem } = await doctor.sandbox.credentials();
  const { complaints } = await doctor.check('apiv2', { change: { WECHATPAY_MCH_PRIVATE_KEY: mchCertPem } });
  expect(complaints[0]).toContain(
    'WECHATPAY_MCH_PRIVATE_KEY is not a PEM text of PRIVATE KEY | RSA PRIVATE KEY; it holds',
  );
});

it('API v2 without certificate and key could not move money', async () => {
  const change = { WECHATPAY_MCH_CERT: undefined, WECHATPAY_MCH_PRIVATE_KEY: undefined };
  const { complaints } = await doctor.check('apiv2', { change });
  expect(complaints).toEqual([
    expect.stringContaining('problem merchant-key: Without WECHATPAY_MCH_PRIVATE_KEY no operation'),
    expect.stringContaining('problem merchant-certificate: Without the merchant certificate no operation'),
    NOT_ASKED,
  ]);
});

describe('the merchant certificate', () => {
  it('of five years ago has expired', async () => {
    const { complaints } = await doctor.check('apiv2', { change: await issuedAt(Date.now() - 6 * YEAR) });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem merchant-certificate: The merchant certificate expired on 20.*→ Apply for a new certificate/,
      ),
      NOT_ASKED,
    ]);
  });

  it('that lasts ten more days is warned of', async () => {
    const change = await issuedAt(Date.now() - 5 * YEAR + 10.5 * DAY);
    const { complaints } = await doctor.check('apiv3', {
      change: { ...change, WECHATPAY_MCH_PRIVATE_KEY: change.WECHATPAY_MCH_PRIVATE_KEY },
    });
    expect(complaints[0]).toMatch(/^warning merchant-certificate: The merchant certificate expires in 10 days → Apply/);
  });

  it('tells the serial number that was mistyped', async () => {
    const { mchSerial } = await doctor.sandbox.credentials();
    const { complaints } = await doctor.check('apiv3', {
      change: { WECHATPAY_MCH_SERIAL: 'ABC123' },
      files: await doctor.certificateOf('apiv3'),
    });
    expect(complaints).toEqual([
      `problem merchant-certificate: WECHATPAY_MCH_SERIAL is not the serial number of the merchant certificate → Set WECHATPAY_MCH_SERIAL to ${mchSerial}.`,
      NOT_ASKED,
    ]);
  });

  it('of another merchant is recognised by its name', async () => {
    const { mchCertPem, mchPrivateKeyPem } = await doctor.sandbox.credentials('1900000300');
    const { complaints } = await doctor.check('apiv2', {
      change: { WECHATPAY_MCH_CERT: mchCertPem, WECHATPAY_MCH_PRIVATE_KEY: mchPrivateKeyPem },
    });
    expect(complaints[0]).toMatch(
      /^problem merchant-certificate: The merchant certificate is that of 1900000300, configured is 1900000100/,
    );
  });

  it('that another authority issued is turned away by the gateway', async () => {
    const { certPem, privateKeyPem } = await new CertificateAuthority().issue(PROVIDER, 'merchant');
    const { complaints } = await doctor.check('apiv2', {
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
    const { code, complaints } = await doctor.check('apiv2', { change: { WECHATPAY_API_V2_KEY: 'x'.repeat(32) } });
    expect(complaints).toEqual([
      expect.stringMatching(
        /^problem permission: The signature was refused: SIGN_ERROR 签名失败 → Set WECHATPAY_API_V2_KEY to the API v2 key/,
      ),
    ]);
    expect(code).toBe(1);
  });

  it('cannot be opened with a wrong APIv3 key', async () => {
    const { complaints } = await doctor.check('apiv3', {
      keys: 'certificates',
      change: { WECHATPAY_API_V3_KEY: 'x'.repeat(32) },
      files: await doctor.certificateOf('apiv3'),
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
      const { complaints } = await doctor.check(link, {
        change: { WECHATPAY_PUBLIC_KEY: anotherKey.publicKey },
        files: await doctor.certificateOf(link),
      });
      expect(complaints).toEqual([
        expect.stringMatching(
          /^problem wechatpay-key: The answer of WeChat Pay cannot be verified.*→ Download the WeChat Pay public key again/,
        ),
      ]);
    },
  );

  it("are not the merchant's own", async () => {
    const { mchPrivateKeyPem } = await doctor.sandbox.credentials();
    const own = createPublicKey(mchPrivateKeyPem).export({ type: 'spki', format: 'pem' }).toString();
    const { complaints } = await doctor.check('apiv3', {
      change: { WECHATPAY_PUBLIC_KEY: own },
      files: await doctor.certificateOf('apiv3'),
    });
    expect(complaints[0]).toContain("problem wechatpay-key: WECHATPAY_PUBLIC_KEY is the merchant's own public key");
  });

  it('go by the ID they were given', async () => {
    const { complaints } = await doctor.check('apiv3', {
      change: { WECHATPAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0000000000' },
      files: await doctor.certificateOf('apiv3'),
    });
    expect(complaints).toEqual([expect.stringContaining('problem wechatpay-key: The answer of WeChat Pay cannot be')]);
  });

  it.each([
    ['nothing else', 'certificates', 'problem wechatpay-key: This merchant has no platform certificates'],
    ['a public key', 'public-key', 'unchecked api-v3-key: This merchant has no platform certificates to try'],
  ] as const)('leave the APIv3 key untried where there are no certificates, and %s', async (_what, keys, words) => {
    const { platform } = doctor.sandbox.state.v3;
    platform.mode = 'publicKey';
    try {
      const { apiV3Key } = await doctor.sandbox.credentials();
      const { complaints } = await doctor.check('apiv3', {
        keys,
        change: { WECHATPAY_API_V3_KEY: apiV3Key },
        files: await doctor.certificateOf('apiv3'),
      });
      expect(complaints[0]).toContain(words);
    } finally {
      platform.mode = 'both';
    }
  });

  it('are no private key, which is named and never shown', async () => {
    const { mchPrivateKeyPem } = await doctor.sandbox.credentials();
    const { complaints, output } = await doctor.check('apiv3', {
      change: { WECHATPAY_PUBLIC_KEY: mchPrivateKeyPem },
      files: await doctor.certificateOf('apiv3'),
    });
    expect(complaints[0]).toContain('WECHATPAY_PUBLIC_KEY is not a PEM text of PUBLIC KEY; it holds');
    expect(output).not.toContain(mchPrivateKeyPem.split('\n')[1]);
  });

  it('are not a certificate', async () => {
    const { mchCertPem } = await doctor.sandbox.credentials();
    const { complaints } = await doctor.check('apiv3', {
      change: { WECHATPAY_PUBLIC_KEY: mchCertPem },
      files: await doctor.certificateOf('apiv3'),
    });
    expect(complaints[0]).toContain('WECHATPAY_PUBLIC_KEY is not a PEM text of PUBLIC KEY; it holds CERTIFICATE');
  });
});

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** Of no merchant in the sandbox. */
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
    const { certPem, privateKeyPem, serial } = await new CertificateAuthority().issue(PROVIDER, 'merchant');
    return { WECHATPAY_MCH_CERT: certPem, WECHATPAY_MCH_PRIVATE_KEY: privateKeyPem, WECHATPAY_MCH_SERIAL: serial };
  } finally {
    jest.useRealTimers();
  }
}
