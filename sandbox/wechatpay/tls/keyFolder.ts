import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issued } from './issued';

const CERTIFICATE = '_cert.pem';

/** A folder that keeps keys and certificates from one run to the next, readable by its owner only. */
export class KeyFolder {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /**
   * @returns undefined where there is none yet, or its certificate has run out
   * @throws Error naming the file that is no certificate
   */
  read(name: string): Issued | undefined {
    const [certFile, keyFile] = this.#files(name);
    if (!existsSync(certFile) || !existsSync(keyFile)) return undefined;
    const certPem = readFileSync(certFile, 'utf8');
    const certificate = readCertificate(certPem, certFile);
    if (Date.parse(certificate.validTo) < Date.now()) return undefined;
    return { certPem, privateKeyPem: readFileSync(keyFile, 'utf8'), serial: certificate.serialNumber };
  }

  /** Whose keys are kept. */
  names(): string[] {
    const certificates = readdirSync(this.folder).filter((file) => file.endsWith(CERTIFICATE));
    return certificates.map((file) => decodeURIComponent(file.slice(0, -CERTIFICATE.length)));
  }

  clear(): void {
    for (const name of this.names()) for (const file of this.#files(name)) rmSync(file, { force: true });
  }

  write(name: string, { certPem, privateKeyPem }: Issued): void {
    const [certFile, keyFile] = this.#files(name);
    writeFileSync(keyFile, privateKeyPem, { mode: 0o600 });
    writeFileSync(certFile, certPem);
  }

  #files(name: string): [certFile: string, keyFile: string] {
    const path = join(this.folder, encodeURIComponent(name));
    return [path + CERTIFICATE, `${path}_key.pem`];
  }
}

function readCertificate(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new Error(`${file} is no certificate: remove it, or the whole folder, and start again`);
  }
}
