import type { Config } from '../config';
import type { Exchange, HttpAnswer } from '../http';
import { faultOf } from '../links/faultOf';
import type { Link, Sent } from '../links/index';
import type { Contract, Operation } from '../operation';
import { readJson } from '../readJson';
import { text } from '../text';
import { inText } from './answers';
import { type Connection, connect } from './connection';
import { readCredentials } from './credentials';
import { fault, Interruption } from './interruption';
import { head, refusal } from './refusal';
import { address, type Fetch, type Route, type RouteTable } from './route';
import { seal } from './seal';

/** Largest bill file accepted, compressed, in bytes. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * A link over API v3: a table of routes, and the walk every request takes. Keys are parsed once, here.
 * @param now the clock answers are judged by, in ms since 1970
 */
export function v3Link(routes: RouteTable, config: Config, send: Exchange, now: () => number = Date.now): Link {
  const credentials = readCredentials(config);
  const connection = typeof credentials === 'string' ? undefined : connect(config, credentials, send, now);

  return {
    check(operation, request) {
      return routes[operation.name]?.violations?.(request, config) ?? [];
    },

    async send(operation, request, { timeoutMs }) {
      const deadline = now() + timeoutMs;
      try {
        if (!connection) throw fault('CONFIG_ERROR', String(credentials));
        const route = routes[operation.name];
        if (!route) throw fault('CONFIG_ERROR', `${operation.name} → ${config.link}`);
        const [missing] = route.settings?.(request, config) ?? [];
        if (missing) throw fault('CONFIG_ERROR', missing);
        await beforeSending(connection.ring.ready(deadline));
        return await walk(connection, route, operation, request, deadline);
      } catch (error) {
        return sentOf(error);
      }
    },
  };

  /** wire → send → refused? → verify → read → contract → what it points to */
  async function walk(
    connection: Connection,
    route: Route,
    operation: Operation,
    request: Contract,
    deadline: number,
  ): Promise<Sent> {
    const { target, body, sealedWith } = write(connection, route, request);
    const answer = await connection.ask({ method: route.method, target, sealedWith, ...body }, deadline);
    const id = answer.headers['request-id'];
    const traced = typeof id === 'string' ? { requestId: id } : {};
    try {
      const top = head(request, config);
      if (answer.status < 200 || answer.status > 299) {
        const said = refusal(answer, operation, route, top);
        const isSigned = () =>
          connection.verify(answer, deadline).then(
            () => true,
            () => false,
          );
        if (!mayBeTheGateways(answer, said) || (await isSigned())) return { ...said, ...traced };
        throw fault('BAD_ANSWER', `HTTP ${answer.status} ${codeIn(said)}, not signed`);
      }
      await connection.verify(answer, deadline);
      const wire = read(answer.body);
      const fetch = fetcher(connection, operation, route, top, deadline);
      const parsed = { ...route.fromWire(wire, request), ...(await route.follow?.(wire, request, fetch)) };
      const success = { return_code: 'SUCCESS', ...(!route.failsAs && { result_code: 'SUCCESS' }) };
      return { kind: 'answer', fields: { ...success, ...top, ...inText(parsed) }, parsed, ...traced };
    } catch (error) {
      return { ...sentOf(error), ...traced };
    }
  }

  function write({ ring }: Connection, route: Route, request: Contract) {
    let sealedWith: string | undefined;
    const wire = route.toWire(request, {
      config,
      seal(name) {
        const { serial, key } = ring.sealing();
        sealedWith = serial;
        return seal(name, key);
      },
    });
    const [target, rest] = address(route, wire);
    return { target, body: route.method === 'POST' ? { body: JSON.stringify(rest) } : {}, sealedWith };
  }

  function fetcher(connection: Connection, operation: Operation, route: Route, top: Contract, deadline: number): Fetch {
    return {
      base: connection.base,
      deadline,
      now,
      async file(url) {
        const answer = await connection.ask(
          { method: 'GET', target: url, accept: '*/*', maxBytes: MAX_FILE_BYTES },
          deadline,
        );
        if (answer.status !== 200) throw new Interruption(refusal(answer, operation, route, top));
        return answer.body;
      },
    };
  }
}

/**
 * Whether a refusal may come from a gateway that passed the request on all the same. WeChat Pay refuses with 4xx; what
 * else refuses has to be signed, because only the signature says who wrote it. SYSTEMERROR leaves the doubt anyway.
 */
function mayBeTheGateways({ status }: HttpAnswer, said: Sent): boolean {
  return said.kind === 'answer' && codeIn(said) !== 'SYSTEMERROR' && (status < 400 || status > 499);
}

function codeIn(said: Sent): string {
  return said.kind === 'answer' ? text(said.fields.err_code ?? said.fields.error_code) : said.code;
}

/** Whatever goes wrong while keys are fetched, the request itself was never sent. */
async function beforeSending(preparation: Promise<void>): Promise<void> {
  try {
    await preparation;
  } catch (error) {
    const sent = sentOf(error);
    if (sent.kind === 'fault' && sent.code === 'CONFIG_ERROR') throw error;
    throw fault('NOT_SENT', `/v3/certificates: ${sent.kind === 'fault' ? sent.detail : ''}`);
  }
}

function read(body: Buffer): Contract {
  const parsed = readJson(body.toString());
  if (body.length === 0) throw fault('BAD_ANSWER', 'empty body');
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw fault('BAD_ANSWER', 'JSON');
  return parsed as Contract;
}

function sentOf(error: unknown): Sent {
  return error instanceof Interruption ? error.sent : faultOf(error);
}
