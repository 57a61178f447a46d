const { planOf } = require('./plan');

/**
 * A round is one share request: its number, its lines, and what became of it. It is written into the order before it is
 * sent and then never changes its lines, so that whoever sends it, however often, sends the same. `busyUntil` (ms) says
 * until when somebody may be sending it.
 *
 * States: planned (to be sent) · refused (nothing moved, a person has to look) · unknown (being sent, or lost on the way) ·
 * moving · settled · partly_failed · closed · void (given up, nothing moved).
 */
const UNSENT = ['planned', 'refused', 'unknown'];

/** Whether a round, a finish or a return has come to its end: nothing that arrives late changes it any more. */
exports.isOver = ({ state }) => state === 'settled' || state === 'partly_failed' || state === 'closed';

/** A finish that was refused has ended nothing. */
exports.isEnded = ({ finish }) => Boolean(finish) && finish.state !== 'refused';

/** While a share may still move money, a finish would take it away from under it. */
exports.isMoving = ({ rounds }) => rounds.some(({ state }) => state === 'moving' || state === 'unknown');

const isClosed = (line) => line.result === 'CLOSED';

/** The lines nobody has paid and no round is about to pay. */
exports.outstanding = (order) => {
  const taken = order.rounds
    .filter(({ state }) => state !== 'void')
    .flatMap(({ lines }) => lines.filter((line) => !isClosed(line)).map(({ account }) => account));
  return planOf(order).filter(({ account }) => !taken.includes(account));
};

/** The round that has to be sent, or sent again, before there may be another. */
exports.openRound = ({ rounds }) => rounds.find(({ state }) => UNSENT.includes(state));

/** Whom the next share may pay: a round that may have moved money is repeated as it is, any other may be given up. */
exports.payable = (order) => {
  const open = exports.openRound(order);
  return open?.state === 'unknown' ? open.lines : exports.outstanding(without(order, open));
};

/**
 * The rounds of an order with the next one to send among them: the open one, or a new one for the payable accounts, of
 * whom `accounts` may name some. Naming others than those of the open round gives that round up, unless it may have moved
 * money. Undefined when there is nothing that may be sent.
 */
exports.withNextRound = (order, accounts) => {
  const open = exports.openRound(order);
  const lines = exports.payable(order).filter(({ account }) => !accounts || accounts.includes(account));
  if (open && (!accounts || namesOf(lines) === namesOf(open.lines))) return order.rounds;
  if (open?.state === 'unknown' || lines.length === 0) return undefined;
  const { rounds } = without(order, open);
  // Derived from the order alone: a callback that is repeated for two days always arrives at the same number.
  return [...rounds, { number: `${order._id}@S${rounds.length + 1}`, state: 'planned', tries: 0, busyUntil: 0, lines }];
};

const without = (order, given) => ({
  ...order,
  rounds: order.rounds.map((round) => (round === given ? { ...round, state: 'void' } : round)),
});

const namesOf = (lines) =>
  lines
    .map(({ account }) => account)
    .sort()
    .join();

/** A round after WeChat Pay, or the reconciliation, has told its settlement. */
exports.settledRound = (round, { state, receivers }) => ({
  ...round,
  state: { accepted: 'moving', processing: 'moving' }[state] ?? state,
  refusal: null,
  lines: round.lines.map((line) => {
    const told = receivers.find(({ account, amount }) => amount === line.amount && fits(account, line.account));
    if (told) return { ...line, result: told.result, failReason: told.fail_reason ?? null };
    return state === 'closed' ? { ...line, result: 'CLOSED' } : line;
  }),
});

/** Settlements show accounts masked, `190****0110`. */
function fits(masked, account) {
  const [head, tail = ''] = masked.split('****');
  return account.startsWith(head) && account.endsWith(tail);
}
