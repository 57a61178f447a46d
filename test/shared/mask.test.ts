import fc from 'fast-check';
import { mask } from '../../shared/mask';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
const openid = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 27, maxLength: 27 })
  .map((characters) => `o${characters.join('')}`);

describe('no openid stands in a log line', () => {
  /** How text that an SDK or a gateway writes may go on around it. */
  const around = [
    ['', ''],
    ['openid=', '&x=1'],
    ['{"openid":"', '"}'],
    ['{\\"openid\\":\\"', '\\"}'],
    ['%22', '%22'],
    ['%3D', '%26'],
    ['openid_', ' is unknown'],
    ['openid-', '-'],
    ['_', '_'],
    ['（', '）'],
    ['用户', '不存在'],
    ['/users/', '/orders'],
    ['a,', ',b'],
    ['\n', '\n'],
    ['\\n', '\\n'],
    ['\\u0022', '\\u0022'],
    ['1', ''],
    ['user', ''],
  ] as const;

  it.each(around)('between %j and %j', (before, after) => {
    fc.assert(
      fc.property(openid, (id) => {
        expect(mask(`${before}${id}${after}`)).not.toContain(id);
      }),
    );
  });

  it.each([
    'oUpF8uMuAJO_M2pxb1Q9zNjWeS6-',
    'oUpF8uMuAJO_M2pxb1Q9zNjWeS6_',
    'o--------------------------_',
    `o${'_'.repeat(27)}`,
  ])('not even %s', (id) => {
    for (const [before, after] of around) expect(mask(`${before}${id}${after}`)).not.toContain(id);
  });

  it('two in a row are both gone', () => {
    fc.assert(
      fc.property(openid, openid, fc.constantFrom(',', '","', '-', '_', ''), (one, other, between) => {
        const text = mask(`x=${one}${between}${other}`);
        expect(text).not.toContain(one);
        expect(text).not.toContain(other);
      }),
    );
  });
});

it('what support needs stays readable', () => {
  for (const text of [
    'NOT_ENOUGH: 分账金额超出剩余待分金额',
    'at walk (/var/user/index.js:12:34)',
    'P20150806125346 4208450740201411110007820472',
    'ESOCKETTIMEDOUT request timeout',
    'out_order_no receivers[0].amount',
  ]) {
    expect(mask(text)).toBe(text);
  }
});

it.each([
  ['a private key', '-----BEGIN PRIVATE KEY-----\nabc\ndef\n-----END PRIVATE KEY-----'],
  ['a private key in one line', '-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY-----'],
  ['a private key that was cut off', '-----BEGIN RSA PRIVATE KEY-----\nabcdef'],
  ['a key in base64', 'dGhpcyBpcyBhIHNlY3JldCBvZiA0MCBieXRlcyBvciBtb3Jl+/=='],
  ['a key in base64, percent-encoded', 'dGhpcyBpcyBhIHNlY3Jl%2BdCBvZiA0MCBieXRlc%2FyBvciBtb3Jl%3D%3D'],
  ['a 32-character key', 'abcdefghijklmnopqrstuvwxyz012345'],
])('%s is blanked', (_what, secret) => {
  const masked = mask(`key: ${secret} end`);
  for (const part of secret.split(/\\n|\n|%2B|%2F/).filter((piece) => piece.length > 5 && !piece.startsWith('-----'))) {
    expect(masked).not.toContain(part);
  }
});

it('takes time in proportion to the text', () => {
  for (const text of [
    'o'.repeat(1_000_000),
    '-----BEGIN '.repeat(100_000),
    `${'o-'.repeat(500_000)}`,
    '%'.repeat(1_000_000),
  ]) {
    const started = performance.now();
    mask(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  }
});
