import type { Identity } from './outcome';
import type { RatedCall, RefusalName } from './refusals';
import type { State } from './state';

interface Limit {
  readonly per: 'caller' | 'payer';
  readonly perSecond: number;
}

/** Documented limits (rule 21). A call without a row has a 429 in its error table at most, but no figure: `undocumentedRate`. */
const limits: { readonly [family: string]: Partial<Record<RatedCall, readonly Limit[]>> } = {
  v2: {
    share: [
      { per: 'caller', perSecond: 300 },
      { per: 'payer', perSecond: 30 },
    ],
    finish: [{ per: 'payer', perSecond: 60 }],
    queryShare: [{ per: 'caller', perSecond: 80 }],
    returnShare: [{ per: 'caller', perSecond: 30 }],
    queryReturn: [{ per: 'caller', perSecond: 30 }],
    unsplitAmount: [{ per: 'caller', perSecond: 30 }],
    maxRatio: [{ per: 'caller', perSecond: 30 }],
  },
  v3: {
    share: [{ per: 'caller', perSecond: 300 }],
    queryShare: [{ per: 'caller', perSecond: 500 }],
    returnShare: [{ per: 'caller', perSecond: 100 }],
  },
  ecommerce: {
    share: [
      { per: 'caller', perSecond: 2000 },
      { per: 'payer', perSecond: 300 },
    ],
  },
  brand: {},
};

/** By whose clock the calls of a second are counted, epoch ms; undefined where there are no limits. */
function countingTime({ now, callersTime, switches }: State): number | undefined {
  if (switches.rates === 'off') return undefined;
  return switches.rates === 'bankTime' ? now : callersTime;
}

/**
 * Counts one call in the last second.
 * @returns false when a limit is used up; the call is then not counted, as it was not accepted (rule 36).
 */
export function withinRate(state: State, call: RatedCall, identity: Identity): boolean {
  const time = countingTime(state);
  if (time === undefined) return true;
  const family = identity.family === 'ordinary' ? (identity.wire ?? 'v2') : identity.family;
  const { undocumentedRate } = state.switches;
  const unsaid: readonly Limit[] = undocumentedRate > 0 ? [{ per: 'caller', perSecond: undocumentedRate }] : [];
  const buckets = (limits[family]?.[call] ?? unsaid).map(({ per, perSecond }) => {
    const party = per === 'caller' ? identity.mchId : (identity.subMchId ?? identity.mchId);
    const key = `${call}/${per}/${party}`;
    const recent = (state.rates.get(key) ?? []).filter((at) => at > time - 1000);
    return { key, perSecond, recent };
  });
  if (buckets.some(({ recent, perSecond }) => recent.length >= perSecond)) return false;
  for (const { key, recent } of buckets) state.rates.set(key, [...recent, time]);
  return true;
}

/** Calls whose pages print RATELIMIT_EXCEED alone. */
const older: ReadonlySet<RatedCall> = new Set(['maxRatio', 'bill']);

/** The 429 of an operation, in the words of its page. */
export function overRate({ switches: { rateCode } }: State, call: RatedCall): RefusalName {
  const isOlder = rateCode === 'documented' ? older.has(call) : rateCode === 'RATELIMIT_EXCEED';
  return isOlder ? `${call}TooOftenOlder` : `${call}TooOften`;
}
