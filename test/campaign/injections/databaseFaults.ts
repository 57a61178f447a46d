import fc from 'fast-check';
import type { DatabaseAction, DatabaseFault } from '../../../sandbox/cloudbase/database/faults';
import type { Injection } from '../injection';
import { effect, few } from './wireFaults';

/** An answer of some 100 bytes then takes longer than any function of the campaign may run. */
const DRIP_MS = 100;

const fault: fc.Arbitrary<DatabaseFault> = fc.oneof(
  fc.constantFrom<DatabaseFault>({ kind: 'conflict' }, { kind: 'busy' }),
  effect.map((when): DatabaseFault => ({ kind: 'outage', effect: when })),
  effect.map((when): DatabaseFault => ({ kind: 'error', effect: when })),
  effect.map((when): DatabaseFault => ({ kind: 'hang', effect: when })),
  fc.constantFrom<DatabaseFault>({ kind: 'slow', delayMs: 300 }, { kind: 'drip', delayMs: DRIP_MS }),
  fc.constantFrom<DatabaseFault>({ kind: 'unmatched' }, { kind: 'unseen' }),
);

/** What the ledger does: an intent is an insert, an outcome an update, and both look. */
const action = fc.option(
  fc.constantFrom<DatabaseAction>('database.insertDocument', 'database.modifyDocument', 'database.getDocument'),
  { nil: undefined },
);

/** More than one run asks for: until everything is to go well. */
const FOR_EVER = 1000;

const times = fc.oneof({ weight: 6, arbitrary: few }, { weight: 1, arbitrary: fc.constant(FOR_EVER) });

/** Faults of the database: nothing is done, or it is done and the answer does not say so. */
export const databaseInjection = fc.tuple(fault, action, times).map(([what, on, many]): Injection => {
  const isAimed = on !== undefined && what.kind !== 'unmatched' && what.kind !== 'unseen';
  // While all actions fail for ever nothing is sent; and a run that waits for every answer only takes long.
  const mayLast = what.kind !== 'hang' && what.kind !== 'drip' && (isAimed || what.kind === 'unmatched');
  const most = mayLast ? many : Math.min(many, 5);
  return { seam: 'database', fault: { ...what, times: most, ...(isAimed && { action: on }) } };
});
