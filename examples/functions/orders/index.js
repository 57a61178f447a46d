const { callerOf } = require('../book/callerOf');
const { ask } = require('./ask');
const { finish } = require('./finish');
const { giveBack } = require('./giveBack');
const { list } = require('./list');
const { read } = require('./read');
const { share } = require('./share');

const actions = { list, read, share, ask, finish, giveBack };

/** Straight from the mini program, and from nowhere further away. */
const SOURCES = ['wx_client', 'wx_devtools'];

/**
 * The back end of the admin mini program. An event names an order and says what to do with it; it never says how much.
 * Answers `{ orders }`, `{ order }`, or `{ refusal: { code, description?, advice? }, order? }`; codes in lower case are this
 * function's own, the others come from the profit-sharing functions.
 */
exports.main = async ({ action, ...event }, context) => {
  const { source, openid } = callerOf(context);
  if (!SOURCES.includes(source) || !isAdmin(openid)) return { refusal: { code: 'not_admin' } };
  if (!Object.hasOwn(actions, action)) return { refusal: { code: 'no_such_action' } };
  return actions[action](event);
};

/** There is no administrator until SHOP_ADMIN_OPENIDS, a comma-separated variable of this function, says so. */
function isAdmin(openid) {
  const admins = (process.env.SHOP_ADMIN_OPENIDS ?? '').split(',').map((one) => one.trim());
  return Boolean(openid) && admins.includes(openid);
}
