import type { RequestFields } from '../contract';
import type { Violation } from '../violations';
import type { AccountKey } from './accountKeys';
import { linkFamily } from './channel';
import { sameInEveryTry } from './intent';
import { comparable, isPersonal } from './personalValues';
import { isOpen, type LedgerRecord } from './record';

type Request = Pick<LedgerRecord, 'operation' | 'link' | 'family' | 'payload'>;

/**
 * What differs between a request and the recorded one: one violation that decides, or one for each field.
 * @param intent what a new record of the request would be
 * @param keys of PROFIT_SHARING_LEDGER_KEY: the record may have been written with any of them, or with none
 */
export function differencesBetween(
  found: Request & Pick<LedgerRecord, 'state'>,
  intent: Request,
  request: RequestFields,
  keys: readonly AccountKey[],
): Violation[] {
  if (found.operation !== intent.operation) {
    const field = found.family === 'share' ? 'out_order_no' : 'out_return_no';
    return [{ field, rule: 'numberTaken', params: { owner: found.operation } }];
  }
  const { PROFIT_SHARING_LINK } = intent.payload;
  const asked: LedgerRecord['payload'] = {
    ...sameInEveryTry(request),
    ...(PROFIT_SHARING_LINK && { PROFIT_SHARING_LINK }),
  };
  const [then, now] = comparable(found.payload, asked, keys);
  const inFields = isReordered(then.receivers, now.receivers)
    ? [
        { field: 'receivers', rule: 'otherOrder' },
        ...differencesIn({ ...then, receivers: 0 }, { ...now, receivers: 0 }),
      ]
    : differencesIn(then, now);
  return [...differencesOfLink(found, intent), ...inFields];
}

function differencesOfLink(found: Request & Pick<LedgerRecord, 'state'>, intent: Request): Violation[] {
  if (linkFamily(found.link) === linkFamily(intent.link)) return [];
  const rule = isOpen(found.state) ? 'openOverLink' : 'endedOverLink';
  return [{ field: 'PROFIT_SHARING_LINK', rule, params: { link: found.link } }];
}

/** The bytes would differ, and WeChat Pay compares those: the same receivers in another order are another request. */
function isReordered(then: unknown, now: unknown): boolean {
  if (!Array.isArray(then) || !Array.isArray(now) || then.length !== now.length) return false;
  const [before, after] = [then, now].map((list) => list.map(inOneSpelling));
  return before?.join() !== after?.join() && before?.sort().join() === after?.sort().join();
}

function inOneSpelling(value: unknown): string {
  return JSON.stringify([...flatten(value)].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function differencesIn(before: object, after: object): Violation[] {
  const [then, now] = [new Map(flatten(before)), new Map(flatten(after))];
  const fields = new Set([...then.keys(), ...now.keys()]);
  return [...fields].flatMap((field): Violation[] => {
    const [was, is] = [then.get(field), now.get(field)];
    if (was === is) return [];
    const personal = isPersonal(field.slice(field.lastIndexOf('.') + 1));
    return [{ field, rule: 'differs', params: personal ? {} : { before: was, after: is } }];
  });
}

/** Every value of a payload with its path, as violations name it: `receivers[0].amount`. */
function* flatten(value: unknown, path = ''): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return yield [path, value];
  for (const [name, item] of Object.entries(value)) {
    yield* flatten(item, Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name);
  }
}
