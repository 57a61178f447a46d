import { postpone } from '../../../shared/reconcile/postpone';
import { reconcileWorld } from './reconcileWorld';

it('is a change like any other: whoever read the record before may not write over it', async () => {
  const { store, share } = reconcileWorld();
  await share('S1');
  const [read] = [...store.records.values()];
  if (!read) throw new Error('it was entered');
  await postpone(store, read, 7);
  expect([...store.records.values()]).toMatchObject([{ dueAt: 7, version: read.version + 1 }]);
  await postpone(store, read, 8);
  expect([...store.records.values()]).toMatchObject([{ dueAt: 7 }]);
});
