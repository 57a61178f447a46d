const { runStep } = require('../book/runStep');
const { newStep } = require('../book/steps');
const { answer } = require('./answer');
const { returnable } = require('./returnable');

/** Takes back what a merchant got for one item; the amount is the item's. `seen` as in `share`. */
exports.giveBack = async ({ id, seen, item }) => {
  const now = Date.now();
  return answer(await runStep(id, (order) => next(order, { seen, item, now }), now));
};

function next(order, { seen, item, now }) {
  if (order.version !== seen) return { code: 'changed' };
  const target = returnable(order, item);
  if (!target) return { code: 'not_returnable' };
  const last = order.returns.find((one) => one.item === item);
  // What may have arrived, or was refused, is sent again as it is; a failed one (FAILED at WeChat Pay) is over.
  const step = last && last.state !== 'closed' ? last : newStep(numberAfter(order, item, last), { item, ...target });
  if (step.busyUntil > now) return { code: 'in_doubt' };
  const others = order.returns.filter((one) => one.item !== item);
  return { order: { ...order, returns: [...others, step] }, step };
}

function numberAfter({ _id }, item, last) {
  const attempt = last ? Number(last.number.split('-').at(-1)) + 1 : 1;
  return `${_id}@R${item}-${attempt}`;
}
