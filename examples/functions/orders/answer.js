const { viewOf } = require('./viewOf');

/**
 * The order as it is now, and why nothing was done to it, if nothing was: a code of the shop's own, or what the functions said
 * of the step that was sent.
 */
exports.answer = ({ order, step, code }) => {
  if (!order) return { refusal: { code: 'no_such_order' } };
  const refusal = code ? { code } : step?.refusal;
  return { order: viewOf(order), ...(refusal && { refusal }) };
};
