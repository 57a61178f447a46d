const { isOver, settledStep } = require('./settle');
const { stepOf, withStep } = require('./steps');

const MINUTE = 60_000;

/** Pauses before a step is sent again by itself. WeChat Pay wants about a minute between two requests on one order. */
const PAUSES = [1, 2, 5, 15, 60, 180].map((minutes) => minutes * MINUTE);

/** Longer than a function and the function it calls may run: afterwards no request of it can still be on its way. */
const BUSY_MS = 2 * MINUTE;

/** A step that is about to be sent. */
exports.begun = (step, now) => {
  const busyUntil = now + BUSY_MS;
  return { ...step, state: 'unknown', sends: (step.sends ?? 0) + 1, busyUntil, dueAt: busyUntil };
};

/**
 * An order after `step` was sent as it was then: `outcome` is `{ settlement }`, or `{ refusal, state, afterMs }`. A refusal is
 * only believed while the step is as this sender left it: a later sender, or news that came meanwhile, knows more.
 */
exports.concluded = (order, { number, sends = 0 }, outcome, now) => {
  const current = stepOf(order, number);
  const isMine = current.sends === sends + 1;
  const free = isMine ? { ...current, busyUntil: 0 } : current;
  const after = outcome.settlement ? settledStep(free, outcome.settlement) : refused(free, isMine, outcome);
  const dated = isMine ? { ...after, ...nextTry(after, outcome, now) } : after;
  return spaced(withStep(order, dated), number, now);
};

function refused(step, isMine, { refusal, state }) {
  return isMine && step.state === 'unknown' ? { ...step, refusal, state } : step;
}

function nextTry({ state, tries = 0 }, { afterMs = 0 }, now) {
  if (state !== 'planned' && state !== 'unknown') return { dueAt: 0 };
  const pause = PAUSES[Math.min(tries, PAUSES.length - 1)];
  return { tries: tries + 1, dueAt: now + Math.max(pause, afterMs) };
}

/** The rounds after one that was just sent wait their minute. */
function spaced(order, number, now) {
  if (!order.rounds.some((round) => round.number === number && (isOver(round) || round.state === 'moving')))
    return order;
  const later = (round) => ({ ...round, dueAt: Math.max(round.dueAt ?? 0, now + MINUTE) });
  return { ...order, rounds: order.rounds.map((round) => (round.state === 'planned' ? later(round) : round)) };
}
