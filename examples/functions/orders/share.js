const book = require('../book/orderBook');
const { openRound } = require('../book/rounds');
const { shareRound } = require('../book/shareRound');
const { answer } = require('./answer');

/**
 * Shares with the payees in `accounts`, all outstanding ones when it is absent. `seen` is the version of the order the
 * person decided on: what has changed since is shown first.
 */
exports.share = async ({ id, seen, accounts }) => {
  const before = await book.read(id);
  if (!before) return answer();
  if (before.version !== seen) return answer(before, { code: 'changed' });
  const after = await shareRound(id, { accounts: Array.isArray(accounts) ? accounts : undefined });
  const open = openRound(after);
  if (after.version === seen)
    return answer(after, { code: open?.state === 'unknown' ? 'in_doubt' : 'nothing_to_share' });
  return answer(after, open?.refusal);
};
