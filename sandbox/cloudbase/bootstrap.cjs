'use strict';
// The inside of one function instance: plain JavaScript, because it is forked without any loader and must start fast.
// Behaves like the platform's Node bootstrap, its traps included.

const { Socket } = require('node:net');
const { join } = require('node:path');

const send = process.send.bind(process);
let current;

// The wall clock of this instance, off by so many ms. Monotonic clocks and timers stay as they are, as with a real clock
// that is wrong; and so do the clocks of the platform, the database and WeChat Pay, which live in other processes.
let clockOffsetMs = Number(process.argv[2] ?? 0);
const trueNow = Date.now;
Date.now = () => trueNow() + clockOffsetMs;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [Date.now()] : given, as),
  apply: (target) => new target(Date.now()).toString(),
});
Date.prototype.constructor = Date;

// Everything printed travels on the same channel as the reply, so that no line arrives after it.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk, encoding, done) => {
    send({ type: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
    const callback = typeof encoding === 'function' ? encoding : done;
    if (callback) process.nextTick(callback);
    return true;
  };
}

// A crash must hit the process that sent a request; the sandbox recognises it by its connections.
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...where) {
  this.once('connect', () => send({ type: 'connected', connection: `${this.localPort}-${this.remotePort}` }));
  return connect.apply(this, where);
};

function failed(error) {
  const isError = error instanceof Error;
  return {
    type: 'failed',
    errorMessage: isError ? error.message : typeof error === 'string' ? error : JSON.stringify(error),
    stackTrace: (isError && error.stack) || '',
  };
}

function load() {
  const loaded = require(join(process.cwd(), 'index.js'));
  if (typeof loaded.main !== 'function') throw new Error('index.main is not a function');
  return loaded.main;
}

// Never deletes what an earlier invocation left, and cuts a value at its second '=': both as the platform does.
function spread(environ) {
  for (const pair of environ.split(';')) {
    const [key, value] = pair.split('=', 2);
    if (key && value !== undefined) process.env[key] = value;
  }
}

function contextOf(request, finish) {
  const deadline = performance.now() + request.timeLimitMs;
  return {
    callbackWaitsForEmptyEventLoop: true,
    done: finish,
    succeed: (result) => finish(null, result),
    fail: (error) => finish(error ?? new Error('context.fail')),
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
    memory_limit_in_mb: request.memoryLimitMb,
    time_limit_in_ms: request.timeLimitMs,
    request_id: request.requestId,
    ...(request.shape === 'old' || request.shape === 'both' ? { environ: request.environ } : {}),
    ...(request.shape === 'new' || request.shape === 'both' ? { environment: request.environment } : {}),
    function_version: '$LATEST',
    function_name: request.functionName,
    namespace: request.namespace,
  };
}

function replyOf(result, maxReplyBytes) {
  const text = JSON.stringify(result === undefined ? null : result) ?? 'null';
  if (Buffer.byteLength(text) > maxReplyBytes) return { type: 'oversized' };
  return { type: 'reply', text };
}

function settle(request, error, result) {
  if (current !== request) return;
  current = undefined;
  let message;
  try {
    message = error == null ? replyOf(result, request.maxReplyBytes) : failed(error);
  } catch (unserialisable) {
    message = failed(unserialisable);
  }
  send({ ...message, requestId: request.requestId });
}

async function handle(main, request) {
  current = request;
  spread(request.environ);
  const finish = (error, result) => settle(request, error, result);
  try {
    const returned = main(JSON.parse(request.event), contextOf(request, finish), finish);
    const isPromise = typeof returned?.then === 'function';
    // A handler that takes the callback answers through it, unless it returns a promise.
    if (isPromise || main.length < 3) finish(null, await returned);
  } catch (error) {
    finish(error ?? new Error('thrown without a value'));
  }
}

// The parent ends the process after a fatal failure: the next call gets a fresh one.
process.on('uncaughtException', (error) => {
  console.error(error);
  if (current) send({ ...failed(error), fatal: true, requestId: current.requestId });
  else process.exit(1);
});

process.on('disconnect', () => process.exit());

let main;
let unloadable;
try {
  main = load();
} catch (error) {
  unloadable = failed(error);
}
process.on('message', (request) => {
  if (request.type === 'clock') clockOffsetMs = request.offsetMs;
  else if (unloadable) send({ ...unloadable, fatal: true, requestId: request.requestId });
  else handle(main, request);
});
send({ type: 'ready' });
