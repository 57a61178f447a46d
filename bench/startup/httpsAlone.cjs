'use strict';
const https = require('node:https');

// The least any client of HTTPS pays: the first connection of a process reads Node's list of certificate authorities.
exports.main = () =>
  new Promise((_answered, failed) => {
    https.request('https://127.0.0.1:9/v3/profitsharing/orders', { method: 'POST' }).on('error', failed).end('{}');
  });
