import { type HttpResponse, json } from '../../http/httpResponse';
import type { Incoming, Route } from '../../http/listen';
import { BadInput, readInput } from '../../http/readInput';
import { parsed } from '../wires/fieldChecks';
import { noticeFlaws } from './notice';
import type { Notices } from './notices';

/** Enough for any test of concurrency; more would only wait in line. */
const MOST_COPIES = 100;

type Act = (notices: Notices, body: unknown) => Promise<unknown>;

const acts: Readonly<Record<'deliver' | 'redeliver' | 'forge', Act>> = {
  deliver: async (notices) => {
    await notices.deliver();
    return notices.list();
  },
  redeliver: async (notices, body) => {
    const { id, copies = 1 } = readInput(body, { id: 'string', copies: 'integer' });
    if (copies < 1 || copies > MOST_COPIES) throw new BadInput('copies', `1 to ${MOST_COPIES}`);
    const attempts = id === undefined ? undefined : await notices.redeliver(id, copies);
    if (!attempts) throw new BadInput('id', 'no such notification');
    return attempts;
  },
  forge: async (notices, body) => {
    const { id, flaw } = readInput(body, { id: 'string', flaw: noticeFlaws });
    if (flaw === undefined) throw new BadInput('flaw', `one of ${noticeFlaws.join(', ')}`);
    const attempt = await notices.forge(flaw, id);
    if (!attempt) throw new BadInput('id', 'no such notification');
    return attempt;
  },
};

async function perform(notices: Notices, act: Act, { body }: Incoming): Promise<HttpResponse> {
  try {
    return json(200, await act(notices, body.length === 0 ? undefined : parsed(body.toString('utf8'))));
  } catch (error) {
    if (error instanceof BadInput) return json(400, { error: error.message, field: error.field });
    throw error;
  }
}

/** The part of the control API that sends notifications, and therefore takes time. */
export function noticeDoors(notices: Notices): readonly Route[] {
  const door = (name: keyof typeof acts, shown: string): Route => ({
    method: 'POST',
    path: `/_sandbox/notifications/${name}`,
    shown: `POST /_sandbox/notifications/${name} ${shown}`,
    answer: (request) => perform(notices, acts[name], request),
  });
  return [
    door('deliver', '(tells what is due)'),
    door('redeliver', '{id, copies}'),
    door('forge', '{flaw, id} (a forged copy)'),
  ];
}
