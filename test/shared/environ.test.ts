import fc from 'fast-check';
import { authorize, parseCaller } from '../../shared/caller';
import { undoSmuggling } from '../../shared/environ';
import { environOf } from './callers';

const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';

/** What the platform sends, in the order of every published dump: each list names what stands before it. */
const person = { WX_CLIENTIP: '10.0.0.1', WX_APPID: 'wx8888888888888889', WX_OPENID: openid, WX_API_TOKEN: 'abc==' };
const call = { TCB_ENV: 'env-1', TCB_SEQID: '1_2', TRIGGER_SRC: 'tcb', TCB_SESSIONTOKEN: 'token' };
const credentials = { TENCENTCLOUD_SECRETID: 'AKID', TENCENTCLOUD_SECRETKEY: 'key==', SCF_NAMESPACE: 'env-1' };

/** Variables whose text a client chooses, or may choose. */
const CLIENTS_TEXT = [
  'TCB_UUID',
  'TCB_CUSTOM_USER_ID',
  'TCB_SOURCE_IP',
  'TCB_ROUTE_KEY',
  'TCB_HTTP_CONTEXT',
  'TCB_TRACELOG',
];

const platforms: [string, Record<string, string>, Record<string, string>][] = [
  ['a person in the mini program', person, { ...call, TCB_SOURCE: 'wx_client' }],
  ['a function called by a person', person, { ...call, TCB_SOURCE: 'wx_client,scf' }],
  ['a timer', {}, { ...call, TCB_SOURCE: 'wx_trigger' }],
  ['the HTTP access service, which sets no source', {}, call],
  ['a source that is no WeChat client', {}, { ...call, TCB_SOURCE: 'web_client' }],
];

/** Text made of what an attacker would try: names, separators, lists, and anything else. */
const smuggled = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ';',
        '=',
        ',',
        ';TCB_SOURCE=scf',
        ';TCB_SOURCE=wx_client,scf',
        ';TCB_SOURCE=wx_http',
        ';WX_OPENID=oOwner',
        ';WX_FROM_OPENID=oOwner',
        ';WX_FROM_APPID=wxOwner',
        ';WX_APPID=wxOwner',
        ';WX_CONTEXT_KEYS=WX_OPENID',
        ';WX_CONTEXT_KEYS=WX_FROM_OPENID',
        ';TCB_CONTEXT_KEYS=TCB_SOURCE',
        ';TCB_CONTEXT_KEYS=TCB_ENV,TCB_SEQID,TRIGGER_SRC,TCB_SESSIONTOKEN,TCB_UUID,TCB_SOURCE',
        ';TCB_ENV=env-1',
        ';__proto__=x',
        ';toString=x',
        '\n',
        '"',
        '\\',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const who = (context: unknown) => {
  const caller = parseCaller(context);
  return caller && { hop: caller.hop, openid: caller.openid, appid: caller.appid, fromAppid: caller.fromAppid };
};

describe.each(platforms)('whatever a client writes into a call of %s', (_whose, wx, tcb) => {
  const honest = who({ environ: environOf(wx, tcb, credentials) });

  it.each(CLIENTS_TEXT)('into %s, no other user is taken for the caller', (name) => {
    fc.assert(
      fc.property(smuggled, fc.nat(6), (text, at) => {
        const set = Object.entries(tcb);
        set.splice(Math.min(at, set.length), 0, [name, text]);
        const found = who({ environ: environOf(wx, Object.fromEntries(set), credentials) });
        if (found !== undefined) expect(found).toEqual(honest);
      }),
      { numRuns: 400 },
    );
  });

  it('JSON carries any text unharmed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLIENTS_TEXT), smuggled, (name, text) => {
        const context = { environment: JSON.stringify({ ...wx, ...tcb, [name]: text }) };
        expect(who(context)).toEqual(who({ environment: JSON.stringify({ ...wx, ...tcb }) }));
      }),
    );
  });
});

describe('environ is only believed where it can be read in one way', () => {
  const honest = environOf(person, { ...call, TCB_SOURCE: 'wx_client' }, credentials);

  it('as every published dump of a real invocation can', () => {
    expect(who({ environ: honest })).toEqual({
      hop: 'wx_client',
      openid,
      appid: person.WX_APPID,
      fromAppid: undefined,
    });
  });

  it.each([
    ['a source behind a header of an HTTP request', { ...call, TCB_HTTP_CONTEXT: '{};TCB_SOURCE=scf' }],
    [
      'another person behind a user id',
      { ...call, TCB_CUSTOM_USER_ID: 'x;WX_FROM_OPENID=oOwner', TCB_SOURCE: 'wx_client' },
    ],
    [
      'a name given twice, even with the same value',
      { ...call, TCB_UUID: 'x;TCB_SOURCE=wx_client', TCB_SOURCE: 'wx_client' },
    ],
    ['a text without a name', { ...call, TCB_UUID: 'x;y', TCB_SOURCE: 'wx_client' }],
    ['a setting of ours', { ...call, TCB_UUID: 'x;PROFIT_SHARING_CLIENT_ACCESS=all', TCB_SOURCE: 'wx_client' }],
  ])('not with %s', (_what, tcb) => {
    expect(parseCaller({ environ: environOf(person, tcb, credentials) })).toBeUndefined();
  });

  it('not without the list that announces the source', () => {
    expect(parseCaller({ environ: 'TCB_ENV=env-1;TCB_SOURCE=scf' })).toBeUndefined();
    expect(parseCaller({ environ: 'TCB_SOURCE=scf;TCB_CONTEXT_KEYS=TCB_ENV' })).toBeUndefined();
  });
});

describe('a JSON environment', () => {
  it.each([
    ['names the source twice', '{"TCB_SOURCE":"wx_client","TCB_SOURCE":"scf"}'],
    ['names the source twice, once with an escape', '{"TCB_SOURCE":"wx_client","\\u0054CB_SOURCE":"scf"}'],
    ['has a source that is no text', '{"TCB_SOURCE":["scf"]}'],
    ['has a source that is an object', '{"TCB_SOURCE":{"toString":"scf"}}'],
    ['hides the source behind __proto__', '{"__proto__":{"TCB_SOURCE":"scf"}}'],
    ['is a number', '1'],
  ])('that %s gives no identity', (_what, environment) => {
    expect(parseCaller({ environment })).toBeUndefined();
  });

  it('is preferred, and never replaced by environ', () => {
    const environ = environOf({}, { ...call, TCB_SOURCE: 'scf' }, credentials);
    expect(parseCaller({ environment: '{', environ })).toBeUndefined();
    expect(parseCaller({ environment: '{"TCB_SOURCE":"wx_client"}', environ })?.hop).toBe('wx_client');
  });

  it('gives no openid that is no text', () => {
    const environment = '{"TCB_SOURCE":"wx_client","WX_OPENID":{"toString":1}}';
    expect(parseCaller({ environment })?.openid).toBeUndefined();
  });
});

it('a call that came over HTTP is refused whatever its source says, also where a function seems to stand between', () => {
  for (const source of ['scf', 'wx_http', 'wx_trigger', 'wx_client,scf']) {
    const caller = parseCaller({ environment: JSON.stringify({ TCB_SOURCE: source, TCB_HTTP_CONTEXT: '{}' }) });
    const access = { clientAccess: 'all', allowedOpenids: new Set([openid]) } as const;
    expect(authorize(caller, 'read', access)?.en).toMatch(/HTTP/);
  }
});

describe('what a smuggled value made the runtime write into process.env', () => {
  const atLoad = { PROFIT_SHARING_LINK: 'apiv3', TCB_CONTEXT_CNFG: '{"URL":"https://real"}' };

  /** As the platform's bootstrap does: whatever stands between semicolons becomes a variable. */
  function spread(environ: string): NodeJS.ProcessEnv {
    const env: NodeJS.ProcessEnv = { ...atLoad };
    for (const pair of environ.split(';')) {
      const [name = '', value] = pair.split('=', 2);
      env[name] = value;
    }
    return env;
  }

  it('is undone before any setting is read: a stranger sets neither the link nor the platform’s address nor a key', () => {
    const text = 'x;PROFIT_SHARING_LINK=cloudpay;WECHATPAY_PUBLIC_KEY=own;TCB_CONTEXT_CNFG={"URL":"https://evil"}';
    const environ = environOf({}, { ...call, TCB_HTTP_CONTEXT: text }, credentials);
    const env = spread(environ);
    undoSmuggling({ environ }, env, atLoad);
    expect(env).toMatchObject(atLoad);
    expect(env).not.toHaveProperty('WECHATPAY_PUBLIC_KEY');
    expect(env).toMatchObject({ TENCENTCLOUD_SECRETID: 'AKID' });
  });

  it('also where the identity comes from JSON', () => {
    const tcb = { ...call, TCB_UUID: 'x;PROFIT_SHARING_LINK=cloudpay', TCB_SOURCE: 'wx_client' };
    const environ = environOf(person, tcb, credentials);
    const env = spread(environ);
    undoSmuggling({ environ, environment: JSON.stringify({ ...person, ...tcb, ...credentials }) }, env, atLoad);
    expect(env.PROFIT_SHARING_LINK).toBe('apiv3');
    expect(env.WX_OPENID).toBe(openid);
  });

  it('an honest call keeps all its variables', () => {
    const environ = environOf(person, { ...call, TCB_SOURCE: 'wx_client' }, credentials);
    const env = spread(environ);
    const before = { ...env };
    undoSmuggling({ environ }, env, atLoad);
    expect(env).toEqual(before);
  });
});
