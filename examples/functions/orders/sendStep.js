const book = require('../book/orderBook');
const { refusalOf } = require('../book/refusalOf');
const { isOver } = require('../book/rounds');
const { answer } = require('./answer');

/**
 * A finish or a return: written into the order as unknown, sent, and its outcome written. Whoever dies in between leaves
 * an unknown behind, which `ask` settles.
 */
exports.sendStep = async (seen, { record, send, replace, step }) => {
  let changed = false;
  const order = await book.change(seen._id, (now) => {
    changed = now.version !== seen.version;
    return changed ? undefined : record(now);
  });
  if (changed) return answer(order, { code: 'changed' });
  const outcome = await outcomeOf(send);
  const after = await book.change(seen._id, (now) => {
    const current = step(now);
    return isOver(current) ? undefined : replace(now, { ...current, ...outcome });
  });
  return answer(after, outcome.refusal ?? undefined);
};

const STATES = { accepted: 'moving', processing: 'moving' };

async function outcomeOf(send) {
  try {
    const { state } = (await send()).settlement;
    return { state: STATES[state] ?? state, refusal: null };
  } catch (error) {
    const refusal = refusalOf(error);
    return { state: refusal.advice.funds === 'unknown' ? 'unknown' : 'refused', refusal };
  }
}
