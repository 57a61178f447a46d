const { callerOf } = require('../book/callerOf');
const book = require('../book/orderBook');
const { runDue } = require('../book/runDue');
const { fieldsOf, withoutWait } = require('../book/steps');

const EVENT = 'trade_manage_order_settlement';

/** Calls from a mini program, which are no message push. */
const CLIENTS = ['wx_client', 'wx_devtools'];

/**
 * The message push of a transaction mini program (交易类小程序) that says when the money of an order was settled: before, its
 * shares are refused because the money is frozen until receipt is confirmed. The event is only a hint to try now what is
 * planned anyway: amounts and receivers are the order's, and WeChat Pay refuses once more if it is not true.
 * Without it `shareDue` tries again every few hours.
 */
exports.main = async (event, context) => {
  const { source = '' } = callerOf(context);
  if (CLIENTS.includes(source.split(',')[0])) return { refused: 'only WeChat says this' };
  if (event?.Event !== EVENT || !event.settlement_time) return { waits: true };
  const now = Date.now();
  let isWaiting = false;
  await book.change(event.merchant_trade_no, (order) => {
    isWaiting = order.paid?.transactionId === event.transaction_id && order.dueAt > now;
    return isWaiting ? fieldsOf(withoutWait(order, now)) : undefined;
  });
  if (isWaiting) await tryNow(event.merchant_trade_no);
  return { known: isWaiting };
};

/** The order is due: what goes wrong from here on is the timer's to repeat. */
async function tryNow(orderNo) {
  try {
    await runDue(orderNo);
  } catch (error) {
    console.error(JSON.stringify({ order: orderNo, failed: error.message }));
  }
}
