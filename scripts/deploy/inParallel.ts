/** Requests to the cloud at a time: each of its APIs allows at least 20 a second. */
const AT_A_TIME = 4;

/**
 * Does something to every item, some at a time. After a failure nothing new is begun, and what has begun is waited for.
 * @throws the first failure
 */
export async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  async function work(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined && failures.length === 0; item = waiting.shift()) {
      await act(item).catch((error) => failures.push(error));
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  if (failures.length > 0) throw failures[0];
}
