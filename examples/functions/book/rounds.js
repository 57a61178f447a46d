const { keyOf, planOf } = require('./plan');

/** A round is a share request; see `steps.js` for its states. These are still to be sent, or sent again. */
const UNSENT = ['planned', 'refused', 'unknown'];

/** WeChat Pay takes 50 receivers in one request (schemas/receiver.json). */
const MOST_LINES = 50;

/** A finish that was refused has ended nothing. */
exports.isEnded = ({ finish }) => Boolean(finish) && finish.state !== 'refused';

/** While a share may still move money, a finish would take it away from under it. */
exports.isMoving = ({ rounds }) => rounds.some(({ state }) => state === 'moving' || state === 'unknown');

/** A finish is sent again, under its number, until it is on its way. */
exports.isFinishable = (order) => {
  const { paid, trouble, finish } = order;
  const isOpen = !exports.isEnded(order) || finish.state === 'planned' || finish.state === 'unknown';
  return Boolean(paid) && !trouble && isOpen && !exports.isMoving(order);
};

const isClosed = (line) => line.result === 'CLOSED';

/** The lines not yet paid and not in an open round. */
exports.outstanding = (order) => {
  const taken = order.rounds
    .filter(({ state }) => state !== 'void')
    .flatMap(({ lines }) => lines.filter((line) => !isClosed(line)).map(keyOf));
  return planOf(order).lines.filter((line) => !taken.includes(keyOf(line)));
};

/** The round that has to be sent, or sent again, before the next one is. */
exports.openRound = ({ rounds }) => rounds.find(({ state }) => UNSENT.includes(state));

/** The rounds a person may still change by giving them up. */
const unsent = ({ rounds }) => rounds.filter(({ state }) => state === 'planned' || state === 'refused');

/** Whom the next share may pay: a round that may have moved money is repeated as it is, any other may be given up. */
exports.payable = (order) => {
  const unknown = order.rounds.find(({ state }) => state === 'unknown');
  return unknown ? unknown.lines : exports.outstanding(withoutUnsent(order));
};

/**
 * The rounds of an order with the next one to send among them: the open ones, or new ones for the payable accounts, of whom
 * `accounts` may name some. Naming others than those of the open rounds gives these up, unless one may have moved money.
 * Undefined when there is nothing that may be sent.
 */
exports.withNextRound = (order, newRound, accounts) => {
  const open = exports.openRound(order);
  if (open && !accounts) return order.rounds;
  const lines = exports.payable(order).filter(({ account }) => !accounts || accounts.includes(account));
  const standing = open?.state === 'unknown' ? open.lines : unsent(order).flatMap((round) => round.lines);
  if (open && namesOf(lines) === namesOf(standing)) return order.rounds;
  if (open?.state === 'unknown' || lines.length === 0) return undefined;
  const { rounds } = withoutUnsent(order);
  // Derived from the order alone: a callback that is repeated for two days always arrives at the same numbers.
  return [
    ...rounds,
    ...inRequests(lines).map((some, nth) => newRound(`${order._id}@S${rounds.length + nth + 1}`, some)),
  ];
};

function inRequests(lines) {
  const count = Math.ceil(lines.length / MOST_LINES);
  return Array.from({ length: count }, (_, nth) => lines.slice(nth * MOST_LINES, (nth + 1) * MOST_LINES));
}

const withoutUnsent = (order) => ({
  ...order,
  rounds: order.rounds.map((round) => (unsent(order).includes(round) ? { ...round, state: 'void' } : round)),
});

const namesOf = (lines) => lines.map(keyOf).sort().join();
