import { Redactor } from '../../../scripts/terminal/redactor';

const PEM = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASC+/KYwggSjAgEAAoIBAQC7
VJTUt9Us8cKjMzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDu
-----END PRIVATE KEY-----`;
const [, FIRST = '', SECOND = ''] = PEM.split('\n');

const KEY = 'a "quoted" key/with+signs & blanks';

function redacted(text: string, ...values: string[]): string {
  const { protect, redact } = new Redactor();
  protect(values);
  return redact(text);
}

it.each([
  ['as it is', KEY],
  ['in JSON', JSON.stringify({ Value: KEY })],
  ['in JSON inside JSON', JSON.stringify({ body: JSON.stringify({ Value: KEY }) })],
  ['in an address', `https://cloud.example/?v=${encodeURIComponent(KEY)}`],
  ['in an address with small letters', encodeURIComponent(KEY).replace(/%../g, (code) => code.toLowerCase())],
  ['in a form', new URLSearchParams({ v: KEY }).toString()],
])('hides a key that comes back %s', (_how, text) => {
  const shown = redacted(text, KEY);
  expect(shown).toContain('***');
  expect(shown).not.toMatch(/quoted|with|signs/);
});

it.each([
  ['with its line breaks', PEM],
  ['on one line', PEM.replace(/\s+/g, ' ')],
  ['without any blank', PEM.replace(/\s+/g, '')],
  ['with line breaks written out', PEM.replaceAll('\n', '\\n')],
  ['in JSON', JSON.stringify({ key: PEM })],
  ['line by line', `line 2: ${FIRST} is wrong, and so is ${SECOND}`],
  ['in an address', encodeURIComponent(SECOND) + encodeURIComponent(FIRST)],
])('hides a private key that comes back %s', (_how, text) => {
  const shown = redacted(text, PEM);
  expect(shown).not.toMatch(/MIIEvQIB|VJTUt9Us|7NXp98C3/);
});

it.each(['', '…', '...', '"'])('hides what is left of a key that was cut off before <%s>', (end) => {
  expect(redacted(`Value ${FIRST.slice(0, 10)}${end}`, PEM)).toBe(`Value ***${end}`);
});

it('hides the beginning of a key wherever it stands, and leaves a word alone that begins like one', () => {
  expect(redacted(`${FIRST.slice(0, 30)} (request 1)`, PEM)).toBe('*** (request 1)');
  expect(redacted('profitSharingQuery: unchanged', 'profitSharingEnded')).toBe('profitSharingQuery: unchanged');
});

it('hides the longer of two values that begin alike', () => {
  expect(redacted('1900000109-brand 1900000109', '1900000109', '1900000109-brand')).toBe('*** ***');
});

it('leaves words alone that are too short to be a secret', () => {
  expect(redacted('apiv3 on apiv3', 'apiv3')).toBe('apiv3 on apiv3');
});
