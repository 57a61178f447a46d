import { readOptions } from '../../scripts/sandbox/readOptions';
import { USAGE } from '../../scripts/sandbox/usage';

const read = (...args: string[]) => readOptions(args, 'dist/cloudfunctions');

test('without options the sandbox stays on this machine, and its clock runs from now', () => {
  expect(read()).toMatchObject({
    port: 9527,
    host: '127.0.0.1',
    allowedHosts: [],
    clock: { ticking: Date.now, speed: 1 },
  });
  expect(read().clock).not.toHaveProperty('startAt');
});

test('the clock stands still, runs faster, or starts at another moment', () => {
  expect(read('--no-ticking').clock).toEqual({});
  expect(read('--speed', '60').clock).toMatchObject({ speed: 60 });
  expect(read('--now', '2026-03-02T10:00:00+08:00').clock).toMatchObject({ startAt: Date.UTC(2026, 2, 2, 2) });
});

test.each([
  [['--speed', '0'], '--speed'],
  [['--speed', 'fast'], '--speed'],
  [['--no-ticking', '--speed', '2'], '--speed'],
  [['--now', 'yesterday'], '--now'],
  [['--port', '70000'], '--port'],
  [['--portt', '1'], '--portt'],
])('%j makes no sense, and is named', (args, option) => {
  expect(() => read(...args)).toThrow(option);
});

test.each(['zh', 'en'] as const)('the help in %s names every option', (locale) => {
  const options = ['port', 'secure-port', 'functions', 'quiet', 'no-ticking', 'speed', 'now', 'data-dir'];
  for (const name of [...options, 'export-credentials', 'host', 'allow-host'])
    expect(USAGE[locale]).toContain(`--${name} `);
});
