import { createHash } from 'node:crypto';
import { type Incoming, json, type Route } from '../../../http/listen';
import { isBag } from '../../../isBag';
import type { World } from '../../../world';
import type { Identity } from '../../bank/outcome';
import type { Family } from '../../bank/records';
import type { Delivery, Fault } from '../../faults';
import { parsed } from '../fieldChecks';
import { damage, effectOf } from '../privateLink';
import { authorize } from './authorization';
import { billFile, bills } from './bills';
import { brand } from './brand';
import { certificates } from './certificates';
import { ecommerce } from './ecommerce';
import { type Call, type Endpoint, type Found, findEndpoint } from './endpoint';
import { findWrong } from './fields';
import { wrongHeaders } from './headers';
import { openNames } from './names';
import { ordinary } from './ordinary';
import { replacement, rewritten } from './replacement';
import { deliverSigned } from './signedDelivery';
import { type Detail, type Json, paramError, refusal, type V3Answer } from './v3Answer';
import { optional } from './wireText';

const endpoints: readonly Endpoint[] = [...ordinary, ...ecommerce, ...brand, bills, billFile, certificates];

const families: Readonly<Record<Endpoint['link'], Family>> = {
  apiv3: 'ordinary',
  ecommerce: 'ecommerce',
  brand: 'brand',
};

/** Path and query of a GET, path and body of a POST; undefined when the body is no JSON object. */
function fieldsOf({ method, query, body }: Incoming, params: Json): Json | undefined {
  if (method === 'GET') return { ...Object.fromEntries(new URLSearchParams(query)), ...params };
  const value = parsed(body.toString('utf8'));
  return isBag(value) ? { ...value, ...params } : undefined;
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
async function perform(world: World, request: Incoming, { endpoint, params }: Found): Promise<V3Answer> {
  const unfit = wrongHeaders(request, endpoint);
  if (unfit) return unfit;
  const authorized = await authorize(world, request);
  if (!authorized.ok) return authorized.answer;
  const { caller } = authorized;
  const given = params && fieldsOf(request, params);
  if (!params || !given) return paramError('请求参数格式错误');
  const rules = endpoint.fields(caller);
  const wrong = findWrong(rules, given, world.v3.switches.unknownFields);
  if (wrong) return wrongField({ ...wrong, location: locationOf(wrong.field, request, params) });
  const missing = endpoint.missing?.(given, caller);
  if (missing !== undefined) return wrongField({ field: `/${missing}`, location: 'body', issue: '必填' });
  const serial = headerOf(request, 'wechatpay-serial');
  const opened = await openNames(world.v3.platform, rules, given, serial);
  if (!opened.ok) return opened.answer;
  const call: Call = {
    world,
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
  const { api } = found.endpoint;
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
const gateway = (code: string, message: string): Delivery => json(502, { code, message });

/** One request of API v3: the injected fault, the checks and the bank, the signature, the log. */
async function answerV3(world: World, request: Incoming): Promise<Delivery> {
  const found = findEndpoint(endpoints, request.method, request.path);
  const api = apiOf(found, request);
  const fault = world.faults.next(api);
  const unknown = refusal(404, 'RESOURCE_NOT_EXISTS', `接口不存在:${request.method} ${request.path}`);
  const real = effectOf(fault) === 'after' ? await (found ? perform(world, request, found) : unknown) : undefined;
  const given = fieldsOf(request, found?.params ?? {});
  const shown = rewritten(
    fault,
    replacement(fault, given, real) ?? real ?? refusal(500, 'SYSTEM_ERROR', '系统异常，请稍后重试'),
  );
  const at = world.bank.clock.now();
  const id = createHash('sha256').update(`${at}/${world.calls.total}`).digest('hex').toUpperCase();
  const raw = request.body.toString('utf8');
  world.calls.add({
    at,
    api,
    link: found?.endpoint.link ?? 'apiv3',
    request: given ?? raw,
    outcome: outcomeOf(shown, fault),
  });
  const flaw = fault?.kind === 'signature' ? fault.flaw : undefined;
  const named = headerOf(request, 'wechatpay-serial');
  const fine = await deliverSigned(world.v3, shown, { named, requestId: id.slice(0, 32), flaw });
  return fault ? damage(fault, fine, { platform: gateway }) : fine;
}

/** Everything under /v3/. */
export function v3Routes(world: World): readonly Route[] {
  return [{ path: '/v3/', shown: '/v3/… (API v3)', answer: (request) => answerV3(world, request) }];
}
