import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one account and environment of this cloud. */
export const account = {
  secretId: 'AKIDexampleExampleExample',
  secretKey: 'exampleKeyOfThisCloud',
  token: 'temporaryToken',
};
export const ENV_ID = 'prod-8gu57so0';
const INSTANCE = 'tnt-nl7hjzasw';

interface Table {
  access: string;
  readonly indexes: { Name: string; Unique: boolean; Keys: { Name: string; Direction: string }[] }[];
}
type Fields = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;

class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The actions of `tcb.tencentcloudapi.com` (2018-06-08) that a document database is set up with. */
export class CloudApi {
  readonly tables = new Map<string, Table>();
  /** Actions served, in order, with the collection they were about. */
  readonly calls: string[] = [];
  /** Refusals to come, by action, or by action and collection: `CreateTable orders`. */
  readonly refusals = new Map<string, { code: string; times: number; message?: string }>();
  /** Access tags that are taken and forgotten. */
  forgetsAccess = false;
  hasDatabase = true;
  readonly #server = createServer((request, response) => {
    void this.#serve(request).then((answer) => response.end(JSON.stringify({ Response: answer })));
  });

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
    return JSON.stringify([...this.tables].sort());
  }

  /** What changed something. */
  get changes(): string[] {
    return this.calls.filter((call) => !/^(Describe|List)/.test(call));
  }

  /** The collections with their indexes, in the shape of the table; without the index on `_id`, which all have. */
  made() {
    const indexes = ({ indexes: [_primary, ...others] }: Table) =>
      others.map(({ Name, Keys, Unique }) => ({
        name: Name,
        keys: Object.fromEntries(Keys.map((key) => [key.Name, Number(key.Direction)])),
        unique: Unique,
      }));
    return Object.fromEntries([...this.tables].map(([name, table]) => [name, indexes(table)]));
  }

  addTable(name: string, access = 'PRIVATE'): Table {
    const indexes = [{ Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }];
    const table: Table = { access, indexes };
    this.tables.set(name, table);
    return table;
  }

  addIndex(collection: string, Name: string, fields: string[], Unique = false): void {
    const Keys = fields.map((field) => ({ Name: field, Direction: '1' }));
    this.#table(collection).indexes.push({ Name, Unique, Keys });
  }

  async #serve(request: IncomingMessage): Promise<Answer> {
    const RequestId = `request-${this.calls.length + 1}`;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    try {
      checkKey(request, body);
      return { ...this.#answer(String(request.headers['x-tc-action']), JSON.parse(body) as Fields), RequestId };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { Error: { Code: error.code, Message: error.message }, RequestId };
    }
  }

  #answer(action: string, fields: Fields): Answer {
    const name = String(fields.TableName ?? fields.CollectionName ?? '');
    this.#refuse(action);
    this.#refuse(`${action} ${name}`);
    this.calls.push(`${action} ${name}`.trim());
    if (fields.EnvId !== ENV_ID) throw new Refusal('InvalidParameter.EnvId', 'EnvId is invalid.');
    if (action === 'DescribeEnvInfo') {
      const Databases = this.hasDatabase ? [{ InstanceId: INSTANCE, Status: 'RUNNING' }] : [];
      return { EnvInfo: { EnvBaseInfo: { EnvId: ENV_ID, Databases } } };
    }
    if (action.endsWith('DatabaseACL')) return this.#acl(action, name, fields.AclTag);
    const { DatabaseName } = (fields.MongoConnector ?? {}) as Fields;
    if (DatabaseName !== INSTANCE) throw new Refusal('ResourceNotFound.InstanceNotFound', 'no such database');
    if (action === 'ListTables') return this.#list(Number(fields.MgoOffset), Number(fields.MgoLimit));
    if (action === 'DescribeTable') return { Indexes: this.#table(name).indexes };
    if (action === 'CreateTable') return this.#create(name);
    if (action === 'UpdateTable') return this.#createIndexes(name, fields.CreateIndexes as CreateIndex[]);
    throw new Refusal('InvalidAction', `${action} does not exist`);
  }

  #refuse(key: string): void {
    const refusal = this.refusals.get(key);
    if (!refusal || refusal.times <= 0) return;
    refusal.times -= 1;
    throw new Refusal(refusal.code, refusal.message ?? 'as the test wants it');
  }

  #table(name: string): Table {
    const table = this.tables.get(name);
    if (!table) throw new Refusal('ResourceNotFound', 'Db or Table not exist');
    return table;
  }

  #list(offset: number, limit: number): Answer {
    const names = [...this.tables.keys()];
    const Tables = names.slice(offset, offset + limit).map((TableName) => ({ TableName, Count: 0 }));
    // The API says null where there is none.
    return { Tables: Tables.length > 0 ? Tables : null, Pager: { Offset: offset, Limit: limit, Total: names.length } };
  }

  #create(name: string): Answer {
    if (this.tables.has(name)) throw new Refusal('ResourceUnavailable.ResourceExist', 'Table exist');
    this.addTable(name);
    return {};
  }

  #createIndexes(name: string, wanted: readonly CreateIndex[]): Answer {
    const { indexes } = this.#table(name);
    for (const { IndexName, MgoKeySchema } of wanted) {
      const { MgoIndexKeys: Keys, MgoIsUnique: Unique } = MgoKeySchema;
      const same = (index: (typeof indexes)[number]) =>
        index.Name === IndexName || JSON.stringify(index.Keys) === JSON.stringify(Keys);
      if (indexes.some(same)) throw new Refusal('ResourceUnavailable.IndexOptionsConflict', `${IndexName} exists`);
      indexes.push({ Name: IndexName, Unique, Keys });
    }
    return {};
  }

  #acl(action: string, name: string, tag: unknown): Answer {
    const table = this.#table(name);
    if (action === 'DescribeDatabaseACL') return { AclTag: table.access };
    if (action !== 'ModifyDatabaseACL') throw new Refusal('InvalidAction', `${action} does not exist`);
    if (!this.forgetsAccess) table.access = String(tag);
    return {};
  }
}

interface CreateIndex {
  readonly IndexName: string;
  readonly MgoKeySchema: {
    readonly MgoIndexKeys: { Name: string; Direction: string }[];
    readonly MgoIsUnique: boolean;
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** TC3-HMAC-SHA256 over method, path, content type, host and body. */
function checkKey({ headers, method, url }: IncomingMessage, body: string): void {
  const { authorization = '', host = '' } = headers;
  const [, secretId, date = ''] = /Credential=([^/]+)\/([\d-]+)\/tcb\/tc3_request/.exec(authorization) ?? [];
  if (secretId !== account.secretId) throw new Refusal('AuthFailure.SecretIdNotFound', `no SecretId ${secretId}`);
  if (headers['x-tc-token'] !== undefined && headers['x-tc-token'] !== account.token) {
    throw new Refusal('AuthFailure.TokenFailure', `the token ${headers['x-tc-token']} is not valid`);
  }
  const named = `content-type:${headers['content-type']}\nhost:${host.split(':')[0]}\n`;
  const canonical = [method, url, '', named, 'content-type;host', sha256(body)].join('\n');
  const text = ['TC3-HMAC-SHA256', headers['x-tc-timestamp'], `${date}/tcb/tc3_request`, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${account.secretKey}`, date), 'tcb'), 'tc3_request');
  if (!authorization.endsWith(`Signature=${hmac(key, text).toString('hex')}`)) {
    throw new Refusal('AuthFailure.SignatureFailure', 'The provided credentials could not be validated.');
  }
}
