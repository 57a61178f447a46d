const { isFinishable, isMoving } = require('../book/rounds');
const { runStep } = require('../book/runStep');
const { newStep } = require('../book/steps');
const { answer } = require('./answer');

/** Ends the sharing of an order: what is left of it is released to the payer, for good. `seen` as in `share`. */
exports.finish = async ({ id, seen }) => {
  const now = Date.now();
  return answer(await runStep(id, (order) => next(order, seen, now), now));
};

function next(order, seen, now) {
  if (order.version !== seen) return { code: 'changed' };
  if (isMoving(order)) return { code: 'still_moving' };
  if (!isFinishable(order)) return { code: 'not_finishable' };
  const step = order.finish ?? newStep(`${order._id}@F`, {});
  return step.busyUntil > now ? { code: 'in_doubt' } : { order: { ...order, finish: step }, step };
}
