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
  if (payee?.type !== 'MERCHANT_ID') return undefined;
  if (returns.some(({ item, state }) => item === index && STANDING.includes(state))) return undefined;
  const paid = ({ account, result }) => account === payee.account && result === 'SUCCESS';
  const round = rounds.find(({ lines }) => lines.some(paid));
  return round && { share: round.number, account: payee.account, amount: cost };
};
