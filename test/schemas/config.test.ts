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

test('a list of openids is one per comma, and holds nothing that is no openid', () => {
  const pattern = new RegExp(named('PROFIT_SHARING_ALLOWED_OPENIDS')?.pattern ?? '');
  for (const list of ['oA', 'oA,oB', 'oA, oB_-']) expect(list).toMatch(pattern);
  for (const list of ['', ',', 'oA,', 'oA oB', '*']) expect(list).not.toMatch(pattern);
});
