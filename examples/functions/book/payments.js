const cloud = require('wx-server-sdk');
const { profitSharing } = require('cloudpay-profitsharing');

/** The profit-sharing functions deployed beside this one, as methods. */
exports.payments = profitSharing(cloud);
