/**
 * Who invoked this very run: `{ source, openid }`, both undefined when the platform does not say.
 *
 * Read from the handler's second argument and nowhere else. `cloud.getWXContext()` reads process.env, where a warm instance
 * still shows the caller before: a stranger behind a timer or a payment callback would pass for it.
 */
exports.callerOf = (context) => {
  const { environment, environ } = context ?? {};
  const values = environment ? JSON.parse(environment) : fromText(environ ?? '');
  return { source: values.TCB_SOURCE, openid: values.WX_OPENID };
};

/** The older form, `NAME=value;NAME=value`; a value may itself hold an equals sign. */
function fromText(text) {
  const pairs = text.split(';').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return Object.fromEntries(pairs);
}
