const { moneyOf, repeated, stateOf } = require('../book/money');
const { isEnded, isFinishable, payable } = require('../book/rounds');
const { returnable } = require('./returnable');

/** What the mini program shows of an order; amounts in fen, times in ms. An order that cannot be read is shown as such. */
exports.viewOf = (order) => {
  try {
    return whole(order);
  } catch {
    return { ...unreadable, ...headOf(order), trouble: { kind: 'spoilt', said: null } };
  }
};

const headOf = ({ _id: id, version, title, placedAt, total }) => ({ id, version, title, placedAt, total });

const unreadable = {
  state: 'trouble',
  money: { paid: 0, shared: 0, moving: 0, returned: 0, rest: 0, released: false },
  ...{ items: [], rounds: [], finish: null, next: [], finishable: false },
};

function whole(order) {
  const { paid, trouble, items, rounds, returns, finish } = order;
  return {
    ...headOf(order),
    trouble: trouble ?? null,
    state: stateOf(order),
    money: moneyOf(order),
    items: items.map(({ title, price, cost, payee }, index) => ({
      ...{ index, title, price, cost: payee ? cost : 0, payee: payee?.name ?? null },
      returned: repeated(returns.find(({ item }) => item === index)) ?? null,
      returnable: returnable(order, index) !== undefined,
    })),
    rounds,
    finish: repeated(finish) ?? null,
    /** Whom the next share would pay. */
    next: paid && !trouble && !isEnded(order) ? payable(order) : [],
    finishable: isFinishable(order),
  };
}
