import type { UnknownFields } from '../contract';
import { beijingDay, DAY_MS, startOf } from '../reconcile/beijingDay';
import type { Violation } from '../violations';
import { type Cursor, readCursor } from './cursor';
import { GROUPINGS, type Grouping } from './totals';

const VIEWS = ['issues', 'totals', 'freezes', 'breaks', 'receivers', 'order'] as const;
export type View = (typeof VIEWS)[number];

/** A report as it was asked for. */
export interface Asked {
  readonly view: View;
  /** Epoch ms, the first included and the last not. */
  readonly from: number;
  readonly to: number;
  readonly by: Grouping;
  readonly cursor: Cursor | undefined;
  /** Most entries of one reply. */
  readonly limit: number;
  /** A transaction_id, an out_order_no or an out_return_no; view `order`. */
  readonly number: string;
  readonly merchant: string;
}

const MOST = 200;
const FIELDS = ['view', 'from', 'to', 'by', 'cursor', 'limit', 'number', 'sub_mch_id'];

/** Days a report covers where its beginning is not given. */
const DAYS = 30;

/** Reads the event. What every caller may leave out has a default. */
export function readAsked(event: unknown, now: number, merchant: string): Asked | Violation[] {
  const given: UnknownFields = typeof event === 'object' && event !== null ? { ...event } : {};
  for (const injected of ['userInfo', 'tcbContext']) delete given[injected];
  const violations: Violation[] = [];
  const wrong = (field: string, rule: string, params: UnknownFields = {}) => {
    violations.push({ field, rule, params });
  };
  for (const name of Object.keys(given)) if (!FIELDS.includes(name)) wrong(name, 'unknown', { name, known: FIELDS });
  const oneOf = <Word extends string>(field: string, words: readonly Word[], otherwise: Word): Word => {
    const word = given[field] ?? otherwise;
    if (words.includes(word as Word)) return word as Word;
    wrong(field, 'enum', { allowedValues: words });
    return otherwise;
  };
  const dayOf = (field: string, otherwise: string): string => {
    const day = given[field] ?? otherwise;
    if (typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(startOf(day))) return day;
    wrong(field, 'pattern', { pattern: 'yyyy-MM-dd' });
    return otherwise;
  };
  const textOf = (field: string, otherwise: string): string => {
    const text = given[field] ?? otherwise;
    if (typeof text === 'string' && text.length <= 200) return text;
    wrong(field, 'type', { type: 'string' });
    return otherwise;
  };
  const view = oneOf('view', VIEWS, 'issues');
  const to = startOf(dayOf('to', beijingDay(now))) + DAY_MS;
  const from = startOf(dayOf('from', beijingDay(to - DAYS * DAY_MS)));
  const limit = given.limit ?? MOST;
  if (!(Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= MOST))
    wrong('limit', 'wholeNumber', { least: 1, most: MOST });
  const written = textOf('cursor', '');
  const cursor = written === '' ? undefined : readCursor(written);
  if (written !== '' && !cursor) wrong('cursor', 'pattern', { pattern: 'next_cursor' });
  const number = textOf('number', '');
  if (view === 'order' && number === '') wrong('number', 'required');
  const by = oneOf('by', GROUPINGS, 'receiver');
  const whose = textOf('sub_mch_id', merchant);
  if (violations.length > 0) return violations;
  return { view, from, to, by, cursor, limit: Number(limit), number, merchant: whose };
}
