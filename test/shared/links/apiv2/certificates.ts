import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate and its private key, as PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority that lives as long as a test, written without OpenSSL's command line. */
export interface Authority {
  /** Its own certificate, as PEM. */
  readonly ca: string;
  /** Makes a certificate for `name`, valid for 127.0.0.1 and localhost. */
  issue(name: string): Identity;
}

export function authority(name: string): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = distinguishedName(name);
  const made = (subject: Buffer, publicKey: KeyObject, extensions: Buffer[]) =>
    certificate({ issuer, subject, publicKey, extensions, signingKey: keys.privateKey });
  return {
    ca: made(issuer, keys.publicKey, [extension('2.5.29.19', sequence(der(0x01, Buffer.of(0xff))))]),
    issue(subject) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const names = sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.of(127, 0, 0, 1)));
      return {
        cert: made(distinguishedName(subject), own.publicKey, [extension('2.5.29.17', names)]),
        key: pem('PRIVATE KEY', own.privateKey.export({ type: 'pkcs8', format: 'der' })),
      };
    },
  };
}

interface Contents {
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  readonly signingKey: KeyObject;
}

/** X.509 v3, RFC 5280 section 4.1, signed by ECDSA with SHA-256. */
function certificate({ issuer, subject, publicKey, extensions, signingKey }: Contents): string {
  const algorithm = sequence(objectId('1.2.840.10045.4.3.2'));
  const version = der(0xa0, der(0x02, Buffer.of(2)));
  const serial = der(0x02, Buffer.concat([Buffer.of(0x01), randomBytes(15)]));
  const validity = sequence(time(Date.now() - 3_600_000), time(Date.now() + 3_600_000));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const signed = sequence(
    version,
    serial,
    algorithm,
    issuer,
    validity,
    subject,
    key,
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', signed, createPrivateKey(signingKey.export({ type: 'pkcs8', format: 'pem' })));
  return pem('CERTIFICATE', sequence(signed, algorithm, der(0x03, Buffer.of(0), signature)));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(objectId(id), der(0x04, value));
}

function distinguishedName(commonName: string): Buffer {
  return sequence(der(0x31, sequence(objectId('2.5.4.3'), der(0x0c, Buffer.from(commonName)))));
}

function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '');
  return der(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}

function pem(label: string, content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
