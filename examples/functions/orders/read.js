const book = require('../book/orderBook');
const { answer } = require('./answer');

/** One order with everything about it. */
exports.read = async ({ id }) => answer({ order: await book.read(id) });
