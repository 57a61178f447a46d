import { BadInput, readInput } from '../../control/readInput';
import { type DatabaseFault, databaseActionNames } from '../database/faults';

const spec = {
  kind: ['conflict', 'busy', 'outage', 'slow', 'hang', 'drip', 'error', 'unmatched', 'unseen'],
  action: databaseActionNames,
  times: 'integer',
  effect: ['before', 'after'],
  delayMs: 'integer',
} as const;

/** Reads a fault of the database; `effect` defaults to `before`. @throws BadInput */
export function readDatabaseFault(body: unknown): DatabaseFault {
  const { kind, effect = 'before', delayMs, ...aim } = readInput(body, spec);
  if (aim.times !== undefined && aim.times < 1) throw new BadInput('times', 'at least 1');
  if (kind === undefined) throw new BadInput('kind', 'needed');
  if (kind === 'outage' || kind === 'hang' || kind === 'error') return { kind, effect, ...aim };
  if (kind !== 'slow' && kind !== 'drip') return { kind, ...aim };
  if (delayMs === undefined) throw new BadInput('delayMs', 'needed for this kind of fault');
  return { kind, delayMs, ...aim };
}
