/**
 * Who gets what of an order, in fen: one line per payee, because WeChat Pay takes a receiver only once per request.
 * Everything comes from the order as it was placed.
 */
exports.planOf = ({ items }) => {
  const lines = new Map();
  for (const { payee, cost, title } of items) {
    if (!payee) continue;
    const line = lines.get(payee.account);
    if (line) line.amount += cost;
    else lines.set(payee.account, { ...payee, amount: cost, description: title.slice(0, 80) });
  }
  return [...lines.values()];
};
