import { authorize, parseCaller } from '../../shared/caller';
import type { Effect } from '../../shared/operation';
import { contextOf } from './callers';

const openid = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
const noClients = { clientAccess: 'none', allowedOpenids: new Set<string>() } as const;

describe('the caller is who the platform says, for this one invocation', () => {
  const variables = { TCB_SOURCE: 'wx_client,scf', WX_OPENID: openid, WX_APPID: 'wx8888888888888889' };

  it.each(['environment', 'environ', 'both'] as const)('reads the identity from context.%s', (shape) => {
    expect(parseCaller(contextOf(variables, shape))).toMatchObject({
      hop: 'scf',
      source: 'wx_client,scf',
      openid,
      appid: 'wx8888888888888889',
    });
  });

  it('keeps what follows an equals sign in a value', () => {
    const caller = parseCaller(contextOf({ WX_API_TOKEN: 'abc==', TCB_SOURCE: 'scf' }, 'environ'));
    expect(caller?.variables.WX_API_TOKEN).toBe('abc==');
  });

  it('names the person and the mini program behind a shared environment', () => {
    const shared = parseCaller(contextOf({ ...variables, WX_FROM_OPENID: 'oFrom', WX_FROM_APPID: 'wxFrom' }));
    expect(shared).toMatchObject({ openid: 'oFrom', appid: 'wxFrom', fromAppid: 'wxFrom' });
  });

  it.each([
    ['nothing', undefined],
    ['an empty context', {}],
    ['text that is not JSON', { environment: '{' }],
    ['a JSON list', { environment: '["TCB_SOURCE"]' }],
    ['variables without a source', { environ: 'WX_OPENID=o;WX_APPID=wx' }],
    [
      'a source smuggled in behind a semicolon',
      { environ: 'TCB_SOURCE=wx_client;TCB_CUSTOM_USER_ID=a;TCB_SOURCE=scf' },
    ],
  ])('sees no identity in %s', (_what, context) => {
    expect(parseCaller(context)).toBeUndefined();
  });

  it('does not look into process.env', () => {
    process.env.TCB_SOURCE = 'scf';
    try {
      expect(parseCaller({})).toBeUndefined();
    } finally {
      delete process.env.TCB_SOURCE;
    }
  });
});

describe('who may move money', () => {
  const server = ['scf', 'wx_client,scf', 'wx_devtools,scf,scf', 'wx_trigger', 'wx_http'];
  const clients = ['wx_client', 'wx_devtools', 'wx_localdebug', 'scf,wx_client'];
  const strangers = [
    'wx_unknown',
    'wx_crawler',
    'wx_paycallback',
    'qq_client',
    'scf,',
    ',',
    'SCF',
    'scf2',
    'wx_client,scf,web',
  ];
  const effects: Effect[] = ['money', 'register', 'read'];
  const settings = ['none', 'read', 'all'] as const;
  const allowed = (
    source: string,
    effect: Effect,
    clientAccess: 'none' | 'read' | 'all',
    allowedOpenids = new Set<string>(),
  ) =>
    authorize(parseCaller(contextOf({ TCB_SOURCE: source, WX_OPENID: openid })), effect, {
      clientAccess,
      allowedOpenids,
    }) === undefined;

  const matrix = (sources: string[]) =>
    sources.flatMap((s) => effects.flatMap((e) => settings.map((a) => [s, e, a] as const)));

  it.each(matrix(server))('%s may %s whatever the access setting (%s)', (source, effect, access) => {
    expect(allowed(source, effect, access)).toBe(true);
  });

  it.each(matrix(clients))('%s may %s with access %s only as far as the setting says', (source, effect, access) => {
    expect(allowed(source, effect, access)).toBe(access === 'all' || (access === 'read' && effect === 'read'));
  });

  it.each(matrix(clients))('%s may %s with access %s when the openid is listed', (source, effect, access) => {
    expect(allowed(source, effect, access, new Set([openid]))).toBe(true);
  });

  it.each(matrix(strangers))('%s may never %s, not even with access %s', (source, effect, access) => {
    expect(allowed(source, effect, access, new Set([openid]))).toBe(false);
  });

  it('refuses a public HTTP route even when its source looks like the server API', () => {
    const caller = parseCaller(contextOf({ TCB_SOURCE: 'wx_http', TCB_HTTP_CONTEXT: '{}' }));
    expect(authorize(caller, 'read', { ...noClients, clientAccess: 'all' })).toBeDefined();
  });

  it('refuses a caller without identity whatever the settings', () => {
    expect(authorize(undefined, 'read', { clientAccess: 'all', allowedOpenids: new Set([openid]) })?.en).toMatch(
      /no setting/i,
    );
  });

  it('says which setting would allow a client', () => {
    const client = parseCaller(contextOf({ TCB_SOURCE: 'wx_client' }));
    expect(authorize(client, 'read', noClients)?.en).toMatch(/PROFIT_SHARING_CLIENT_ACCESS=read/);
    expect(authorize(client, 'money', noClients)?.zh).toMatch(/PROFIT_SHARING_ALLOWED_OPENIDS/);
  });

  it('does not let an unlisted openid through because another one is listed', () => {
    expect(allowed('wx_client', 'money', 'none', new Set(['oAnotherUserElse']))).toBe(false);
  });
});
