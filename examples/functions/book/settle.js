const { isFinal, matchLines } = require('./matchLines');
const { fieldsOf, stepOf, withStep } = require('./steps');

const OVER = ['settled', 'partly_failed', 'closed'];

/** Whether a step has come to its end: nothing that arrives late changes it any more. */
exports.isOver = ({ state }) => OVER.includes(state);

/**
 * A step after WeChat Pay, or the reconciliation, has told its settlement. What is told may be older than what is known, so
 * the state of the step decides what it changes.
 */
exports.settledStep = (step, { state, receivers }) => {
  if (exports.isOver(step)) return step;
  // Of an earlier request, perhaps: the step may have been sent again since. WeChat Pay is asked, the number not given up.
  if (state === 'refused') return step.state === 'unknown' ? askedSoon(step) : step;
  const isUnderWay = state === 'accepted' || state === 'processing';
  if (!isUnderWay && !OVER.includes(state)) return step;
  const lines = linesOf(step);
  const { told, isStrange } = lines ? matchLines(lines, receivers) : { told: new Map(), isStrange: false };
  if (isStrange) return unclear(step);
  const isClosedWhole = state === 'closed' && receivers.length === 0;
  const after = lines?.map((line, index) =>
    isClosedWhole ? { ...line, result: 'CLOSED' } : resulting(line, told.get(index)),
  );
  const known = { ...withLines(step, after), refusal: null };
  if (isUnderWay) return { ...known, state: 'moving' };
  if (!lines) return { ...known, state };
  return after.every(isFinal) ? { ...known, state: overAll(after) } : unclear(known);
};

/** The fields of an order that change when the request with this number has come so far; undefined when none is its. */
exports.settle = (order, number, settlement) => {
  const step = stepOf(order, number);
  return step && fieldsOf(withStep(order, exports.settledStep(step, settlement)));
};

/** The owner of a line is not known: WeChat Pay is asked, and a person sees why. */
const unclear = (step) => askedSoon({ ...step, state: 'unknown', refusal: { code: 'unclear_lines' } });

/** Due as soon as no request of it can be on its way. */
const askedSoon = (step) => ({ ...step, dueAt: Math.max(step.busyUntil ?? 0, 1) });

/** A return has one line, which is the return itself; a finish has none. */
function linesOf(step) {
  return step.lines ?? (step.account === undefined ? undefined : [step]);
}

function withLines(step, after) {
  if (step.lines) return { ...step, lines: after };
  const [{ result, failReason } = {}] = after ?? [];
  return after ? { ...step, result, failReason } : step;
}

/** WeChat Pay says FAILED of a return where it says CLOSED of a share. */
const RESULTS = { FAILED: 'CLOSED' };

function resulting(line, told) {
  if (!told || isFinal(line)) return line;
  const detail = told.detail_id && { detailId: told.detail_id };
  return { ...line, result: RESULTS[told.result] ?? told.result, failReason: told.fail_reason ?? null, ...detail };
}

function overAll(lines) {
  const paid = lines.filter(({ result }) => result === 'SUCCESS').length;
  if (paid === lines.length) return 'settled';
  return paid === 0 ? 'closed' : 'partly_failed';
}
