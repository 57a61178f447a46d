const { callerOf } = require('../book/callerOf');
const book = require('../book/orderBook');
const { settle } = require('../book/settle');

/**
 * Named in PROFIT_SHARING_ON_SETTLED: `profitSharingReconcile` tells it how a share, finish or return ended, at least once and
 * under a stable id. The id is kept in the order, written together with the change it caused, so that a repetition finds
 * it there and a crash leaves neither.
 */
exports.main = async (event, context) => {
  const { source = '' } = callerOf(context);
  // Told by a function, which a timer or a person started. Called straight from a mini program it would be hearsay.
  if (!source.endsWith(',scf')) return { refused: 'only functions tell this' };
  const { id, out_order_no, out_return_no, settlement } = event;
  const number = out_return_no ?? out_order_no;
  if (!isText(id) || !isText(number) || !isSettlement(settlement)) return { refused: 'no news of a settlement' };
  let isKnown = false;
  await book.change(orderNoOf(number), (before) => {
    const changes = settle(before, number, settlement);
    isKnown = changes !== undefined;
    return isKnown && !before.heard.includes(id) ? { ...changes, heard: [...before.heard, id] } : undefined;
  });
  // Told again it would still be unknown here: another system of the same merchant shares too.
  return { known: isKnown };
};

const isText = (value) => typeof value === 'string' && value !== '';

const isSettlement = (value) => isText(value?.state) && Array.isArray(value.receivers);

/** Numbers start with the order they belong to: `<order>@S1`, `<order>@F`, `<order>@R0-1`. */
function orderNoOf(number) {
  return number.replace(/@[^@]*$/, '');
}
