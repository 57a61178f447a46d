interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** Numbers differ between generations of the docs (0 was Monday, now is Sunday); names do not. */
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const fields: readonly Field[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: months },
  { name: 'weekday', least: 0, most: 6, names: weekdays },
  { name: 'year', least: 1970, most: 2099 },
];

function numberOf(text: string, { least, most, names = [] }: Field): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + least;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function isItem(item: string, field: Field): boolean {
  const [, range = '', step] = /^([^/]*)(?:\/(\d{1,4}))?$/.exec(item) ?? [];
  if (step !== undefined && Number(step) < 1) return false;
  if (range === '*') return true;
  const [from = '', to, ...rest] = range.split('-');
  const first = numberOf(from, field);
  if (first === undefined || rest.length > 0) return false;
  if (to === undefined) return true;
  const last = numberOf(to, field);
  return last !== undefined && last >= first;
}

/**
 * What is wrong with a cron expression of seven fields: second, minute, hour, day, month, weekday, year; `*`, lists,
 * ranges and steps (developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html).
 * @returns undefined when it is a good one
 */
export function wrongCron(text: string): string | undefined {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length) return `${parts.length} fields instead of 7`;
  const wrong = fields.find((field, index) => !(parts[index] ?? '').split(',').every((item) => isItem(item, field)));
  return wrong && `the ${wrong.name} must be ${wrong.least}-${wrong.most}, *, a list, a range or a step`;
}
