import { WHOLE } from './exact';

const DECIMAL = /^(0|[1-9]\d{0,2})(?:\.(\d{1,8}))?$/;
const PERCENT = /^(0|[1-9]\d{0,2})(?:\.(\d{1,6}))?%$/;

/** A ratio written as `0.125` or `12.5%`, in hundred-millionths and never above 1; undefined for anything else. */
export function parseRatio(text: string): number | undefined {
  const units = inUnits(DECIMAL.exec(text), 8) ?? inUnits(PERCENT.exec(text), 6);
  return units !== undefined && units <= WHOLE ? units : undefined;
}

function inUnits(match: RegExpExecArray | null, places: number): number | undefined {
  if (!match) return undefined;
  const [, whole = '', decimals = ''] = match;
  return Number(whole + decimals.padEnd(places, '0'));
}
