import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An authority's certificate where NODE_EXTRA_CA_CERTS can find it: the only way functions come to trust it. */
export interface TrustFile {
  readonly path: string;
  /** Another authority from now on: processes that run already trust the one before. */
  replace(caPem: string): void;
  /** Removes the folder it is in, with whatever else was put there. */
  remove(): void;
}

/** @param kept a folder that stays; by default a new one, which is removed */
export function writeTrustFile(caPem: string, kept?: string): TrustFile {
  if (kept !== undefined) {
    const stays = join(kept, 'ca.pem');
    writeFileSync(stays, caPem);
    return { path: stays, replace: (pem) => writeFileSync(stays, pem), remove: () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'wechatpay-sandbox-'));
  const path = join(folder, 'ca.pem');
  writeFileSync(path, caPem);
  return {
    path,
    replace: (pem) => writeFileSync(path, pem),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
