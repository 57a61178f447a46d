import { closest } from 'fastest-levenshtein';
import type { Text } from '../../shared/locale';
import { CloudFailure } from '../collections/cloudFailure';
import type { FunctionSettings } from './functionSettings';

/** Functions to deploy, and why the others are not. */
export interface Choice {
  readonly chosen: readonly FunctionSettings[];
  readonly leftOut: readonly { readonly name: string; readonly why: Text }[];
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
    if (kind !== 'example' && !links.includes(link))
      return {
        zh: `${link} 上没有它；确要部署请用 --only 指名`,
        en: `not on ${link}; name it with --only to have it anyway`,
      };
    const needsLedger = kind === 'notify' || kind === 'reconcile' || kind === 'report';
    return needsLedger && ledger === 'off'
      ? { zh: 'PROFIT_SHARING_LEDGER=off 时它无事可做', en: 'it has nothing to do with PROFIT_SHARING_LEDGER=off' }
      : undefined;
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
    const meant = (between: (name: string, near: string) => string) =>
      unknown.map((name) => between(name, closest(name, names))).join(', ');
    throw new CloudFailure('UNKNOWN_FUNCTION', {
      zh: `没有函数 ${meant((name, near) => `${name}（是否想写 ${near}？）`)}`,
      en: `there is no function ${meant((name, near) => `${name} (did you mean ${near}?)`)}`,
    });
  }
  return all.filter(({ name }) => only.includes(name));
}
