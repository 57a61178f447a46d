import type { Database } from '../cloudbase';
import { asUnavailable, insertNew, readById, unwrap } from '../ledger/cloudbaseStore';
import type { Breaks } from './breaks';
import type { ComparisonPlace } from './place';

/** The collection of breaks and of the days that were compared; `npm run collections` creates it. */
export const COLLECTION = 'profit_sharing_breaks';

const FOREVER = Number.MAX_SAFE_INTEGER;

export function cloudbaseBreaks(database: Database): Breaks {
  const { command } = database;
  const documents = database.collection(COLLECTION);
  return {
    async open(tasks, now) {
      const { data } = await unwrap(
        documents
          .where({ _id: command.in(tasks) })
          .field({ place: false })
          .get(),
      ).catch(asUnavailable);
      const held = ((data ?? []) as { _id: string; until: number }[]).filter(({ until }) => until > now);
      return tasks.filter((task) => !held.some(({ _id }) => _id === task));
    },

    async begin(task, now, until) {
      if (await insertNew(documents, { _id: task, kind: 'task', until })) return true;
      const free = documents.where({ _id: task, until: command.lte(now) });
      const { updated } = await unwrap(free.update({ until })).catch(asUnavailable);
      return updated === 1;
    },

    async place(task) {
      const found = await readById<{ readonly place?: ComparisonPlace }>(documents, task);
      return found?.place;
    },

    async save(task, place) {
      const update = { place: place ? command.set(place) : command.remove() };
      await unwrap(documents.where({ _id: task }).update(update)).catch(asUnavailable);
    },

    async release(task) {
      await unwrap(documents.where({ _id: task }).update({ until: 0 })).catch(asUnavailable);
    },

    async finish(task) {
      const update = { until: FOREVER, place: command.remove() };
      await unwrap(documents.where({ _id: task }).update(update)).catch(asUnavailable);
    },

    keep: (found) => insertNew(documents, found),
  };
}
