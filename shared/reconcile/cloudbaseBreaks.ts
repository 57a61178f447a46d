import type { Database } from '../cloudbase';
import { asUnavailable, insertNew, unwrap } from '../ledger/cloudbaseStore';
import type { Breaks } from './breaks';

/** The collection of breaks and of the days that were compared; `npm run collections` creates it. */
const COLLECTION = 'profit_sharing_breaks';

const FOREVER = Number.MAX_SAFE_INTEGER;

export function cloudbaseBreaks(database: Database): Breaks {
  const { command } = database;
  const documents = database.collection(COLLECTION);
  return {
    async open(tasks, now) {
      const { data } = await unwrap(documents.where({ _id: command.in(tasks) }).get()).catch(asUnavailable);
      const held = ((data ?? []) as { _id: string; until: number }[]).filter(({ until }) => until > now);
      return tasks.filter((task) => !held.some(({ _id }) => _id === task));
    },

    async begin(task, now, until) {
      if (await insertNew(documents, { _id: task, kind: 'task', until })) return true;
      const free = documents.where({ _id: task, until: command.lte(now) });
      const { updated } = await unwrap(free.update({ until })).catch(asUnavailable);
      return updated === 1;
    },

    async finish(task) {
      await unwrap(documents.where({ _id: task }).update({ until: FOREVER })).catch(asUnavailable);
    },

    async keep(found) {
      await insertNew(documents, found);
    },
  };
}
