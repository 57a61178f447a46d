'use strict';
// Runs in a fresh process, without any loader: from a require to the end of one first call. Prints milliseconds.
const { module: path, event, until } = JSON.parse(process.argv[2]);

function finish() {
  // First the clock: the first touch of stdout loads streams of its own.
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  process.stdout.write(String(ms), () => process.exit());
}

if (until) {
  // Node.js says here that a request was handed to its socket: the next thing that happens is the wire's business.
  require('node:diagnostics_channel').subscribe('http.client.request.start', ({ request }) => {
    if (`${request.path} ${request.getHeader('content-type')}`.includes(until)) finish();
  });
}

const started = process.hrtime.bigint();
const { main } = require(path);
const reply = main?.(event, {
  getRemainingTimeInMillis: () => 20_000,
  environment: JSON.stringify({ TCB_SOURCE: 'wx_client,scf', WX_APPID: 'wx8888888888888889' }),
});
if (!until) Promise.resolve(reply).then(finish);
else {
  reply.then((answer) => {
    process.stderr.write(`answered without reaching the wire: ${JSON.stringify(answer)}`, () => process.exit(1));
  });
}
