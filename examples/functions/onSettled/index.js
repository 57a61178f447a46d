const { callerOf } = require('../book/callerOf');
const book = require('../book/orderBook');
const { settle } = require('../book/settle');

/**
 * Named in PROFIT_SHARING_ON_SETTLED: `profitSharingReconcile` tells it how a share, finish or return ended, at least once and
 * under a stable id. The id is kept in the order, written together with the change it caused, so that a repetition finds
 * it there and a crash leaves neither.
 */
exports.main = async ({ id, out_order_no, out_return_no, settlement }, context) => {
  const { source = '' } = callerOf(context);
  // Told by a function, which a timer or a person started. Called straight from a mini program it would be hearsay.
  if (!source.endsWith(',scf')) return { refused: 'only functions tell this' };
  const number = out_return_no ?? out_order_no;
  const order = await book.change(orderNoOf(number), (before) => {
    if (before.heard.includes(id)) return undefined;
    const changes = settle(before, number, settlement);
    return changes && { ...changes, heard: [...before.heard, id] };
  });
  // Told again it would still be unknown here: another system of the same merchant shares too.
  return { known: order !== undefined };
};

/** Numbers start with the order they belong to: `<order>@S1`, `<order>@F`, `<order>@R0-1`. */
function orderNoOf(number) {
  return String(number).replace(/@[^@]*$/, '');
}
