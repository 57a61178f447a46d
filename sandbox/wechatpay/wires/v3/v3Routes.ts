import { createHash } from 'node:crypto';
import { type HttpResponse, json } from '../../../http/httpResponse';
import type { Incoming } from '../../../http/incoming';
import { distinct, type Match, matchRoute } from '../../../http/match';
import type { Route } from '../../../http/route';
import { isRecord } from '../../../isRecord';
import type { Identity } from '../../bank/outcome';
import type { Family } from '../../bank/records';
import type { Fault } from '../../faults';
import type { WeChatPay } from '../../weChatPay';
import { parsed } from '../fieldChecks';
import { applyFault, effectOf } from '../privateLink';
import { authorize, claimedMchId } from './authorization';
import { billFile, bills } from './bills';
import { brand } from './brand';
import { certificates } from './certificates';
import { echo } from './echo';
import { ecommerce } from './ecommerce';
import type { Call, Endpoint, V3EndpointState } from './endpoint';
import { findWrong } from './fields';
import { wrongHeaders } from './headers';
import { openNames } from './names';
import { ordinary } from './ordinary';
import { replacement, rewritten } from './replacement';
import { deliverSigned } from './signedDelivery';
import { type Detail, type Json, paramError, refusal, type V3Answer } from './v3Answer';
import { optional } from './wireText';

/** What a request of API v3 needs of WeChat Pay. */
export type V3RequestState = V3EndpointState & Pick<WeChatPay, 'faults' | 'calls'>;

type Found = Match<Endpoint>;

const endpoints = distinct<Endpoint>([...ordinary, ...ecommerce, ...brand, bills, billFile, certificates, echo]);

const families: Readonly<Record<Endpoint['link'], Family>> = {
  apiv3: 'ordinary',
  ecommerce: 'ecommerce',
  brand: 'brand',
};

/** Path and query of a GET, path and body of a POST; undefined when the body is no JSON object. */
function fieldsOf({ method, query, body }: Incoming, params: Json): Json | undefined {
  if (method === 'GET') return { ...Object.fromEntries(new URLSearchParams(query)), ...params };
  const value = parsed(body.toString('utf8'));
  return isRecord(value) ? { ...value, ...params } : undefined;
}

function locationOf(field: string, { method }: Incoming, params: Json): Detail['location'] {
  if (Object.hasOwn(params, field.slice(1))) return 'path';
  return method === 'GET' ? 'query' : 'body';
}

function identityOf(mchId: string, { link }: Endpoint, fields: Json): Identity {
  return {
    mchId,
    ...optional('subMchId', fields, 'sub_mchid'),
    ...optional('brandMchId', fields, 'brand_mchid'),
    ...optional('appid', fields, 'appid'),
    ...optional('subAppid', fields, 'sub_appid'),
    family: families[link],
    wire: 'v3',
  };
}

/** Headers, signature, form, names, permission to use the family; then the bank. */
async function perform(
  state: V3EndpointState,
  request: Incoming,
  { route: endpoint, params }: Found,
): Promise<V3Answer> {
  const unfit = wrongHeaders(request, endpoint);
  if (unfit) return unfit;
  const authorized = await authorize(state, request);
  if (!authorized.ok) return authorized.answer;
  const { caller } = authorized;
  const given = params && fieldsOf(request, params);
  if (!params || !given) return paramError('请求参数格式错误');
  const rules = endpoint.fields(caller);
  const wrong = findWrong(rules, given, state.v3.switches.unknownFields);
  if (wrong) return wrongField({ ...wrong, location: locationOf(wrong.field, request, params) });
  const missing = endpoint.missing?.(given, caller);
  if (missing !== undefined) return wrongField({ field: `/${missing}`, location: 'body', issue: '必填' });
  const serial = headerOf(request, 'wechatpay-serial');
  const opened = await openNames(state.v3.platform, rules, given, serial);
  if (!opened.ok) return opened.answer;
  const call: Call = {
    bank: state.bank,
    v3: state.v3,
    notices: state.notices,
    caller,
    identity: identityOf(caller.mchId, endpoint, opened.fields),
    fields: opened.fields,
    origin: request.origin,
  };
  return endpoint.refuses?.(call) ?? endpoint.run(call);
}

function wrongField(detail: Detail): V3Answer {
  return paramError(`参数错误:${detail.field.slice(1)} ${detail.issue}`, detail);
}

function headerOf({ headers }: Incoming, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function apiOf(found: Found | undefined, request: Incoming): string {
  if (!found) return `${request.method} ${request.path}`;
  const { api } = found.route;
  return typeof api === 'string' ? api : api(fieldsOf(request, {}) ?? {});
}

function outcomeOf(answer: V3Answer, fault: Fault | undefined): Json {
  const shown = fault && fault.kind !== 'code' && fault.kind !== 'envelope' ? { fault: fault.kind } : {};
  if (answer.kind === 'file') return { ...shown, status: 200 };
  const names = ['code', 'message', 'state', 'status', 'result'];
  const told = names.flatMap((name) => (answer.fields[name] === undefined ? [] : [[name, answer.fields[name]]]));
  return { ...shown, http: answer.status, ...Object.fromEntries(told) };
}

/** An error of the gateway, which signs nothing. */
const gateway = (code: string, message: string): HttpResponse => json(502, { code, message });

/** One request of API v3: the injected fault, the checks and the bank, the signature, the log. */
async function answerV3(state: V3RequestState, request: Incoming): Promise<HttpResponse> {
  const found = matchRoute(endpoints, request.method, request.path);
  const api = apiOf(found, request);
  const fault = state.faults.next(api);
  const unknown = refusal(404, 'RESOURCE_NOT_EXISTS', `接口不存在:${request.method} ${request.path}`);
  const real = effectOf(fault) === 'after' ? await (found ? perform(state, request, found) : unknown) : undefined;
  const given = fieldsOf(request, found?.params ?? {});
  const shown = rewritten(
    fault,
    replacement(fault, given, real) ?? real ?? refusal(500, 'SYSTEM_ERROR', '系统异常，请稍后重试'),
  );
  const at = state.bank.clock.now();
  const id = createHash('sha256').update(`${at}/${state.calls.total}`).digest('hex').toUpperCase();
  const raw = request.body.toString('utf8');
  state.calls.add({
    at,
    api,
    link: found?.route.link ?? 'apiv3',
    request: given ?? raw,
    outcome: outcomeOf(shown, fault),
  });
  const flaw = fault?.kind === 'signature' ? fault.flaw : undefined;
  const named = headerOf(request, 'wechatpay-serial');
  const held = state.v3.heldBy(claimedMchId(request));
  const fine = await deliverSigned(state.v3, shown, { named, held, requestId: id.slice(0, 32), flaw });
  return fault ? applyFault(fault, fine, { platform: gateway }) : fine;
}

/** Everything under /v3/. */
export function v3Routes(state: V3RequestState): readonly Route[] {
  return [{ path: '/v3/*', does: 'API v3', answer: (request) => answerV3(state, request) }];
}
