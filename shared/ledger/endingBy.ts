import type { Deadline } from '../deadline';
import { LedgerUnavailableError } from './store';

/**
 * The same port; a call that the database does not answer by the deadline rejects with {@link LedgerUnavailableError}.
 */
export function endingBy<Port extends object>(port: Port, deadline: Deadline): Port {
  return new Proxy(port, {
    get(target, name) {
      const method = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      const call = async (...given: unknown[]) => method.apply(target, given);
      return (...given: unknown[]) =>
        deadline.race(
          () => call(...given),
          () => new LedgerUnavailableError('TIMEOUT'),
        );
    },
  });
}
