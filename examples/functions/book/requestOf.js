const { payments } = require('./payments');

/** How a step of an order is sent and how it is asked about: `{ send, query }`. What is sent is all in the step. */
exports.requestOf = ({ paid, finish }, step) => {
  const { number, share } = step;
  if (share !== undefined) {
    const numbers = { out_order_no: share, out_return_no: number };
    return {
      send: () => payments.profitSharingReturn({ ...numbers, ...returned(step) }),
      query: () => payments.profitSharingReturnQuery(numbers),
    };
  }
  const numbers = { transaction_id: paid.transactionId, out_order_no: number };
  const query = () => payments.profitSharingQuery(numbers);
  return finish?.number === number
    ? { send: () => payments.profitSharingFinish({ ...numbers, description: '分账已完成' }), query }
    : { send: () => payments.multiProfitSharing({ ...numbers, receivers: step.lines.map(receiver) }), query };
};

const receiver = ({ type, account, name, amount, description }) => {
  return { type, account, ...(name && { name }), amount, description };
};

const returned = ({ account, amount }) => ({
  ...{ return_account_type: 'MERCHANT_ID', return_account: account },
  ...{ return_amount: amount, description: '用户退款' },
});
