const book = require('./orderBook');
const { requestOf } = require('./requestOf');
const { attempt } = require('./attempt');
const { begun, concluded } = require('./sending');
const { fieldsOf, stepOf, withStep } = require('./steps');

/**
 * Sends one step of an order. `choose` gets the order as it is and answers `{ order, step }`, the order with the step to send
 * in it, or `{ code }`, why there is none. Answers `{ order, step, code }`: the order and the step afterwards. Never throws for
 * what WeChat Pay or the functions say: that is written into the step.
 *
 * The step is in the order, as unknown, before its request leaves. A crash in between leaves a due time behind; the
 * timer then asks WeChat Pay, and sends the same number with the same lines, which cannot pay twice. One sender at a time.
 */
exports.runStep = async (orderNo, choose, now = Date.now()) => {
  let step;
  let code;
  const before = await book.change(orderNo, (order) => {
    const chosen = choose(order);
    ({ step, code } = chosen);
    if (!step) return order.dueAt === fieldsOf(order).dueAt ? undefined : fieldsOf(order);
    return fieldsOf(withStep(chosen.order, begun(step, now)));
  });
  if (!step) return { order: before, code };
  const outcome = await attempt(requestOf(before, step), step);
  const order = await book.change(orderNo, (current) => fieldsOf(concluded(current, step, outcome, now)));
  return { order, step: stepOf(order, step.number) };
};
