import type { Text } from '../../shared/locale';

/** What is looked at; the order of a report. */
export type CheckName =
  | 'configuration'
  | 'callers'
  | 'ledger'
  | 'merchant-key'
  | 'merchant-certificate'
  | 'wechatpay-key'
  | 'api-v3-key'
  | 'signature'
  | 'notify-url'
  | 'reachability'
  | 'clock'
  | 'client-certificate'
  | 'permission'
  | 'ratio'
  | 'receivers'
  | 'deployment';

/** How bad it is. Only a problem stops money; `unchecked` could not be looked at from here, and its fix says how to. */
export type Level = 'ok' | 'warning' | 'problem' | 'unchecked';

/** One thing that was looked at. Whatever is not fine says in one sentence what to do about it. */
export type Finding =
  | { readonly check: CheckName; readonly level: 'ok'; readonly says: Text }
  | { readonly check: CheckName; readonly level: Exclude<Level, 'ok'>; readonly says: Text; readonly fix: Text };

export function fine(check: CheckName, says: Text): Finding {
  return { check, level: 'ok', says };
}

export function warning(check: CheckName, says: Text, fix: Text): Finding {
  return { check, level: 'warning', says, fix };
}

export function problem(check: CheckName, says: Text, fix: Text): Finding {
  return { check, level: 'problem', says, fix };
}

export function unchecked(check: CheckName, says: Text, fix: Text): Finding {
  return { check, level: 'unchecked', says, fix };
}

export function isProblem({ level }: Finding): boolean {
  return level === 'problem';
}
