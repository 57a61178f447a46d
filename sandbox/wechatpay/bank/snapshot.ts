import { isRecord } from '../../isRecord';
import { indexAll } from './indexState';
import { emptyState, type State } from './state';
import { defaultSwitches } from './switches';

const maps = [
  'merchants',
  'people',
  'relations',
  'orders',
  'shares',
  'shareNumbers',
  'returns',
  'returnNumbers',
  'afterSales',
  'rates',
] as const;

/** The bank's state as JSON text: an exact copy, maps as lists of entries. */
export function exportState({ indexes: _, callersTime: __, ...state }: State): string {
  return JSON.stringify(state, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}

/**
 * The way back.
 * @throws TypeError when the text is not an exported state
 */
export function importState(text: string): State {
  const raw: unknown = JSON.parse(text);
  if (!isRecord(raw) || typeof raw.now !== 'number' || typeof raw.serial !== 'number' || !isRecord(raw.switches)) {
    throw new TypeError('not an exported bank state');
  }
  const state = emptyState(raw.now, { ...defaultSwitches, ...raw.switches });
  state.serial = raw.serial;
  for (const name of maps) {
    const entries = raw[name];
    if (!Array.isArray(entries)) throw new TypeError(`${name} is not a list of entries`);
    const target: Map<string, unknown> = state[name];
    for (const [key, value] of entries) target.set(key, value);
  }
  indexAll(state);
  return state;
}
