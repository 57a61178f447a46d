const { viewOf } = require('./viewOf');

/** The order as it is now, and why nothing was done to it, if nothing was. */
exports.answer = (order, refusal) => {
  if (!order) return { refusal: { code: 'no_such_order' } };
  return { order: viewOf(order), ...(refusal && { refusal }) };
};
