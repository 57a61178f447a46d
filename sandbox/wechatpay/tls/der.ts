/** The few ASN.1 values an X.509 certificate is made of, DER-encoded (X.690). */
export function sequence(...parts: readonly Buffer[]): Buffer {
  return value(0x30, ...parts);
}

export function set(...parts: readonly Buffer[]): Buffer {
  return value(0x31, ...parts);
}

/** @param bytes big-endian, the first bit not set */
export function integer(bytes: Buffer): Buffer {
  return value(0x02, bytes);
}

export function yes(): Buffer {
  return value(0x01, Buffer.of(0xff));
}

/** @param unused bits at the end of the last byte that mean nothing */
export function bits(bytes: Buffer, unused = 0): Buffer {
  return value(0x03, Buffer.of(unused), bytes);
}

export function octets(bytes: Buffer): Buffer {
  return value(0x04, bytes);
}

export function text(string: string): Buffer {
  return value(0x0c, Buffer.from(string));
}

/** UTCTime: whole seconds, years 1950 to 2049. */
export function time(epochMs: number): Buffer {
  const digits = new Date(epochMs).toISOString().replace(/\D/g, '');
  return value(0x17, Buffer.from(`${digits.slice(2, 14)}Z`));
}

/** @param dotted e.g. `2.5.4.3` */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return value(0x06, Buffer.of(first * 40 + second, ...bytes));
}

/** `[number]` around other values, or instead of their own tag when `primitive`. */
export function tagged(number: number, content: Buffer, primitive = false): Buffer {
  return value((primitive ? 0x80 : 0xa0) | number, content);
}

function value(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}
