import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { CertificateAuthority, type CertificateKind } from '../../../../sandbox/wechatpay/tls/authority';
import type { Issued } from '../../../../sandbox/wechatpay/tls/issued';
import { MerchantCertificates } from '../../../../sandbox/wechatpay/tls/merchantCertificates';

describe('the certificate authority', () => {
  const authority = new CertificateAuthority();
  const ca = new X509Certificate(authority.caPem);
  const issued = new Map<CertificateKind, Issued>();
  beforeAll(async () => {
    for (const kind of ['server', 'merchant', 'platform'] as const)
      issued.set(kind, await authority.issue('1900000100', kind));
  });
  const certificateOf = (kind: CertificateKind) => new X509Certificate(issued.get(kind)?.certPem ?? '');

  it('vouches for itself and may vouch for others', () => {
    expect(ca.ca).toBe(true);
    expect(ca.verify(ca.publicKey)).toBe(true);
  });

  it.each(['server', 'merchant', 'platform'] as const)(
    'issues a %s certificate for the key that comes with it',
    (kind) => {
      const certificate = certificateOf(kind);
      const { privateKeyPem = '' } = issued.get(kind) ?? {};
      expect([certificate.checkIssued(ca), certificate.verify(ca.publicKey), certificate.ca]).toEqual([
        true,
        true,
        false,
      ]);
      expect(certificate.subject).toContain('CN=1900000100');
      const publicOf = (key: Parameters<typeof createPublicKey>[0]) =>
        createPublicKey(key).export({ type: 'spki', format: 'pem' });
      expect(publicOf(createPrivateKey(privateKeyPem).export({ type: 'pkcs8', format: 'pem' }))).toBe(
        certificate.publicKey.export({ type: 'spki', format: 'pem' }),
      );
    },
  );

  it('writes serial numbers as the merchant platform shows them', () => {
    const serials = [...issued.values()].map(({ serial }) => serial);
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{39}$/);
    expect(serials).toEqual([...issued.keys()].map((kind) => certificateOf(kind).serialNumber));
    expect(new Set(serials).size).toBe(serials.length);
  });

  it('uses RSA-2048 where WeChat Pay does, and P-256 for this machine', () => {
    const details = [...issued.keys()].map((kind) => certificateOf(kind).publicKey.asymmetricKeyDetails);
    expect(details).toMatchObject([{ namedCurve: 'prime256v1' }, { modulusLength: 2048 }, { modulusLength: 2048 }]);
  });

  it('names every way to call this machine in a server certificate, and none in the others', () => {
    const server = certificateOf('server');
    expect([server.checkHost('localhost'), server.checkIP('127.0.0.1'), server.checkIP('::1')]).toEqual([
      'localhost',
      '127.0.0.1',
      '::1',
    ]);
    expect([server.checkHost('example.com'), server.checkIP('127.0.0.2')]).toEqual([undefined, undefined]);
    expect(certificateOf('merchant').subjectAltName).toBeUndefined();
  });

  it('holds its word for years, from before now', () => {
    const { validFrom, validTo } = certificateOf('platform');
    expect(Date.parse(validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(validTo)).toBeGreaterThan(Date.now() + 4 * 365 * 86_400_000);
  });

  it.each(['示例特约商户', 'x'.repeat(50), 'x'.repeat(200), 'x'.repeat(400)])(
    'spells the name %s whole',
    async (name) => {
      const { certPem } = await authority.issue(name, 'server');
      expect(new X509Certificate(certPem).toLegacyObject().subject.CN).toBe(name);
    },
  );

  it('does not vouch for what another authority issued under the same name', async () => {
    const { certPem } = await new CertificateAuthority().issue('1900000100', 'server');
    expect(new X509Certificate(certPem).verify(ca.publicKey)).toBe(false);
  });

  it('gives a merchant the same certificate every time, also when asked twice at once', async () => {
    const certificates = new MerchantCertificates(authority);
    const [first, second] = await Promise.all([certificates.of('1900000109'), certificates.of('1900000109')]);
    expect(first.serial).toBe(second.serial);
    expect((await certificates.of('1900000400')).serial).not.toBe(first.serial);
  });
});
