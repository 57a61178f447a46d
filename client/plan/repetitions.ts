import { identityOf, payeesOf } from './payees';
import type { Reader } from './Reader';
import type { ReadPayee, ReadRule } from './ReadRule';

/** What may be there once only: the name of a group, the remainder. */
export function refuseRepeated<R extends ReadRule>(
  reader: Reader,
  rules: readonly R[],
  identityOf: (rule: R) => string | undefined,
  name: string,
  rule: 'duplicate' | 'twoRemainders',
): void {
  const firsts = new Map<string, string>();
  for (const one of rules) {
    const identity = identityOf(one);
    if (identity === undefined) continue;
    const first = firsts.get(identity);
    if (first === undefined) firsts.set(identity, one.said.field);
    else reader.refuse(`${one.said.field}.${name}`, rule, first);
  }
}

/** One receiver is one line of a request, and a line has one name. */
export function refuseOtherNames(reader: Reader, rules: readonly ReadRule[]): void {
  const firsts = new Map<string, ReadPayee>();
  for (const payee of payeesOf(rules)) {
    if (payee.name === undefined) continue;
    const identity = identityOf(payee.receiver);
    const first = firsts.get(identity) ?? payee;
    firsts.set(identity, first);
    if (first.name !== payee.name) {
      reader.refuse(`${payee.said.field}.receiver.name`, 'differs', `${first.said.field}.receiver.name`);
    }
  }
}
