const { ProfitSharingError } = require('cloudpay-profitsharing');

/** What is kept and shown of a failed call. Anything but a failure of profit sharing is thrown on. */
exports.refusalOf = (error) => {
  if (!(error instanceof ProfitSharingError)) throw error;
  const { code, description, advice } = error;
  return { code, description, advice };
};
