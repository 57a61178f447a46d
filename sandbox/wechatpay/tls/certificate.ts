import { type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import * as der from './der';

/** What a certificate says, and who vouches for it. */
export interface CertificateContents {
  readonly issuer: string;
  /** Common name; of a merchant API certificate it is the merchant number. */
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
  /** P-256 key of the issuer. */
  readonly signingKey: KeyObject;
}

export interface Certificate {
  readonly pem: string;
  /** 40 upper-case hexadecimal digits, as the merchant platform shows them. */
  readonly serial: string;
}

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
const DAY = 86_400_000;

/** Signs an X.509 v3 certificate (RFC 5280 section 4.1), valid since yesterday for five years as a merchant's is. */
export function signCertificate(contents: CertificateContents): Certificate {
  // A leading 4 to 7 keeps the number positive and its 40 digits complete.
  const serial = randomBytes(20);
  serial.writeUInt8(((serial[0] ?? 0) & 0x3f) | 0x40);
  const algorithm = der.sequence(der.objectId(ECDSA_WITH_SHA256));
  const now = Date.now();
  const signed = der.sequence(
    der.tagged(0, der.integer(Buffer.of(2))),
    der.integer(serial),
    algorithm,
    name(contents.issuer),
    der.sequence(der.time(now - DAY), der.time(now + 5 * 365 * DAY)),
    name(contents.subject),
    contents.publicKey.export({ type: 'spki', format: 'der' }),
    der.tagged(3, der.sequence(...contents.extensions)),
  );
  const signature = sign('sha256', signed, contents.signingKey);
  const lines =
    der
      .sequence(signed, algorithm, der.bits(signature))
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    serial: serial.toString('hex').toUpperCase(),
  };
}

function name(commonName: string): Buffer {
  const part = (id: string, string: string) => der.set(der.sequence(der.objectId(id), der.text(string)));
  return der.sequence(part(ORGANIZATION, 'WeChat Pay in a box'), part(COMMON_NAME, commonName));
}

/** The certificate may vouch for others, and for nothing else. */
export function authorityExtensions(): readonly Buffer[] {
  return [
    extension('2.5.29.19', der.sequence(der.yes()), 'critical'),
    extension('2.5.29.15', der.bits(Buffer.of(0x04), 2), 'critical'),
  ];
}

/** A server on this machine, by whatever name it is called. @param hosts further names, or addresses of IPv4 */
export function serverExtensions(hosts: readonly string[] = []): readonly Buffer[] {
  const addresses = ['127.0.0.1', ...hosts]
    .filter((host) => isIPv4(host))
    .map((host) => Buffer.from(host.split('.').map(Number)));
  const names = [
    ...['localhost', ...hosts].filter((host) => !isIPv4(host)).map((host) => der.tagged(2, Buffer.from(host), true)),
    ...[...addresses, Buffer.concat([Buffer.alloc(15), Buffer.of(1)])].map((address) => der.tagged(7, address, true)),
  ];
  return [extension('2.5.29.17', der.sequence(...names)), usage('1.3.6.1.5.5.7.3.1')];
}

export function clientExtensions(): readonly Buffer[] {
  return [usage('1.3.6.1.5.5.7.3.2')];
}

function usage(purpose: string): Buffer {
  return extension('2.5.29.37', der.sequence(der.objectId(purpose)));
}

function extension(id: string, content: Buffer, critical?: 'critical'): Buffer {
  return der.sequence(der.objectId(id), ...(critical ? [der.yes()] : []), der.octets(content));
}
