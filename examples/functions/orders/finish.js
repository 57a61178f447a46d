const book = require('../book/orderBook');
const { payments } = require('../book/payments');
const { isMoving } = require('../book/rounds');
const { answer } = require('./answer');
const { sendStep } = require('./sendStep');
const { viewOf } = require('./viewOf');

/** Ends the sharing of an order: what is left of it is released to the payer, for good. `seen` as in `share`. */
exports.finish = async ({ id, seen }) => {
  const before = await book.read(id);
  if (!before) return answer();
  if (before.version !== seen) return answer(before, { code: 'changed' });
  if (isMoving(before)) return answer(before, { code: 'still_moving' });
  if (!viewOf(before).finishable) return answer(before, { code: 'not_finishable' });
  const request = { transaction_id: before.paid.transactionId, out_order_no: `${id}@F`, description: '分账已完成' };
  return sendStep(before, {
    record: () => ({ dueAt: 0, finish: { number: request.out_order_no, state: 'unknown', refusal: null } }),
    send: () => payments.profitSharingFinish(request),
    replace: (_order, outcome) => ({ finish: outcome }),
    step: (order) => order.finish,
  });
};
