import type { Locale } from '../../shared/locale';
import type { ViolationMessage } from '../../shared/violations';
import { MOST_FEN } from './exact';
import { type Rule, WORDS } from './words';

export type Fields = Readonly<Record<string, unknown>>;

interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/** Enough to mend any real plan; as many as the functions list. */
const MOST_LISTED = 50;

/**
 * Reads input that may be anything: only own properties, each once, and every fault becomes a violation. What cannot be
 * read comes back as a harmless value, so look at `violations` before using any.
 */
export class Reader {
  readonly violations: ViolationMessage[] = [];

  constructor(readonly locale: Locale) {}

  refuse(field: string, rule: Rule, ...params: (number | string)[]): void {
    if (this.violations.length >= MOST_LISTED) return;
    const words = (WORDS[rule] as (...params: (number | string)[]) => { zh: string; en: string })(...params);
    this.violations.push({ field, rule, message: this.locale === 'en' ? words.en : words.zh });
  }

  /** Runs what reads; a getter or a proxy that throws is a violation too. */
  guarded<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch {
      this.refuse('', 'unreadable');
      return undefined;
    }
  }

  /** The known own fields of an object. Others are violations, unless `isOpen`. */
  object(value: unknown, field: string, names: readonly string[], isOpen = false): Fields {
    const fields: Record<string, unknown> = Object.create(null);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(field, value === undefined ? 'required' : 'type', 'object');
      return fields;
    }
    for (const name of Object.keys(value)) {
      if (names.includes(name)) fields[name] = (value as Fields)[name];
      else if (!isOpen) this.refuse(`${field}.${name.slice(0, 64)}`, 'unknown');
    }
    return fields;
  }

  /** At most `most` items; none of a longer list. */
  list(value: unknown, field: string, most: number): readonly unknown[] {
    if (!Array.isArray(value)) this.refuse(field, value === undefined ? 'required' : 'type', 'array');
    else if (value.length > most) this.refuse(field, 'maxItems', most);
    else return Array.from(value);
    return [];
  }

  /** A whole number, 0 to {@link MOST_FEN} unless bounded otherwise; `fallback` for one that is absent. */
  whole(value: unknown, field: string, { least = 0, most = MOST_FEN }: Bounds = {}, fallback?: number): number {
    if (value === undefined && fallback !== undefined) return fallback;
    if (typeof value !== 'number') this.refuse(field, value === undefined ? 'required' : 'type', 'integer');
    else if (!Number.isInteger(value)) this.refuse(field, 'integer');
    else if (value < least) this.refuse(field, 'minimum', least);
    else if (value > most) this.refuse(field, 'maximum', most);
    // -0 is 0.
    else return value + 0;
    return least;
  }

  /** Text of 1 to `most` characters, counted as the functions count: an emoji is one. */
  text(value: unknown, field: string, most: number, pattern?: RegExp): string {
    if (typeof value !== 'string') this.refuse(field, value === undefined ? 'required' : 'type', 'string');
    else if (value === '' || value.length > most * 2 || [...value].length > most) this.refuse(field, 'length', most);
    else if (pattern && !pattern.test(value)) this.refuse(field, 'pattern', pattern.source);
    else return value;
    return '';
  }

  optionalText(value: unknown, field: string, most: number): string | undefined {
    return value === undefined ? undefined : this.text(value, field, most);
  }

  /** One of `values`, the first when absent. */
  oneOf<T extends string>(value: unknown, field: string, values: readonly [T, ...T[]]): T {
    if (value === undefined) return values[0];
    const found = values.find((known) => known === value);
    if (found === undefined) this.refuse(field, 'enum', values.join(', '));
    return found ?? values[0];
  }

  flag(value: unknown, field: string): boolean {
    if (value !== undefined && typeof value !== 'boolean') this.refuse(field, 'type', 'boolean');
    return value === true;
  }
}
