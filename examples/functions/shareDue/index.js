const { callerOf } = require('../book/callerOf');
const book = require('../book/orderBook');
const { shareRound } = require('../book/shareRound');

const MOST_ORDERS = 50;

/** Well below the function's time limit of 60 s: a run that is cut short has only left the rest to the next one. */
const ENOUGH_MS = 40_000;

/** Every minute: sends the rounds that are due. A run that overlaps another one sends the same numbers. */
exports.main = async (_event, context) => {
  if (callerOf(context).source !== 'wx_trigger') return { refused: 'only the timer runs this' };
  const startedAt = Date.now();
  const states = {};
  for (const { _id } of await book.due(startedAt, MOST_ORDERS)) {
    if (Date.now() - startedAt > ENOUGH_MS) break;
    const order = await shareRound(_id);
    const { state } = order.rounds.at(-1) ?? {};
    states[state] = (states[state] ?? 0) + 1;
  }
  return { states };
};
