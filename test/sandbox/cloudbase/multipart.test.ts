import fc from 'fast-check';
import { parseMultipart } from '../../../sandbox/cloudbase/multipart';

const boundary = '--------------------------123456789012345678901234';
const contentType = `multipart/form-data; boundary=${boundary}`;

function part(name: string, content: Buffer, type?: string): Buffer {
  const kind = type ? `\r\nContent-Type: ${type}` : '';
  return Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${kind}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
}

const form = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);

describe('a multipart form', () => {
  it('keeps every byte of an octet-stream part', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (first, second) => {
        const body = form(
          part('a', Buffer.from(first), 'application/octet-stream'),
          part('b', Buffer.from(second), 'application/octet-stream'),
        );
        expect(parseMultipart(body, contentType)).toEqual({ a: Buffer.from(first), b: Buffer.from(second) });
      }),
    );
  });

  it('keeps line breaks, half boundaries and other scripts in text', () => {
    for (const text of ['', '\r\n', '\r\n\r\n', `\r\n--${boundary.slice(0, -1)}`, '分账\n', '--']) {
      expect(parseMultipart(form(part('t', Buffer.from(text))), contentType)).toEqual({ t: text });
    }
  });

  it('is refused whole when it is cut short or has no name or boundary', () => {
    const body = form(part('a', Buffer.from('12345')), part('b', Buffer.from('67890')));
    for (let length = 0; length < body.length - 4; length += 1) {
      expect(parseMultipart(body.subarray(0, length), contentType)).toBeUndefined();
    }
    expect(parseMultipart(body, 'multipart/form-data')).toBeUndefined();
    expect(parseMultipart(body, 'multipart/form-data; boundary=other')).toBeUndefined();
    expect(parseMultipart(Buffer.from(`--${boundary}\r\n\r\nx\r\n--${boundary}--`), contentType)).toBeUndefined();
  });
});
