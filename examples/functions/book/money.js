const { isFinal } = require('./matchLines');
const { keyOf } = require('./plan');
const { outstanding } = require('./rounds');

const sum = (lines) => lines.reduce((total, { amount }) => total + amount, 0);

/** Where the money of an order is, in fen: shared + moving + returned + rest = paid. The rest holds WeChat Pay's fee. */
exports.moneyOf = ({ paid, rounds, returns, finish }) => {
  const lines = rounds.flatMap(({ lines }) => lines);
  const arrived = sum(lines.filter(({ result }) => result === 'SUCCESS'));
  const underWay = rounds
    .filter(({ state }) => state === 'moving' || state === 'unknown')
    .flatMap(({ lines }) => lines);
  const moving = sum(underWay.filter((line) => !isFinal(line)));
  const returned = sum(returns.filter(({ state }) => state === 'settled'));
  const total = paid ? paid.total : 0;
  return {
    paid: total,
    shared: arrived - returned,
    moving,
    returned,
    rest: total - arrived - moving,
    released: finish?.state === 'settled',
  };
};

const WORST_FIRST = ['unknown', 'refused', 'partly_failed', 'closed', 'planned', 'waiting', 'moving', 'settled'];

/** A finish or a return that is sent again by itself. */
exports.repeated = (step) => (step?.state === 'planned' ? { ...step, state: 'waiting' } : step);

/** An order in one word; of several, the one that needs a person first. */
exports.stateOf = (order) => {
  if (order.trouble) return 'trouble';
  if (!order.paid) return 'unpaid';
  const { rounds, returns, finish } = order;
  const missing = outstanding(order).map(keyOf);
  // Once the rest is released, receivers not paid by then will not be.
  const shares = finish?.state === 'settled' ? [] : rounds.map((round) => remedied(round, missing));
  const others = [...returns, ...(finish ? [finish] : [])].map(exports.repeated);
  const states = [...shares, ...others].map(({ state }) => state);
  const worst = WORST_FIRST.find((state) => states.includes(state)) ?? 'paid';
  return worst === 'settled' && finish ? 'finished' : worst;
};

/** A payee who was not paid by one round may have been paid by a later one. */
function remedied(round, missing) {
  const failed = round.lines.filter(({ result }) => result === 'CLOSED');
  if (failed.length === 0 || failed.some((line) => missing.includes(keyOf(line)))) return round;
  return { ...round, state: 'settled' };
}
