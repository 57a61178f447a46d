import { join, resolve } from 'node:path';
import type { CallFailure, CallRefusal, CallSuccess } from './cloudbase/call';
import { Cloud } from './cloudbase/cloud';
import { clockRoute, cloudRoutes, httpAccessRoute, timerRoute } from './cloudbase/routes';
import { controlApi } from './control/controlApi';
import { controlRoutes } from './controlRoutes';
import type { Incoming } from './http/incoming';
import { listen, type ServerIdentity } from './http/listen';
import { type Route, route } from './http/route';
import { sameOriginOnly } from './http/sameOriginOnly';
import { CallError, type Sandbox, type SandboxOptions } from './sandbox';
import { openState, type SandboxState } from './sandboxState';
import { loadState, startSaving } from './stateFile';
import { credentialsOf } from './wechatpay/credentials';
import { weChatPayHosts } from './wechatpay/hosts';
import { parties } from './wechatpay/seedParties';
import { startTicker } from './wechatpay/ticker';
import { writeTrustFile } from './wechatpay/tls/trustFile';
import { apiV2Routes } from './wechatpay/wires/apiv2/routes';
import { answerCloudPay } from './wechatpay/wires/cloudpay';
import { answerCloudRun } from './wechatpay/wires/cloudrun';
import { certificates } from './wechatpay/wires/v3/certificates';
import { v3Routes } from './wechatpay/wires/v3/v3Routes';

/** The user of the mini program that a call plays by default. */
const identity = { openid: 'oSandboxUser', appid: parties.subMerchant.appid };

function settled(answer: CallSuccess | CallFailure | CallRefusal): CallSuccess {
  if ('refused' in answer) throw new TypeError(answer.refused);
  if ('failure' in answer) throw new CallError(answer);
  return answer;
}

function cloudRunRoute(state: SandboxState): Route {
  return route('POST', '/_/pay/{name}', 'the open interface service of WeChat Cloud Run', (request) => {
    const { params, headers, body } = request;
    return answerCloudRun(state, { name: params.name, contentType: headers['content-type'] ?? '', body });
  });
}

/** Fetching keys is not what a crash at a request to WeChat Pay is about. */
const countsForCrashes = ({ path }: Incoming): boolean => path !== certificates.path;

/** Starts WeChat Pay and CloudBase in a box on two loopback ports, HTTP and HTTPS. Rejects when one is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, securePort = 0, host = '127.0.0.1', ...rest } = options;
  const functionsDir = resolve(rest.functionsDir ?? 'dist/cloudfunctions');
  const dataDir = rest.dataDir === undefined ? undefined : resolve(rest.dataDir);
  const state = openState({ ...options.state, ...(dataDir !== undefined && { keyFolder: join(dataDir, 'keys') }) });
  const allowedHosts = (rest.allowedHosts ?? []).map((name) => name.toLowerCase());
  if (dataDir !== undefined) await loadState(state, dataDir);
  const { authority } = state;
  const serverIdentity = async (): Promise<ServerIdentity> => {
    const server = await authority.issue('localhost', 'server', [...weChatPayHosts, ...allowedHosts]);
    return { cert: server.certPem, key: server.privateKeyPem, ca: authority.caPem };
  };
  const mount = options.console?.(state, functionsDir);
  let url = '';
  let caFile = '';
  const cloud = new Cloud({
    identity,
    pay: (call) => answerCloudPay(state, call),
    functionsDir,
    functions: rest.functions ?? {},
    functionLimitMs: rest.functionLimitMs,
    maxInstances: rest.maxInstances ?? 4,
    shape: rest.environment ?? 'both',
    verbose: rest.verbose ?? false,
    adminUrl: () => `${url}/admin`,
    caFile: () => caFile,
    database: state.database,
    crashes: state.crashes,
    transit: state.transit,
    http: state.http,
    watch: mount?.watch,
  });
  const crashing = (served: Route): Route => cloud.payRoute(served, countsForCrashes);
  const wechatPay = [...apiV2Routes(state), ...v3Routes(state)].map(crashing);
  const recorded = (routes: readonly Route[]): readonly Route[] =>
    mount?.record(routes, (request) => cloud.senderOf(request)) ?? routes;
  /** With another authority, all that trusts this one has to be renewed. */
  const importState = async (text: string): Promise<void> => {
    const trusted = authority.caPem;
    await state.import(text);
    if (authority.caPem === trusted) return;
    secure.identify(await serverIdentity());
    trust.replace(authority.caPem);
    cloud.restart();
  };
  const control = controlApi([
    ...controlRoutes(state, importState, options.isStarting),
    timerRoute(cloud),
    clockRoute(cloud),
  ]);
  const closed = [...cloudRoutes(cloud), ...control, ...(mount?.routes ?? []), crashing(cloudRunRoute(state))];
  const guarded = closed.map((served) => sameOriginOnly(served, allowedHosts));
  const plain = recorded([...guarded, httpAccessRoute(cloud), ...wechatPay]);
  const listening = await listen(plain, port, host);
  url = listening.url;
  const secure = await listen(recorded(wechatPay), securePort, host, await serverIdentity()).catch(
    async (error: unknown) => {
      await listening.stop();
      throw error;
    },
  );
  listening.proxy({
    hosts: weChatPayHosts,
    port: secure.port,
    address: new URL(secure.url).hostname.replace(/[[\]]/g, ''),
  });
  const trust = writeTrustFile(authority.caPem, dataDir);
  const stopTicker = startTicker(state);
  const stopSaving = dataDir === undefined ? undefined : startSaving(state, dataDir);
  caFile = trust.path;

  const sandbox: Sandbox = {
    url,
    secureUrl: secure.url,
    caFile,
    state: state,
    env: cloud.env,
    database: state.database,
    call: async (name, data = {}, as, environment) => {
      return settled(await cloud.call(name, { data, as, environment }));
    },
    setEnv: (name, vars) => cloud.setEnv(name, vars),
    setClocks: (name, offsetsMs) => cloud.setClocks(name, offsetsMs),
    fire: async (name, { token } = {}) => settled(await cloud.fire(name, token)),
    notify: (mchId, functionName) => state.notices.setUrl(mchId, `${url}/http/${functionName}`),
    advance: (ms) => {
      state.bank.clock.advance(ms);
      return state.notices.deliver();
    },
    crash: (crash) => state.crashes.inject(crash),
    export: () => state.export(),
    import: importState,
    credentials: (mchId = parties.provider.mchId) => credentialsOf(state, mchId),
    stop: async () => {
      stopTicker();
      cloud.stop();
      await Promise.all([listening.stop(), secure.stop()]);
      trust.remove();
      await stopSaving?.();
      state.bank.prove();
    },
  };
  mount?.attach(sandbox);
  return sandbox;
}
