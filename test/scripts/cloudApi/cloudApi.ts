import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkKey } from './checkKey';
import { ENV_ID } from './environment';
import type { Answer, Fields } from './fields';
import { Functions } from './functions';
import { Gateway } from './gateway';
import { Refusal } from './refusal';
import { INSTANCE, Tables } from './tables';

/** The actions of `tcb` (2018-06-08) and `scf` (2018-04-16) that an environment is set up with; every other is refused. */
export class CloudApi {
  readonly database = new Tables();
  readonly functions = new Functions();
  readonly gateway = new Gateway();
  /** Actions served, in order, with the collection, function or path they were about. */
  readonly calls: string[] = [];
  /** Refusals to come, by action, or by action and what it is about: `CreateTable orders`. */
  readonly refusals = new Map<string, { code: string; times: number; message?: string }>();
  /** What happens right before an action, by action and what it is about. */
  readonly before = new Map<string, () => void>();
  /** Requests to come that are hung up on, by action. */
  readonly hangsUpOn = new Set<string>();
  hasDatabase = true;
  readonly #server = createServer((request, response) => this.listener(request, response));

  /** What an HTTP server calls. */
  readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
    if (this.hangsUpOn.has(String(request.headers['x-tc-action']))) request.socket.destroy();
    else void this.#serve(request).then((answer) => response.end(JSON.stringify({ Response: answer })));
  };

  /** Serves `tcb` alone, in the clear: the only one whose address manager-node lets one choose. */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Everything there is, as text to compare. */
  get state(): string {
    return JSON.stringify([[...this.tables].sort(), [...this.functions.byName].sort(), this.gateway.routes]);
  }

  /** What changed something. */
  get changes(): string[] {
    return this.calls.filter((call) => !/^(Describe|List|Get)/.test(call));
  }

  get tables() {
    return this.database.byName;
  }

  set forgetsAccess(forgets: boolean) {
    this.database.forgetsAccess = forgets;
  }

  made() {
    return this.database.made();
  }

  addTable(name: string, access = 'PRIVATE') {
    return this.database.add(name, access);
  }

  addIndex(collection: string, Name: string, fields: string[], Unique = false): void {
    const Keys = fields.map((field) => ({ Name: field, Direction: '1' }));
    this.database.find(collection).indexes.push({ Name, Unique, Keys });
  }

  async #serve(request: IncomingMessage): Promise<Answer> {
    const RequestId = `request-${this.calls.length + 1}`;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    try {
      const service = checkKey(request, body);
      const answer = this.#answer(service, String(request.headers['x-tc-action']), JSON.parse(body) as Fields);
      return { ...answer, RequestId };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { Error: { Code: error.code, Message: error.message }, RequestId };
    }
  }

  #answer(service: string, action: string, fields: Fields): Answer {
    const about = String(fields.TableName ?? fields.CollectionName ?? fields.FunctionName ?? fields.Path ?? '');
    this.#refuse(action);
    this.#refuse(`${action} ${about}`);
    this.before.get(`${action} ${about}`)?.();
    this.calls.push(`${action} ${about}`.trim());
    const answer = service === 'scf' ? this.functions.answer(action, fields) : this.#ofEnvironment(action, fields);
    if (!answer) throw new Refusal('InvalidAction', `${action} of ${service} does not exist`);
    return answer;
  }

  #ofEnvironment(action: string, fields: Fields): Answer | undefined {
    if ((fields.EnvId ?? fields.ServiceId) !== ENV_ID) throw new Refusal('InvalidParameter.EnvId', 'EnvId is invalid.');
    if (action !== 'DescribeEnvInfo')
      return this.database.answer(action, fields) ?? this.gateway.answer(action, fields);
    const Databases = this.hasDatabase ? [{ InstanceId: INSTANCE, Status: 'RUNNING' }] : [];
    const others = { Storages: [{ AppId: '1258000000' }], Functions: [{ Namespace: ENV_ID }] };
    return { EnvInfo: { EnvBaseInfo: { EnvId: ENV_ID, Databases, ...others } } };
  }

  #refuse(key: string): void {
    const refusal = this.refusals.get(key);
    if (!refusal || refusal.times <= 0) return;
    refusal.times -= 1;
    throw new Refusal(refusal.code, refusal.message ?? 'as the test wants it');
  }
}
