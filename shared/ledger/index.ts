import { LedgerUnavailableError, type Store } from './store';

export { accountKeysOf } from './accountKeys';
export { cloudbaseStore } from './cloudbaseStore';
export { Ledger } from './ledger';

export function unavailableStore(missing: string): Store {
  const down = async () => {
    throw new LedgerUnavailableError(missing);
  };
  return { insert: down, read: down, replace: down, due: down, dueIds: down, postpone: down, time: down };
}
