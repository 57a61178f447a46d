const book = require('../book/orderBook');
const { refusalOf } = require('../book/refusalOf');
const { requestOf } = require('../book/requestOf');
const { settle } = require('../book/settle');
const { answer } = require('./answer');

const isOpen = (step) => step?.state === 'moving' || step?.state === 'unknown';

/** Asks WeChat Pay about every request of an order whose end is not known. */
exports.ask = async ({ id }) => {
  let order = await book.read(id);
  if (!order) return answer({});
  let refusal;
  for (const step of [...order.rounds, order.finish, ...order.returns].filter(isOpen)) {
    try {
      const { settlement } = await requestOf(order, step).query();
      order = await book.change(id, (before) => settle(before, step.number, settlement));
    } catch (error) {
      // One number that WeChat Pay does not know keeps no other from being asked about.
      refusal = refusalOf(error);
    }
  }
  return answer({ order, step: { refusal } });
};
