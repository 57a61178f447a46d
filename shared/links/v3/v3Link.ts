import type { Config } from '../../config';
import type { JsonObject, OperationName, RequestOf } from '../../contract';
import type { Exchange, HttpAnswer } from '../../http';
import type { Operation } from '../../operation';
import { readJson } from '../../readJson';
import { text } from '../../text';
import { type Connection, connect } from '../../wechatpay/connection';
import { readCredentials } from '../../wechatpay/credentials';
import { encryptField } from '../../wechatpay/encryptField';
import { WechatPayError } from '../../wechatpay/WechatPayError';
import { faultOf } from '../faultOf';
import { type Fault, fault, type Link, type RowSink, type SendResult } from '../link';
import { inText } from './answers';
import { commonFields, refusal } from './refusal';
import { type Download, type Route, type RouteTable, requestTarget } from './route';

/** Largest bill file accepted, compressed, in bytes. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A link over API v3. Keys are parsed once, here. @param now the clock that signatures are judged by, ms since 1970 */
export function v3Link(routes: RouteTable, config: Config, send: Exchange, now: () => number = Date.now): Link {
  const credentials = readCredentials(config);
  const connection = typeof credentials === 'string' ? undefined : connect(config, credentials, send, now);

  return {
    check(operation, request) {
      return routes[operation.name]?.violations?.(request, config) ?? [];
    },

    async send(operation, request, { timeoutMs, rows }) {
      const deadline = now() + timeoutMs;
      if (!connection) return fault('CONFIG_ERROR', String(credentials));
      const route = routes[operation.name];
      if (!route) return fault('CONFIG_ERROR', `${operation.name} → ${config.link}`);
      const [missing] = route.settings?.(request, config) ?? [];
      if (missing) return fault('CONFIG_ERROR', missing);
      const unready = await connection.ring.ready(deadline).then(() => undefined, beforeSending);
      return unready ?? exchange(connection, route, operation, request, deadline, rows).catch(faultIn);
    },
  };

  /** wire → send → refused? → verify → read → contract → the file it points to */
  async function exchange<Name extends OperationName>(
    connection: Connection,
    route: Route<Name>,
    operation: Operation<Name>,
    request: RequestOf<Name>,
    deadline: number,
    rows?: RowSink,
  ): Promise<SendResult> {
    const { target, body, encryptedWith } = write(connection, route, request);
    const answer = await connection.ask({ method: route.method, target, encryptedWith, ...body }, deadline);
    const id = answer.headers['request-id'];
    const traced = typeof id === 'string' ? { requestId: id } : {};
    const top = commonFields(request, config);

    async function read(): Promise<SendResult> {
      if (isRefusal(answer)) return believed(connection, answer, refusal(answer, operation, route, top), deadline);
      await connection.verify(answer, deadline);
      const wire = jsonIn(answer.body);
      const file = route.download && (await fetchFile(connection, route.download, wire, deadline));
      if (file && file.status !== 200) return refusal(file, operation, route, top);
      const isLate = () => now() > deadline;
      const inFile = file && (await route.download?.read(file.body, wire, request, isLate, rows));
      const parsed = { ...route.fromWire(wire, request), ...inFile };
      const success = { return_code: 'SUCCESS', ...(!route.errorField && { result_code: 'SUCCESS' }) };
      return { kind: 'answer', fields: { ...success, ...top, ...inText(parsed) }, parsed };
    }
    return { ...(await read().catch(faultIn)), ...traced };
  }

  function write<Name extends OperationName>({ ring }: Connection, route: Route<Name>, request: RequestOf<Name>) {
    let encryptedWith: string | undefined;
    const wire = route.toWire(request, {
      config,
      encrypt(name) {
        const { serial, key } = ring.encryptionKey();
        encryptedWith = serial;
        return encryptField(name, key);
      },
    });
    const [target, rest] = requestTarget(route, wire);
    return { target, body: route.method === 'POST' ? { body: JSON.stringify(rest) } : {}, encryptedWith };
  }
}

function isRefusal({ status }: HttpAnswer): boolean {
  return status < 200 || status > 299;
}

function fetchFile(
  { base, ask }: Connection,
  { address }: Pick<Download<never, unknown>, 'address'>,
  answer: JsonObject,
  deadline: number,
) {
  const target = address(answer, base);
  return ask({ method: 'GET', target, accept: '*/*', maxBytes: MAX_FILE_BYTES }, deadline);
}

/**
 * A refusal with another status than 4xx may come from a gateway that passed the request on, so it needs WeChat Pay's
 * signature. SYSTEMERROR leaves the outcome open anyway.
 */
async function believed(
  connection: Connection,
  answer: HttpAnswer,
  said: SendResult,
  deadline: number,
): Promise<SendResult> {
  const { status } = answer;
  const code = said.kind === 'answer' ? text(said.fields.err_code ?? said.fields.error_code) : said.code;
  if (said.kind === 'fault' || code === 'SYSTEMERROR' || (status >= 400 && status <= 499)) return said;
  return connection.verify(answer, deadline).then(
    () => said,
    (error) => ({ ...faultIn(error), ...fault('BAD_ANSWER', `HTTP ${status} ${code}, not signed`) }),
  );
}

/** While keys are fetched, the request itself is not sent yet. */
function beforeSending(error: unknown): Fault {
  const { code, detail } = faultIn(error);
  return code === 'CONFIG_ERROR' ? fault(code, detail) : fault('NOT_SENT', `/v3/certificates: ${detail}`);
}

function jsonIn(body: Buffer): JsonObject {
  if (body.length === 0) throw new WechatPayError('BAD_ANSWER', 'empty body');
  const parsed = readJson(body.toString());
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new WechatPayError('BAD_ANSWER', 'JSON');
  }
  return parsed as JsonObject;
}

/** @throws whatever is no error of WeChat Pay or the network: it is a defect */
function faultIn(error: unknown): Fault {
  if (!(error instanceof WechatPayError)) return faultOf(error);
  return { ...fault(error.code, error.detail), ...(error.isLasting && { isLasting: true }) };
}
