const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const orders = () => cloud.database().collection('shop_orders');

/** Two writers rarely meet more than once; a call that loses this often fails. */
const MOST_ATTEMPTS = 8;

/** The order with this number, or undefined. */
exports.read = async (orderNo) => {
  // The database drops a condition whose value is undefined, and then matches every order there is.
  if (typeof orderNo !== 'string' || orderNo === '') return undefined;
  const { data } = await orders().where({ _id: orderNo }).get();
  return data[0] && { ...EMPTY, ...data[0] };
};

/** What a checkout may have left out. */
const EMPTY = { paid: null, trouble: null, rounds: [], returns: [], finish: null, heard: [], dueAt: 0 };

/** The latest orders first. */
exports.latest = async (limit) => (await orders().orderBy('placedAt', 'desc').limit(limit).get()).data;

/** Orders whose next step is due at `now` (ms), the longest waiting first. */
exports.due = async (now, limit) => {
  const { lte, gt, and } = cloud.database().command;
  const waiting = orders().where({ dueAt: and(gt(0), lte(now)) });
  return (await waiting.orderBy('dueAt', 'asc').limit(limit).get()).data;
};

/**
 * Reads an order, lets `step` say what changes, and writes it only if it was not written in between; else starts over.
 * `step` answers the changed fields, or undefined to leave the order as it is.
 *
 * One conditional write is all the locking there is. A transaction would not do better: wx-server-sdk loses the code
 * by which a conflict inside one is known.
 */
exports.change = async (orderNo, step) => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const order = await exports.read(orderNo);
    const changes = order && step(order);
    if (!changes) return order;
    const { version } = order;
    const changed = { ...changes, version: (version ?? 0) + 1 };
    // A version that is absent is a condition too, or it would be dropped and every writer would win.
    const { stats } = await orders()
      .where({ _id: orderNo, version: version ?? cloud.database().command.exists(false) })
      .update({ data: whole(changed) });
    if (stats.updated === 1) return { ...order, ...changed };
  }
  throw new Error(`order ${orderNo} changes faster than it can be written`);
};

/** `update` merges objects field by field and forgets empty ones: every field is replaced as a whole instead. */
function whole(fields) {
  const { set } = cloud.database().command;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, set(value)]));
}
