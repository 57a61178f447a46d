const { isRetrySafe } = require('cloudpay-profitsharing');
const book = require('./orderBook');
const { payments } = require('./payments');
const { refusalOf } = require('./refusalOf');
const { isEnded, isOver, openRound, settledRound, withNextRound } = require('./rounds');

const MINUTE = 60_000;

/** Pauses before a round is sent again by itself. */
const PAUSES = [1, 2, 5, 15, 60, 180].map((minutes) => minutes * MINUTE);

/** Longer than any function may run: afterwards nobody can still be sending. */
const BUSY_MS = MINUTE;

/**
 * Sends the round of an order that is due, or a new one for the payees in `accounts` (all outstanding ones by default), and
 * answers the order afterwards; unchanged when there is nothing that may be sent. Never throws for what WeChat Pay or the
 * functions say: that is written into the round.
 *
 * A round is in the order, as unknown, before its request leaves. Whoever dies in between leaves a due date behind; the
 * timer then asks WeChat Pay, and sends the same number with the same lines, which cannot pay twice. One sender at a time:
 * a refusal is only believed when no other request of the same number can be on its way.
 */
exports.shareRound = async (orderNo, { accounts, now = Date.now() } = {}) => {
  let round;
  const order = await book.change(orderNo, (before) => {
    round = undefined;
    if (!before.paid || before.trouble || isEnded(before)) return before.dueAt > 0 ? { dueAt: 0 } : undefined;
    const rounds = withNextRound(before, accounts);
    const open = rounds && openRound({ rounds });
    if (!open || open.busyUntil > now) return undefined;
    round = open;
    const busyUntil = now + BUSY_MS;
    return { rounds: replaced(rounds, { ...open, state: 'unknown', busyUntil }), dueAt: busyUntil };
  });
  if (!round) return order;
  const outcome = await send(order.paid.transactionId, round);
  return book.change(orderNo, ({ rounds }) => {
    const current = rounds.find(({ number }) => number === round.number);
    const after = { ...(isOver(current) ? current : outcome(current)), busyUntil: 0 };
    return { rounds: replaced(rounds, after), dueAt: dueAfter(after, now) };
  });
};

const replaced = (rounds, by) => rounds.map((round) => (round.number === by.number ? by : round));

/** Answers what the request makes of the round, as a function of the round as it is by then. */
async function send(transaction_id, { number: out_order_no, state, lines }) {
  const known = state === 'unknown' && (await lookUp(transaction_id, out_order_no));
  if (known) return known;
  const receivers = lines.map(({ type, account, name, amount, description }) => {
    return { type, account, ...(name && { name }), amount, description };
  });
  try {
    const { settlement } = await payments.multiProfitSharing({ transaction_id, out_order_no, receivers });
    return (round) => settledRound(round, settlement);
  } catch (error) {
    const refusal = refusalOf(error);
    return (round) => ({ ...round, refusal, state: stateAfter(error), tries: round.tries + 1 });
  }
}

/** What WeChat Pay knows of a number; undefined when it has never heard of it, and only then may it be sent again. */
async function lookUp(transaction_id, out_order_no) {
  try {
    const { settlement } = await payments.profitSharingQuery({ transaction_id, out_order_no });
    return (round) => settledRound(round, settlement);
  } catch (error) {
    const refusal = refusalOf(error);
    return refusal.code === 'RESOURCE_NOT_EXISTS'
      ? undefined
      : (round) => ({ ...round, refusal, tries: round.tries + 1 });
  }
}

/** By the advice alone: what cannot have moved money and passes by itself, what may have, and what needs a person. */
function stateAfter(error) {
  if (error.advice.funds === 'unknown') return 'unknown';
  return isRetrySafe(error) ? 'planned' : 'refused';
}

/** When the timer looks at a round again, in ms; 0 for never. */
function dueAfter({ state, tries }, now) {
  const passes = state === 'planned' || state === 'unknown';
  return passes ? now + PAUSES[Math.min(Math.max(tries, 1), PAUSES.length) - 1] : 0;
}
