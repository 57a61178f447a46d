import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { toBeijingTime } from '../../../../shared/links/v3/beijingTime';

test.each([
  ['2018-06-08T10:34:56+08:00', '20180608103456'],
  ['2018-06-08T10:34:56.120+08:00', '20180608103456'],
  ['2015-05-20T13:29:35:120+08:00', '20150520132935'],
  ['2018-06-08T02:34:56Z', '20180608103456'],
  ['2018-12-31T23:30:00+07:00', '20190101003000'],
  ['', ''],
  ['20180608103456', '20180608103456'],
  ['2018-13-41T10:34:56+08:00', '2018-13-41T10:34:56+08:00'],
])('reads %s as %s in Beijing', (given, expected) => {
  expect(toBeijingTime(given)).toBe(expected);
});

test('says one moment one way, whichever offset it was written with', () => {
  const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const offset = fc.integer({ min: -12 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(moment, offset, (date, minutes) => {
      const beijing = new Date(date.getTime() + 8 * 3_600_000).toISOString();
      expect(toBeijingTime(written(date, minutes))).toBe(beijing.replace(/\D/g, '').slice(0, 14));
    }),
  );
});

test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Chatham'])('does not care that TZ=%s', (TZ) => {
  const file = join(__dirname, '../../../../shared/links/v3/beijingTime.ts');
  const script = `const { toBeijingTime } = require(${JSON.stringify(file)});
    console.log(toBeijingTime('2026-03-08T02:30:00+08:00'), toBeijingTime('2026-11-01T05:30:00Z'))`;
  const said = execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], { env: { ...process.env, TZ } });
  expect(said.toString().trim()).toBe('20260308023000 20261101133000');
});

function written(date: Date, minutes: number): string {
  const clock = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${clock}${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}
