'use strict';
// The process one function runs in: plain JavaScript, because it is forked without any loader, as the cloud does.

const { join } = require('node:path');

process.once('message', async ({ folder, event, environment, limitMs }) => {
  const deadline = Date.now() + limitMs;
  const context = { environment, getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) };
  const { main } = require(join(folder, 'index.js'));
  const reply = JSON.stringify(await main(event, context));
  // Kept-alive connections would hold the process; disconnecting before the reply has left would lose it.
  process.send({ reply }, () => process.exit());
});
