import { readFileSync } from 'node:fs';
import type { Text } from '../../shared/locale';

/** A file that cannot be taken for what it was meant to be; says which and why. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(readonly says: Text) {
    super(says.en);
  }
}

/** Reads a text, without its byte order mark. @throws {FileError} for what is no file or is not UTF-8 */
export function readTextFile(path: string): string {
  return decoded(path, bytesOf(path));
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') {
      throw new FileError({ zh: `${path} 是文件夹，不是文件`, en: `${path} is a folder, not a file` });
    }
    if (code === 'ENOENT') throw new FileError({ zh: `没有文件 ${path}`, en: `there is no file ${path}` });
    throw new FileError({ zh: `读不到 ${path}（${code}）`, en: `${path} cannot be read (${code})` });
  }
}

/** Notepad and PowerShell write UTF-16 where UTF-8 is meant; read as UTF-8 it would hold no variable at all. */
function decoded(path: string, bytes: Buffer): string {
  const isUtf16 = /^(fffe|feff)/.test(bytes.toString('hex', 0, 2)) || bytes.includes(0);
  try {
    if (!isUtf16) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Refused below, as every encoding but UTF-8.
  }
  throw new FileError({
    zh: `${path} 不是 UTF-8 编码${isUtf16 ? '，多半是 UTF-16' : ''}：请另存为 UTF-8`,
    en: `${path} is not UTF-8${isUtf16 ? ' but probably UTF-16' : ''}: save it as UTF-8`,
  });
}
