const { callerOf } = require('../book/callerOf');
const book = require('../book/orderBook');
const { runDue } = require('../book/runDue');

const MOST_ORDERS = 50;

/** Well below the function's time limit of 60 s: a run that is cut short has only left the rest to the next one. */
const ENOUGH_MS = 40_000;

/** An order that cannot be run makes room for the others for so long. */
const PUT_OFF_MS = 3_600_000;

/** Every minute: sends the steps that are due. A run that overlaps another one sends the same numbers. */
exports.main = async (_event, context) => {
  if (callerOf(context).source !== 'wx_trigger') return { refused: 'only the timer runs this' };
  const startedAt = Date.now();
  const states = {};
  for (const { _id } of await book.due(startedAt, MOST_ORDERS)) {
    if (Date.now() - startedAt > ENOUGH_MS) break;
    const state = await stateAfterRunning(_id);
    if (state) states[state] = (states[state] ?? 0) + 1;
  }
  return { states };
};

/** What one order comes to is nothing to the others, whatever is in it. */
async function stateAfterRunning(orderNo) {
  try {
    const { step } = await runDue(orderNo);
    return step?.state;
  } catch (error) {
    console.error(JSON.stringify({ order: orderNo, failed: error.message }));
    await putOff(orderNo);
    return 'failed';
  }
}

async function putOff(orderNo) {
  try {
    await book.change(orderNo, () => ({ dueAt: Date.now() + PUT_OFF_MS }));
  } catch (error) {
    console.error(JSON.stringify({ order: orderNo, notPutOff: error.message }));
  }
}
