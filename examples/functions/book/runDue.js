const { runStep } = require('./runStep');
const { dueStep } = require('./steps');

/** Runs the one step of an order that is due, if one is. */
exports.runDue = (orderNo, now = Date.now()) =>
  runStep(orderNo, (order) => ({ order, step: dueStep(order, now) }), now);
