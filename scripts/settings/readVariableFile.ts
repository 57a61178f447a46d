import { parse } from 'dotenv';
import { FileError, readTextFile } from './readTextFile';

/**
 * Reads a file of `NAME=value` lines.
 * @throws {FileError} for what is no file, is not UTF-8, or has text and no variable in it
 */
export function readVariableFile(path: string): Readonly<Record<string, string>> {
  const text = readTextFile(path);
  const values = parse(text);
  const hasText = text.split('\n').some((line) => !/^\s*(#.*)?$/.test(line));
  if (hasText && Object.keys(values).length === 0) {
    throw new FileError({
      zh: `${path} 里没有一行“变量名=值”`,
      en: `${path} has no line NAME=value`,
    });
  }
  return values;
}
