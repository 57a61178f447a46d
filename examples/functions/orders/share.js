const { openRound, withNextRound, isEnded } = require('../book/rounds');
const { runStep } = require('../book/runStep');
const { newStep } = require('../book/steps');
const { answer } = require('./answer');

/**
 * Shares with the payees in `accounts`, all outstanding ones when it is absent. `seen` is the version of the order the
 * person decided on: what has changed since is shown first.
 */
exports.share = async ({ id, seen, accounts }) => {
  const now = Date.now();
  const round = (number, lines) => newStep(number, { lines, dueAt: now });
  const chosen = Array.isArray(accounts) ? accounts : undefined;
  return answer(await runStep(id, (order) => next(order, { seen, chosen, round, now }), now));
};

function next(order, { seen, chosen, round, now }) {
  if (order.version !== seen) return { code: 'changed' };
  if (!order.paid || order.trouble || isEnded(order)) return { code: 'nothing_to_share' };
  const rounds = withNextRound(order, round, chosen);
  const step = rounds && openRound({ rounds });
  if (step && step.busyUntil <= now) return { order: { ...order, rounds }, step };
  return { code: openRound(order)?.state === 'unknown' ? 'in_doubt' : 'nothing_to_share' };
}
