'use strict';
// Runs in a fresh process, without any loader: from a require to the end of one first call. Prints milliseconds.
const { module: path, event, until } = JSON.parse(process.argv[2]);

let opened;
const since = () => Number(process.hrtime.bigint() - started) / 1e6;

function finish() {
  // First the clock: the first touch of stdout loads streams of its own.
  const written = since();
  process.stdout.write(JSON.stringify({ opened: opened ?? written, written }), () => process.exit());
}

if (until) {
  const channel = require('node:diagnostics_channel');
  // Node.js says here that its client asks for a connection, and there that it handed a request to one.
  channel.subscribe('net.client.socket', () => {
    opened ??= since();
  });
  channel.subscribe('http.client.request.start', ({ request }) => {
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
