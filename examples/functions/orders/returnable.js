const { keyOf } = require('../book/plan');

/** A return in one of these states stands; any other may be sent again. */
const STANDING = ['moving', 'settled'];

/**
 * What can be taken back of an item: from which share, whose account and how much (fen), or undefined. Only merchants that
 * were paid can give back; persons never (docs of CloudPay.profitSharingReturn).
 */
exports.returnable = ({ items, rounds, returns }, index) => {
  // '0' would find the item and none of its returns, and so return it twice.
  if (!Number.isInteger(index)) return undefined;
  const { payee, cost } = items[index] ?? {};
  if (payee?.type !== 'MERCHANT_ID' || !Number.isSafeInteger(cost) || cost <= 0) return undefined;
  if (returns.some(({ item, state }) => item === index && STANDING.includes(state))) return undefined;
  const received = ({ lines }) => lines.find((line) => keyOf(line) === keyOf(payee) && line.result === 'SUCCESS');
  const round = rounds.find(received);
  if (!round) return undefined;
  const { number: share } = round;
  const { account } = payee;
  // Several items may have been paid by one line: together they never give back more than it brought.
  const others = returns.filter((one) => one.item !== index && one.share === share && one.account === account);
  const taken = others.filter(({ state }) => state !== 'closed').reduce((sum, { amount }) => sum + amount, 0);
  return taken + cost > received(round).amount ? undefined : { share, account, amount: cost };
};
