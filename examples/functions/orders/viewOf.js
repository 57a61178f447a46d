const { moneyOf, stateOf } = require('../book/money');
const { isEnded, isMoving, payable } = require('../book/rounds');
const { returnable } = require('./returnable');

/** What the mini program shows of an order; amounts in fen, times in ms. */
exports.viewOf = (order) => {
  const { _id: id, version, title, placedAt, total, paid, trouble, items, rounds, returns, finish } = order;
  const shareable = Boolean(paid) && !trouble && !isEnded(order);
  return {
    ...{ id, version, title, placedAt, total, trouble: trouble ?? null },
    state: stateOf(order),
    money: moneyOf(order),
    items: items.map(({ title, price, cost, payee }, index) => ({
      ...{ index, title, price, cost: payee ? cost : 0, payee: payee?.name ?? null },
      returned: returns.find(({ item }) => item === index) ?? null,
      returnable: returnable(order, index) !== undefined,
    })),
    rounds,
    finish: finish ?? null,
    /** Whom the next share would pay. */
    next: shareable ? payable(order) : [],
    finishable: (shareable || finish?.state === 'unknown') && !isMoving(order),
  };
};
