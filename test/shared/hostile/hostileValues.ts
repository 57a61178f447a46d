import fc from 'fast-check';

/** Names that every object has without being given them, and those that JavaScript calls by itself. */
export const INHERITED = [
  'constructor',
  '__proto__',
  'toString',
  'valueOf',
  'toJSON',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  'then',
  'length',
];

/** An object with one own key, `__proto__` included, as JSON.parse makes it. */
export const withKey = (name: string, value: unknown): unknown =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`);

export function nested(levels: number, open = '[', close = ']', core = ''): unknown {
  return JSON.parse(open.repeat(levels) + core + close.repeat(levels));
}

/** Small values that JSON can carry and no page documents. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, -0, -1, 0.5, 1e21, 1e300, 2 ** 53, JSON.parse('1e400'), '', '0', '1e21', '\ud800', '\u0000', '💰'],
    ...[[], {}, [[]], [null], { '': '' }, '[{', '[]', '{}', 'null', '"x"', '[null]', '1e400'],
    '{"toString":1}',
    '[{"type":"constructor","account":{"toString":1},"amount":{"valueOf":1}}]',
    '{"__proto__":{"type":"MERCHANT_ID"}}',
    '['.repeat(5_000) + ']'.repeat(5_000),
  ),
  fc.constantFrom<unknown>(...INHERITED),
  fc.constantFrom(...INHERITED).map((name) => withKey(name, 1)),
  fc.constantFrom(...INHERITED).map((name) => withKey(name, { toString: 1, valueOf: null })),
  fc.tuple(fc.constantFrom(...INHERITED), fc.constantFrom(...INHERITED)).map(([name, inner]) => withKey(name, inner)),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer({ min: 20, max: 3_000 }).map((levels) => nested(levels)),
  fc.integer({ min: 20, max: 3_000 }).map((levels) => nested(levels, '{"a":', '}', '1')),
);

/** What is too much, one by one, because each takes a while to make. */
export const excessive: readonly (readonly [string, () => unknown])[] = [
  ['300,000 keys', () => Object.fromEntries(Array.from({ length: 300_000 }, (_, n) => [`key${n}`, n]))],
  ['300,000 receivers', () => Array.from({ length: 300_000 }, () => ({}))],
  ['300,000 strings of receivers', () => JSON.stringify(Array.from({ length: 300_000 }, () => ({})))],
  ['a list nested 200,000 deep', () => nested(200_000)],
  ['an object nested 200,000 deep', () => nested(200_000, '{"a":', '}', '1')],
  ['JSON text nested 1,000,000 deep', () => '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
  ['five million characters', () => 'x'.repeat(5_000_000)],
  ['five million characters as a name', () => ({ ['x'.repeat(5_000_000)]: 1 })],
  ['two million lone surrogates', () => '\ud800'.repeat(2_000_000)],
];
