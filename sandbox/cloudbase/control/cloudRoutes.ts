import type { Route } from '../../control/routes';
import { readInput } from '../../http/readInput';
import { ok } from '../../wechatpay/control/actions';
import { readCrash } from './crashInput';
import { readCollection } from './databaseActions';
import { readDatabaseFault } from './databaseFaultInput';
import { readHold } from './holdInput';

/** What can be done to the CloudBase environment: its database, and the lives of its functions. */
export const cloudRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/_sandbox/database/faults',
    does: 'a fault for the next calls of the database: {kind, action, times, effect, delayMs}',
    run: ({ database }, _, body) => {
      database.faults.inject(readDatabaseFault(body));
      return ok(database.faults.list());
    },
  },
  {
    method: 'GET',
    path: '/_sandbox/database/faults',
    does: 'database faults still waiting',
    run: ({ database }) => ok(database.faults.list()),
  },
  {
    method: 'DELETE',
    path: '/_sandbox/database/faults',
    does: 'no more database faults',
    run: ({ database }) => {
      database.faults.clear();
      return ok([]);
    },
  },
  {
    method: 'GET',
    path: '/_sandbox/database/:collection',
    does: 'the documents of a collection, as committed',
    run: readCollection,
  },
  {
    method: 'PATCH',
    path: '/_sandbox/http',
    does: 'how requests of HTTP access reach a function: {headerNames: lower | title, bodies: byType | base64}',
    run: ({ http }, _, body) =>
      ok(Object.assign(http, readInput(body, { headerNames: ['lower', 'title'], bodies: ['byType', 'base64'] }))),
  },
  {
    method: 'POST',
    path: '/_sandbox/transit',
    does: 'the next requests of functions arrive at WeChat Pay so much later: {delayMs, times}',
    run: ({ transit }, _, body) => {
      transit.inject(readHold(body));
      return ok(transit.list());
    },
  },
  {
    method: 'GET',
    path: '/_sandbox/transit',
    does: 'delays still waiting for requests',
    run: ({ transit }) => ok(transit.list()),
  },
  {
    method: 'DELETE',
    path: '/_sandbox/transit',
    does: 'no more delays',
    run: ({ transit }) => {
      transit.clear();
      return ok([]);
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/crashes',
    does: 'kills a function at a moment of its next run: {function, on, moment, nth, times}',
    run: ({ crashes }, _, body) => {
      crashes.arm(readCrash(body));
      return ok(crashes.list());
    },
  },
  { method: 'GET', path: '/_sandbox/crashes', does: 'crashes still waiting', run: ({ crashes }) => ok(crashes.list()) },
  {
    method: 'DELETE',
    path: '/_sandbox/crashes',
    does: 'no more crashes',
    run: ({ crashes }) => {
      crashes.clear();
      return ok([]);
    },
  },
];
