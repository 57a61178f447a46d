'use strict';
// What no client of API v3 can do without: a key read, a signature made, a request handed to a socket.
const { createPrivateKey, sign } = require('node:crypto');
const http = require('node:http');

exports.main = async () => {
  const key = createPrivateKey(process.env.WECHATPAY_MCH_PRIVATE_KEY);
  const authorization = sign('sha256', Buffer.from('POST\n/v3/profitsharing/orders\n'), key).toString('base64');
  const request = http.request('http://127.0.0.1:9/v3/profitsharing/orders', {
    method: 'POST',
    headers: { authorization },
  });
  request.on('error', () => {});
  request.end('{}');
  return new Promise(() => {});
};
