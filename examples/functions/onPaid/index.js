const { callerOf } = require('../book/callerOf');
const book = require('../book/orderBook');
const { planOf } = require('../book/plan');
const { withNextRound } = require('../book/rounds');
const { runDue } = require('../book/runDue');
const { fieldsOf, newStep } = require('../book/steps');

/** WeChat Pay refuses to share an order within the first minute (ORDER_NOT_READY). */
const WAIT_MS = 60_000;

/**
 * The payment callback of `cloudPay.unifiedOrder`. WeChat Pay repeats it for two days until it hears `errcode: 0`, which is
 * said once the payment, or what is wrong with it, is in the order.
 * The event carries no signature: that it came from WeChat Pay is known from the source of the call alone
 * (developers.weixin.qq.com, paymentCallback).
 */
exports.main = async (event, context) => {
  if (callerOf(context).source !== 'wx_paycallback') return { errcode: 403, errmsg: 'not a payment callback' };
  if (event.returnCode !== 'SUCCESS' || event.resultCode !== 'SUCCESS') return { errcode: 0, errmsg: 'not a payment' };
  const order = await book.change(event.outTradeNo, (before) => payment(before, event));
  if (!order) return { errcode: 404, errmsg: 'no such order' };
  if (!order.trouble && order.dueAt > 0 && order.dueAt <= Date.now()) await tryToShare(order._id);
  return { errcode: 0, errmsg: 'recorded' };
};

function payment(order, { transactionId, totalFee, timeEnd }) {
  if (order.trouble) return undefined;
  if (order.paid) {
    return order.paid.transactionId === transactionId
      ? undefined
      : { dueAt: 0, trouble: { kind: 'paidTwice', said: totalFee } };
  }
  if (totalFee !== order.total) return { trouble: { kind: 'amount', said: totalFee } };
  const at = beijingTime(timeEnd) ?? Date.now();
  const paid = { transactionId, total: totalFee, at };
  const { problem } = planOf(order);
  if (problem) return { paid, trouble: { kind: 'plan', said: problem } };
  const round = (number, lines) => newStep(number, { lines, dueAt: at + WAIT_MS });
  const rounds = withNextRound(order, round) ?? order.rounds;
  return { paid, ...fieldsOf({ ...order, paid, rounds }) };
}

/** The payment is recorded and its share is due: whatever goes wrong from here on is the timer's to repeat. */
async function tryToShare(orderNo) {
  try {
    await runDue(orderNo);
  } catch (error) {
    console.error(JSON.stringify({ order: orderNo, failed: error.message }));
  }
}

/** `20260302100000` in Beijing as ms since 1970; functions themselves run in UTC. */
function beijingTime(text) {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  return parts ? Date.parse(`${parts.slice(1, 4).join('-')}T${parts.slice(4).join(':')}+08:00`) : undefined;
}
