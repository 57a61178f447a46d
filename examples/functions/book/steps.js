const { keyOf } = require('./plan');
const { isEnded, isMoving, openRound } = require('./rounds');

/**
 * A step is one request that moves money of an order: a round (a share), a return, or the finish. It stands in the order,
 * with its number and all it says, before it is sent, and never changes what it says afterwards: however often it is sent, it is
 * the same request.
 *
 * States: planned (to be sent, or sent again) · refused (nothing moved, a person has to look) · unknown (being sent, or lost
 * on the way) · moving · settled · partly_failed · closed · void (a round that was given up, nothing moved).
 *
 * `sends` counts how often it was sent; `busyUntil` (ms) says until when it may be on its way; `dueAt` (ms, 0 for never) says
 * when the timer looks at it next; `tries` counts failures.
 */
exports.newStep = (number, more) => ({
  ...{ number, state: 'planned', sends: 0, tries: 0, busyUntil: 0, dueAt: 0, refusal: null },
  ...more,
});

exports.stepOf = ({ rounds, returns, finish }, number) =>
  [...rounds, ...returns, finish].find((step) => step?.number === number);

/** The order with this step in the place of the one of the same number. */
exports.withStep = (order, step) => {
  const placed = (steps) => steps.map((one) => (one.number === step.number ? step : one));
  const { rounds, returns, finish } = order;
  return {
    ...order,
    ...{ rounds: placed(rounds), returns: placed(returns) },
    finish: finish?.number === step.number ? step : finish,
  };
};

/** What of an order is written after steps of it changed: the steps, when it is due next, and what is wrong with it. */
exports.fieldsOf = (order) => {
  const trouble = order.trouble ?? sharedTwice(order);
  const { rounds, returns, finish } = order;
  return { rounds, returns, finish, trouble, dueAt: nextDue({ ...order, trouble }) };
};

/** The order with its planned steps due at `now` (ms): what they waited for has happened. */
exports.withoutWait = (order, now) => {
  const soon = (step) => (step?.state === 'planned' && dueOf(step) > now ? { ...step, dueAt: now } : step);
  return { ...order, rounds: order.rounds.map(soon), finish: soon(order.finish) };
};

/** The step the timer runs at `now` (ms), if any. */
exports.dueStep = (order, now) => waiting(order).find((step) => dueOf(step) <= now && (step.busyUntil ?? 0) <= now);

/** When the timer looks at an order next, in ms; 0 for never. An order with trouble waits for a person. */
function nextDue(order) {
  const times = waiting(order).map(dueOf);
  return times.length > 0 ? Math.min(...times) : 0;
}

function waiting(order) {
  if (!order.paid || order.trouble) return [];
  const round = isEnded(order) ? undefined : openRound(order);
  const finish = isMoving(order) ? undefined : order.finish;
  return [round, ...order.returns, finish].filter((step) => step && isWaiting(step) && dueOf(step) > 0);
}

const isWaiting = ({ state }) => state === 'planned' || state === 'unknown';

/** A step that was written by hand and has no due time is due at once. */
const dueOf = ({ dueAt }) => dueAt ?? 1;

/** A payee to whom two rounds have paid, or are paying, the same. */
function sharedTwice({ rounds }) {
  const standing = rounds.filter(({ state }) => ['unknown', 'moving', 'settled', 'partly_failed'].includes(state));
  const lines = standing.flatMap(({ lines }) => lines.filter(({ result }) => result !== 'CLOSED'));
  const keys = lines.map(keyOf);
  const twice = lines.find((line, index) => keys.indexOf(keyOf(line)) !== index);
  return twice ? { kind: 'sharedTwice', said: twice.amount } : null;
}
