/** Actions that leave everything as it is, at WeChat Pay and in the order. */
const HARMLESS = ['list', 'read', 'ask'];

/**
 * Asks the function `orders`; see there for actions and answers. Never rejects: a call without an answer is a refusal like any
 * other, `offline` when that does no harm and `lost` when what was asked for may have been done.
 */
module.exports = async (action, details = {}) => {
  const silence = { refusal: { code: HARMLESS.includes(action) ? 'offline' : 'lost' } };
  try {
    const { result } = await wx.cloud.callFunction({ name: 'orders', data: { action, ...details } });
    return result ?? silence;
  } catch {
    return silence;
  }
};
