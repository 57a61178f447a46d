import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';

/** Files by their path inside the archive, with forward slashes. */
export type Files = ReadonlyMap<string, Buffer>;

/** Code ready to be sent. */
export interface Package {
  readonly base64: string;
  /** In bytes, packed. */
  readonly size: number;
  /** SHA-256 over every path and content, in hexadecimal: it does not depend on how zlib packs. */
  readonly digest: string;
  /** The PEM files that were added. */
  readonly credentials: readonly string[];
}

/**
 * Packs a built function, with its PEM files beside the bundle where the adapter looks for them.
 * @param credentials PEM files of the function, by name
 */
export function packFunction(folder: string, credentials: Files): Package {
  const files = new Map(
    [...readFolder(folder), ...[...credentials].map(([name, text]) => [`credentials/${name}`, text] as const)].sort(
      ([a], [b]) => (a < b ? -1 : 1),
    ),
  );
  const hash = createHash('sha256');
  for (const [path, content] of files) hash.update(`${path}\0${content.length}\0`).update(content);
  const packed = zip(files);
  return {
    base64: Buffer.from(packed).toString('base64'),
    size: packed.length,
    digest: hash.digest('hex'),
    credentials: [...credentials.keys()],
  };
}

/** Plain files on Unix, readable by all and writable by their owner. */
const UNIX = 3;
const MODE = 0o100644 * 0x10000;

/**
 * Packs in memory: manager-node would pack through a folder with a guessable name in /tmp, where every user of the machine
 * could read a private key for a moment. One date for all, so that the same files always make the same archive;
 * an archive holds local time, so the date is one too.
 */
export function zip(files: Files): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 2), os: UNIX, attrs: MODE });
}

export function readFolder(folder: string): (readonly [path: string, content: Buffer])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)] as const);
}
