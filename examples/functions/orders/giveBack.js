const book = require('../book/orderBook');
const { payments } = require('../book/payments');
const { answer } = require('./answer');
const { returnable } = require('./returnable');
const { sendStep } = require('./sendStep');

/** Takes back what a merchant got for one item; the amount is the item's. `seen` as in `share`. */
exports.giveBack = async ({ id, seen, item }) => {
  const before = await book.read(id);
  if (!before) return answer();
  if (before.version !== seen) return answer(before, { code: 'changed' });
  const target = returnable(before, item);
  if (!target) return answer(before, { code: 'not_returnable' });
  const number = numberOf(before, item);
  const { share, account, amount } = target;
  const entry = { number, item, state: 'unknown', share, account, amount, refusal: null };
  return sendStep(before, {
    record: ({ returns }) => ({ returns: [...returns.filter((one) => one.item !== item), entry] }),
    send: () =>
      payments.profitSharingReturn({
        ...{ out_order_no: share, out_return_no: number, return_account_type: 'MERCHANT_ID' },
        ...{ return_account: account, return_amount: amount, description: '用户退款' },
      }),
    replace: ({ returns }, outcome) => ({ returns: returns.map((one) => (one.number === number ? outcome : one)) }),
    step: ({ returns }) => returns.find((one) => one.number === number),
  });
};

/** What may have arrived, or was refused, keeps its number; a failed return (FAILED at WeChat Pay) is over and needs another. */
function numberOf({ _id, returns }, item) {
  const last = returns.find((one) => one.item === item);
  if (last && last.state !== 'closed') return last.number;
  const attempt = last ? Number(last.number.split('-').at(-1)) + 1 : 1;
  return `${_id}@R${item}-${attempt}`;
}
