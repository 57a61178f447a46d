import { faultRoutes } from '../../control/faultRoutes';
import { jsonRoute, ok } from '../../control/jsonRoute';
import { BadInput, readInput } from '../../control/readInput';
import type { Route } from '../../http/route';
import { noticeFlaws } from '../notices/notice';
import type { Notices } from '../notices/notices';
import { readNoticeFault } from './noticeFaultInput';

const PATH = '/_sandbox/notifications';

/** Enough for any test of concurrency; more would only wait in line. */
const MOST_COPIES = 100;

const settingSpec = {
  eventType: ['TRANSACTION.SUCCESS', 'PROFITSHARING'],
  originalType: ['profitsharing', 'transaction'],
  associatedData: ['', 'profitsharing', 'transaction'],
  returnReceiver: ['payer', 'returner'],
  addressee: ['receiver', 'provider'],
  signWith: ['publicKey', 'certificate'],
} as const;

/** WeChat Pay's notifications: what was sent and how, and sending now. */
export function noticeRoutes(notices: Notices): readonly Route[] {
  return [
    jsonRoute('GET', PATH, 'every notification: to whom, about what, its state, how each attempt was answered', () =>
      ok(notices.list()),
    ),
    jsonRoute(
      'PATCH',
      PATH,
      'how notifications look: {eventType, originalType, associatedData, returnReceiver, addressee, signWith}',
      (_, body) => {
        notices.settings = { ...notices.settings, ...readInput(body, settingSpec) };
        return ok(notices.settings);
      },
    ),
    ...faultRoutes(`${PATH}/faults`, notices.faults, readNoticeFault, {
      order: 'a fault for the next notifications: {kind, about, times, copies, ms, flaw}',
      plural: 'notification faults',
    }),
    jsonRoute('POST', `${PATH}/deliver`, 'sends the notifications that are due', async () => {
      await notices.deliver();
      return ok(notices.list());
    }),
    jsonRoute('POST', `${PATH}/redeliver`, 'sends one again: {id, copies}', async (_, body) => {
      const { id, copies = 1 } = readInput(body, { id: 'string', copies: 'integer' });
      if (copies < 1 || copies > MOST_COPIES) throw new BadInput('copies', `1 to ${MOST_COPIES}`);
      const attempts = id === undefined ? undefined : await notices.redeliver(id, copies);
      if (!attempts) throw new BadInput('id', 'no such notification');
      return ok(attempts);
    }),
    jsonRoute('POST', `${PATH}/forge`, 'sends a forged copy of one: {flaw, id}', async (_, body) => {
      const { id, flaw } = readInput(body, { id: 'string', flaw: noticeFlaws });
      if (flaw === undefined) throw new BadInput('flaw', `one of ${noticeFlaws.join(', ')}`);
      const attempt = await notices.forge(flaw, id);
      if (!attempt) throw new BadInput('id', 'no such notification');
      return ok(attempt);
    }),
  ];
}
