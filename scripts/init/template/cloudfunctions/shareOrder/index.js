const cloud = require('wx-server-sdk');
const { profitSharing, ProfitSharingError } = require('cloudpay-profitsharing');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/** What the supplier of this shop gets of an order, in fen, and where. Read it from your own order instead. */
const SUPPLIER = { type: 'MERCHANT_ID', account: '1900000110', amount: 888, description: 'goods' };

/**
 * Shares one order that was paid with the profit-sharing flag. Call it from your payment callback or a timer, at least a
 * minute after the payment. The same order always takes the same out_order_no, so that a repeated call never pays twice.
 */
exports.main = async ({ transactionId, orderNo }, context) => {
  // Clients may call every function of an environment: what moves money only listens to functions, timers and callbacks.
  if (!['scf', 'wx_trigger', 'wx_paycallback'].includes(callerOf(context)))
    return { refused: 'only for functions of this environment' };
  try {
    const { settlement } = await profitSharing(cloud).multiProfitSharing({
      transaction_id: transactionId,
      out_order_no: `${orderNo}-S1`,
      receivers: [SUPPLIER],
    });
    // Accepted is not paid: profitSharingReconcile finds out, and PROFIT_SHARING_ON_SETTLED names the function to tell.
    return { state: settlement?.state };
  } catch (error) {
    if (!(error instanceof ProfitSharingError)) throw error;
    return { code: error.code, description: error.description, advice: error.advice };
  }
};

/** Who called, from the second argument: process.env still shows the caller before on a warm instance. */
function callerOf({ environment, environ = '' } = {}) {
  const chain = environment ? JSON.parse(environment).TCB_SOURCE : /(?:^|;)TCB_SOURCE=([^;]*)/.exec(environ)?.[1];
  return String(chain ?? '')
    .split(',')
    .at(-1);
}
