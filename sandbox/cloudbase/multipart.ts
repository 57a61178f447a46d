/** A field is text, or bytes when its part says application/octet-stream. */
export type FormFields = Readonly<Record<string, string | Buffer>>;

const lineBreak = Buffer.from('\r\n');
const headEnd = Buffer.from('\r\n\r\n');

function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] =
    /^multipart\/form-data;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? plain;
}

function parsePart(part: Buffer): readonly [string, string | Buffer] | undefined {
  const at = part.indexOf(headEnd);
  if (at < 0) return undefined;
  const head = part.subarray(0, at).toString('utf8');
  const content = part.subarray(at + headEnd.length);
  const name = /^content-disposition:\s*form-data;.*?\bname="([^"]*)"/im.exec(head)?.[1];
  if (name === undefined) return undefined;
  const isBytes = /^content-type:\s*application\/octet-stream\s*$/im.test(head);
  return [name, isBytes ? content : content.toString('utf8')];
}

/**
 * Reads the multipart/form-data body that the SDKs send for `wx.wxPayApi`.
 *
 * Node's own `Response.formData()` is no use here: the SDKs send bytes without a file name, and it decodes such parts as
 * UTF-8 text, which changes them.
 *
 * @returns the fields, the last one of a name winning, or undefined when the body is malformed
 */
export function parseMultipart(body: Buffer, contentType: string): FormFields | undefined {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const text = Buffer.concat([lineBreak, body]);
  const fields = new Map<string, string | Buffer>();

  let at = text.indexOf(delimiter);
  while (at >= 0) {
    const start = at + delimiter.length;
    if (text.subarray(start, start + 2).toString('latin1') === '--') return Object.fromEntries(fields);
    const end = text.indexOf(delimiter, start);
    if (end < 0) return undefined;
    const field = parsePart(text.subarray(start + lineBreak.length, end));
    if (!field) return undefined;
    fields.set(...field);
    at = end;
  }
  return undefined;
}
