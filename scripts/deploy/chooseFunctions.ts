import { closest } from 'fastest-levenshtein';
import { CloudFailure } from '../collections/cloudFailure';
import type { FunctionSettings } from './functionSettings';

/** Functions to deploy, and why the others are not. */
export interface Choice {
  readonly chosen: readonly FunctionSettings[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
}

/** What is named on the command line is deployed; otherwise whatever has something to do on the link. */
export function chooseFunctions(
  all: readonly FunctionSettings[],
  only: readonly string[] | undefined,
  link: string,
  ledger: string,
): Choice {
  if (only) return { chosen: namedAmong(all, only), leftOut: [] };
  const why = ({ kind, links }: FunctionSettings) => {
    if (kind !== 'example' && !links.includes(link)) return `not on ${link}; name it with --only to have it anyway`;
    const needsLedger = kind === 'notify' || kind === 'reconcile';
    return needsLedger && ledger === 'off' ? 'it has nothing to do with PROFIT_SHARING_LEDGER=off' : undefined;
  };
  return {
    chosen: all.filter((settings) => why(settings) === undefined),
    leftOut: all.flatMap((settings) => {
      const reason = why(settings);
      return reason ? [{ name: settings.name, why: reason }] : [];
    }),
  };
}

/** @throws {CloudFailure} UNKNOWN_FUNCTION */
export function namedAmong(all: readonly FunctionSettings[], only: readonly string[]): FunctionSettings[] {
  const names = all.map(({ name }) => name);
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const meant = unknown.map((name) => `${name} (did you mean ${closest(name, names)}?)`);
    throw new CloudFailure('UNKNOWN_FUNCTION', `there is no function ${meant.join(', ')}`);
  }
  return all.filter(({ name }) => only.includes(name));
}
