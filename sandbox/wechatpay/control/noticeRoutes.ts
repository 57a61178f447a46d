import type { Route } from '../../control/routes';
import { readInput } from '../../http/readInput';
import { ok } from './actions';
import { readNoticeFault } from './noticeFaultInput';

const settingSpec = {
  eventType: ['TRANSACTION.SUCCESS', 'PROFITSHARING'],
  originalType: ['profitsharing', 'transaction'],
  associatedData: ['', 'profitsharing', 'transaction'],
  returnReceiver: ['payer', 'returner'],
  addressee: ['receiver', 'provider'],
  signWith: ['publicKey', 'certificate'],
} as const;

/** The part of notifications that needs no sending. */
export const noticeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/_sandbox/notifications',
    does: 'every notification: to whom, about what, its state, how each attempt was answered',
    run: ({ notices }) => ok(notices.list()),
  },
  {
    method: 'PATCH',
    path: '/_sandbox/notifications',
    does: 'how notifications look: {eventType, originalType, associatedData, returnReceiver, addressee, signWith}',
    run: ({ notices }, _, body) => {
      notices.settings = { ...notices.settings, ...readInput(body, settingSpec) };
      return ok(notices.settings);
    },
  },
  {
    method: 'POST',
    path: '/_sandbox/notifications/faults',
    does: 'a fault for the next notifications: {kind, about, times, copies, ms, flaw}',
    run: ({ notices }, _, body) => {
      notices.faults.inject(readNoticeFault(body));
      return ok(notices.faults.list());
    },
  },
  {
    method: 'GET',
    path: '/_sandbox/notifications/faults',
    does: 'notification faults still waiting',
    run: ({ notices }) => ok(notices.faults.list()),
  },
  {
    method: 'DELETE',
    path: '/_sandbox/notifications/faults',
    does: 'no more notification faults',
    run: ({ notices }) => {
      notices.faults.clear();
      return ok([]);
    },
  },
];
