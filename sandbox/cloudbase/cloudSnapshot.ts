import { readInput } from '../control/readInput';
import { isRecord } from '../isRecord';
import type { CloudState } from './cloudState';
import { readCrash } from './control/crashInput';
import { readDatabaseFault } from './control/databaseFaultInput';
import { readHold } from './control/holdInput';
import { httpDefaults, httpSpec } from './httpAccess';

/** Everything that a CloudBase environment remembers beside its functions, as JSON has it. */
export interface CloudSnapshot {
  readonly database: unknown;
  readonly databaseFaults: readonly unknown[];
  readonly crashes: readonly unknown[];
  readonly transit: readonly unknown[];
  readonly http: unknown;
}

type Part = Pick<CloudState, 'database' | 'crashes' | 'transit' | 'http'>;

export function exportCloud({ database, crashes, transit, http }: Part): CloudSnapshot {
  return {
    database: JSON.parse(database.export()),
    databaseFaults: database.faults.list(),
    crashes: crashes.list(),
    transit: transit.list(),
    http: { ...http },
  };
}

/** The way back; open transactions are gone. @throws TypeError or BadInput, with a part of it done */
export function importCloud({ database, crashes, transit, http }: Part, snapshot: unknown): void {
  const given = isRecord(snapshot) ? snapshot : {};
  database.import(JSON.stringify(given.database ?? null));
  database.faults.replace(listOf(given.databaseFaults).map(readDatabaseFault));
  crashes.replace(listOf(given.crashes).map(readCrash));
  transit.replace(listOf(given.transit).map(readHold));
  Object.assign(http, httpDefaults, readInput(given.http, httpSpec));
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('not an exported state of CloudBase');
  return value;
}
