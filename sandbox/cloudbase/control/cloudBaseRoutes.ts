import { faultRoutes } from '../../control/faultRoutes';
import { type Answer, jsonRoute, ok } from '../../control/jsonRoute';
import { BadInput, readInput } from '../../control/readInput';
import type { Route } from '../../http/route';
import type { CloudState } from '../cloudState';
import type { Database } from '../database/database';
import { DatabaseError } from '../database/databaseError';
import { httpSpec } from '../httpAccess';
import { readCrash } from './crashInput';
import { readDatabaseFault } from './databaseFaultInput';
import { readHold } from './holdInput';

function readCollection(database: Database, name: string): Answer {
  try {
    return ok(database.read(name));
  } catch (error) {
    if (error instanceof DatabaseError) throw new BadInput('collection', error.message);
    throw error;
  }
}

/** The CloudBase environment in the control API: its database, HTTP access, and the deaths of its functions. */
export function cloudBaseRoutes({ database, http, crashes, transit }: CloudState): readonly Route[] {
  return [
    ...faultRoutes('/_sandbox/database/faults', database.faults, readDatabaseFault, {
      order: 'a fault for the next calls of the database: {kind, action, times, effect, delayMs}',
      plural: 'database faults',
    }),
    jsonRoute(
      'GET',
      '/_sandbox/database/{collection}',
      'the documents of a collection, as committed',
      ({ collection }) => readCollection(database, collection),
    ),
    jsonRoute(
      'PATCH',
      '/_sandbox/http',
      'how requests of HTTP access reach a function: {headerNames: lower | title, bodies: byType | base64}',
      (_, body) => ok(Object.assign(http, readInput(body, httpSpec))),
    ),
    ...faultRoutes('/_sandbox/transit', transit, readHold, {
      order: 'the next requests of functions arrive at WeChat Pay so much later: {delayMs, times}',
      plural: 'delays',
    }),
    ...faultRoutes('/_sandbox/crashes', crashes, readCrash, {
      order: 'kills a function at a moment of its next run: {function, on, moment, nth, times}',
      plural: 'crashes',
    }),
  ];
}
