const { isRetrySafe } = require('cloudpay-profitsharing');
const { refusalOf } = require('./refusalOf');

/**
 * Sends a step and answers what came of it. A step that is unknown may have arrived: WeChat Pay is asked first, and only when
 * it has never heard of the number the same is sent again.
 */
exports.attempt = async ({ send, query }, { state }) => {
  if (state === 'unknown') {
    const known = await outcomeOf(query, () => 'unknown');
    if (known.refusal?.code !== 'RESOURCE_NOT_EXISTS') return known;
  }
  return outcomeOf(send, stateAfter);
};

async function outcomeOf(request, stateOf) {
  try {
    const { settlement } = await request();
    return { settlement };
  } catch (error) {
    return { refusal: refusalOf(error), state: stateOf(error), afterMs: error.advice.after_ms };
  }
}

/** By the advice alone: what cannot have moved money and passes by itself, what may have, and what needs a person. */
function stateAfter(error) {
  if (error.advice.funds === 'unknown') return 'unknown';
  return isRetrySafe(error) ? 'planned' : 'refused';
}
