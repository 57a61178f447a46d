const book = require('../book/orderBook');
const { payments } = require('../book/payments');
const { settle } = require('../book/settle');
const { refusalOf } = require('../book/refusalOf');
const { answer } = require('./answer');

const isOpen = ({ state }) => state === 'moving' || state === 'unknown';

/** Asks WeChat Pay about every request of an order whose end is not known. */
exports.ask = async ({ id }) => {
  let order = await book.read(id);
  if (!order) return answer();
  const { transactionId: transaction_id } = order.paid ?? {};
  const shares = [...order.rounds, order.finish].filter((step) => step && isOpen(step));
  const questions = [
    ...shares.map(({ number }) => [
      number,
      () => payments.profitSharingQuery({ transaction_id, out_order_no: number }),
    ]),
    ...order.returns.filter(isOpen).map(({ number, share }) => {
      return [number, () => payments.profitSharingReturnQuery({ out_order_no: share, out_return_no: number })];
    }),
  ];
  let refusal;
  for (const [number, question] of questions) {
    try {
      const { settlement } = await question();
      order = await book.change(id, (before) => settle(before, number, settlement));
    } catch (error) {
      // One number that WeChat Pay does not know keeps no other from being asked about.
      refusal = refusalOf(error);
    }
  }
  return answer(order, refusal);
};
