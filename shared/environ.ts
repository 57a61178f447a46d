export type Variables = Readonly<Record<string, string>>;

/** What process.env held before the first invocation: this module is loaded with the function. */
const AT_LOAD: NodeJS.ProcessEnv = { ...process.env };

/**
 * Reads the variables of an invocation: from `environment` (JSON) where there is one, else from `environ` (`k=v;k=v`).
 * Returns nothing for text that can be read in more than one way.
 */
export function readVariables(context: unknown): Variables | undefined {
  if (typeof context !== 'object' || context === null) return undefined;
  const { environment, environ } = context as { environment?: unknown; environ?: unknown };
  if (typeof environment === 'string') return fromJson(environment);
  return typeof environ === 'string' ? fromPairs(environ) : undefined;
}

/**
 * The runtime writes every `k=v` of `environ` into process.env and never removes one (bootstrap.js of
 * `@cloudbase/cli`), so a value with a semicolon sets variables for this and all later calls of the instance. Names
 * that the call does not carry get back the value they were loaded with. To be called before any setting is read.
 */
export function undoSmuggling(context: unknown, env: NodeJS.ProcessEnv = process.env, atLoad = AT_LOAD): void {
  const environ = (context as { environ?: unknown } | null | undefined)?.environ;
  if (typeof environ !== 'string') return;
  const carried = readVariables(context);
  for (const [name] of pairsOf(environ)) {
    if (carried ? Object.hasOwn(carried, name) : CREDENTIALS.has(name)) continue;
    const before = Object.hasOwn(atLoad, name) ? atLoad[name] : undefined;
    if (before === undefined) delete env[name];
    else env[name] = before;
  }
}

/** The platform writes these last, so its own value stays. */
const CREDENTIALS = new Set([
  'TENCENTCLOUD_SECRETID',
  'TENCENTCLOUD_SECRETKEY',
  'TENCENTCLOUD_SESSIONTOKEN',
  'SCF_NAMESPACE',
]);

/** A value that is no text is not a variable. A name given twice may come from inside a value. */
function fromJson(text: string): Variables | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  if (namesIn(text) !== Object.keys(parsed).length) return undefined;
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => typeof value === 'string'));
}

function namesIn(json: string): number {
  let depth = 0;
  let names = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ':' && depth === 1) names += 1;
  }
  return names;
}

const WX_LIST = 'WX_CONTEXT_KEYS';
const TCB_LIST = 'TCB_CONTEXT_KEYS';

/**
 * The format has no escaping. Every published dump has the same order: names of the person and their list, names of the
 * call and their list, credentials. Values a client may choose stand among those of the call, which must be exactly the
 * listed ones: a smuggled name is one too many. Those before the person's list are the platform's own.
 */
function fromPairs(text: string): Variables | undefined {
  const pairs = pairsOf(text);
  const variables = new Map(pairs);
  if (variables.size < pairs.length || pairs.some(([name]) => !NAME.test(name))) return undefined;

  const names = pairs.map(([name]) => name);
  const wxEnd = names.indexOf(WX_LIST);
  const tcbEnd = names.indexOf(TCB_LIST);
  const announced = (list: string) => (variables.get(list) ?? '').split(',');
  const ofPerson = names.slice(0, Math.max(wxEnd, 0));
  if (!ofPerson.every((name) => name.startsWith('WX_')) || !isWithin(ofPerson, announced(WX_LIST))) return undefined;
  if (tcbEnd < 0 || tcbEnd < wxEnd || names.slice(wxEnd + 1, tcbEnd).join() !== announced(TCB_LIST).join())
    return undefined;
  const after = names.slice(tcbEnd + 1).filter((name) => /^(WX|TCB)_/.test(name));
  for (const name of after) variables.delete(name);
  return Object.fromEntries(variables);
}

const NAME = /^\w+$/;

function pairsOf(environ: string): [string, string][] {
  return environ
    .split(';')
    .filter((pair, index, all) => pair !== '' || index < all.length - 1)
    .map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [`${pair} `, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    });
}

function isWithin(names: readonly string[], list: readonly string[]): boolean {
  let from = 0;
  return names.every((name) => {
    from = list.indexOf(name, from) + 1;
    return from > 0;
  });
}
