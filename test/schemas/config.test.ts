import { readSchemas } from '../../scripts/generate/readSchemas';
import { type Variable, variables } from '../../shared/generated/config';

const { config } = readSchemas(process.cwd());
const rows: readonly Variable[] = variables;
const named = (name: string) => rows.find((row) => row.name === name);

test('every variable is explained in both languages and generated', () => {
  expect(rows.map(({ name }) => name)).toEqual(config.variables.map(({ name }) => name));
  for (const { zh, en } of config.variables) {
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[A-Z]/);
  }
});

test('with nothing configured, money moves over the private link and for no client', () => {
  expect(named('PROFIT_SHARING_LINK')?.default).toBe('cloudpay');
  expect(named('PROFIT_SHARING_CLIENT_ACCESS')?.default).toBe('none');
  expect(named('PROFIT_SHARING_ALLOWED_OPENIDS')?.default).toBeUndefined();
});

test('waits ten seconds unless told otherwise, never less than half a second or more than a minute', () => {
  expect(named('PROFIT_SHARING_TIMEOUT_MS')).toMatchObject({
    type: 'integer',
    default: '10000',
    minimum: 500,
    maximum: 60000,
  });
});

test('every default and every example is a value the variable takes', () => {
  for (const { name, default: preset, example, enum: values, pattern, minimum, maximum } of config.variables) {
    for (const value of [preset ?? example, example]) {
      const fits =
        (values?.includes(value) ?? true) &&
        new RegExp(pattern ?? '').test(value) &&
        !(Number(value) < (minimum ?? -Infinity) || Number(value) > (maximum ?? Infinity));
      expect([name, value, fits]).toEqual([name, value, true]);
    }
  }
});

describe('a link that holds its own keys', () => {
  const needed = (link: string) => rows.filter(({ requiredOn }) => requiredOn?.includes(link)).map(({ name }) => name);

  test('asks for what it cannot work without, and the private links for nothing', () => {
    const signing = ['WECHATPAY_MCH_ID', 'WECHATPAY_MCH_SERIAL', 'WECHATPAY_MCH_PRIVATE_KEY'];
    expect(needed('cloudpay')).toEqual([]);
    expect(needed('cloudrun')).toEqual([]);
    expect(needed('apiv2')).toEqual(['WECHATPAY_MCH_ID', 'WECHATPAY_APPID', 'WECHATPAY_API_V2_KEY']);
    expect(needed('apiv3')).toEqual(signing);
    expect(needed('ecommerce')).toEqual(signing);
    expect(needed('brand')).toEqual(['WECHATPAY_MCH_ID', 'WECHATPAY_BRAND_MCH_ID', ...signing.slice(1)]);
  });

  test('reads every variable it requires', () => {
    for (const { links, requiredOn } of rows) expect(links).toEqual(expect.arrayContaining([...(requiredOn ?? [])]));
  });

  test('keeps four secrets: the ledger’s key, both keys of the interfaces and the private key', () => {
    expect(rows.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'PROFIT_SHARING_LEDGER_KEY',
      'WECHATPAY_API_V2_KEY',
      'WECHATPAY_API_V3_KEY',
      'WECHATPAY_MCH_PRIVATE_KEY',
    ]);
  });

  test('may take every PEM from a file instead, for variables hold 4 KB at most', () => {
    expect(rows.filter(({ type }) => type === 'pem').map(({ name, file }) => [name, file])).toEqual([
      ['WECHATPAY_MCH_PRIVATE_KEY', 'apiclient_key.pem'],
      ['WECHATPAY_MCH_CERT', 'apiclient_cert.pem'],
      ['WECHATPAY_PUBLIC_KEY', 'wechatpay_public_key.pem'],
    ]);
  });

  test.each(['WECHATPAY_API_V2_KEY', 'WECHATPAY_API_V3_KEY'])('%s has 32 characters of one byte each', (name) => {
    const pattern = new RegExp(named(name)?.pattern ?? '');
    expect('a'.repeat(32)).toMatch(pattern);
    for (const wrong of ['a'.repeat(31), 'a'.repeat(33), '密'.repeat(32), `${'a'.repeat(31)} `]) {
      expect(wrong).not.toMatch(pattern);
    }
  });
});

test('a list of openids is one per comma, and holds nothing that is no openid', () => {
  const pattern = new RegExp(named('PROFIT_SHARING_ALLOWED_OPENIDS')?.pattern ?? '');
  for (const list of ['oA', 'oA,oB', 'oA, oB_-']) expect(list).toMatch(pattern);
  for (const list of ['', ',', 'oA,', 'oA oB', '*']) expect(list).not.toMatch(pattern);
});
