const book = require('../book/orderBook');
const { viewOf } = require('./viewOf');

const SHOWN = 50;

/** The latest orders, without their details. */
exports.list = async () => {
  const orders = await book.latest(SHOWN);
  return { orders: orders.map(viewOf).map(short) };
};

const short = ({ id, title, placedAt, total, state, money }) => ({ id, title, placedAt, total, state, money });
