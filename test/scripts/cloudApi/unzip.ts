import { crc32, inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_FILE = 0x04034b50;

/** The files of an archive by path, read by its directory as every unpacker does. @throws where anything does not fit */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  expectSign(archive, end, END);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    expectSign(archive, at, DIRECTORY_ENTRY);
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    expectSign(archive, local, LOCAL_FILE);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = inflateRawSync(archive.subarray(from, from + archive.readUInt32LE(at + 20)));
    if (crc32(content) !== archive.readUInt32LE(at + 16)) throw new Error(`${path} is damaged`);
    if (content.length !== archive.readUInt32LE(at + 24)) throw new Error(`${path} has another size`);
    files.set(path, content);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  if (at !== end) throw new Error('the directory does not end where it should');
  return files;
}

function expectSign(archive: Buffer, at: number, sign: number): void {
  if (archive.readUInt32LE(at) !== sign) throw new Error(`no ${sign.toString(16)} at ${at}`);
}
