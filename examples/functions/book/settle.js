const { isOver, settledRound } = require('./rounds');

/**
 * The fields of an order that change when the request with this number has come so far, or undefined when the number is none
 * of this order's.
 */
exports.settle = ({ rounds, returns, finish }, number, settlement) => {
  const among = (steps, by) => {
    const change = (step) => (isSettled(step, settlement) ? step : by(step, settlement));
    return steps.map((step) => (step.number === number ? change(step) : step));
  };
  const isIn = (steps) => steps.some((step) => step.number === number);
  if (isIn(rounds)) return { rounds: among(rounds, settledRound) };
  if (isIn(returns)) return { returns: among(returns, settledStep) };
  return finish?.number === number ? { finish: among([finish], settledStep)[0] } : undefined;
};

/** A round that was given up is refused already. */
function isSettled(step, { state }) {
  return isOver(step) || (step.state === 'void' && state === 'refused');
}

function settledStep(step, { state, receivers }) {
  const failReason = receivers[0]?.fail_reason ?? null;
  return { ...step, state: { accepted: 'moving', processing: 'moving' }[state] ?? state, failReason, refusal: null };
}
