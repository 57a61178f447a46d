// The demo's own backend: a cloud function on the unmodified wx-server-sdk that calls the profit-sharing functions.
// It passes on whatever the demo asks for; a real one takes amounts from its own orders only, never from a client.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

exports.main = async ({ call, directly, data }) => {
  if (directly) return cloud.cloudPay[directly](data);
  const { result } = await cloud.callFunction({ name: call, data });
  return result;
};
