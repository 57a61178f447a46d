import type { Answer, Fields } from './fields';
import { Refusal } from './refusal';

interface Table {
  access: string;
  readonly indexes: { Name: string; Unique: boolean; Keys: { Name: string; Direction: string }[] }[];
}

interface CreateIndex {
  readonly IndexName: string;
  readonly MgoKeySchema: {
    readonly MgoIndexKeys: { Name: string; Direction: string }[];
    readonly MgoIsUnique: boolean;
  };
}

export const INSTANCE = 'tnt-nl7hjzasw';

/** The actions a document database is set up with. */
export class Tables {
  readonly byName = new Map<string, Table>();
  /** Access tags that are taken and forgotten. */
  forgetsAccess = false;

  add(name: string, access: string): Table {
    const indexes = [{ Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }];
    const table: Table = { access, indexes };
    this.byName.set(name, table);
    return table;
  }

  find(name: string): Table {
    const table = this.byName.get(name);
    if (!table) throw new Refusal('ResourceNotFound', 'Db or Table not exist');
    return table;
  }

  /** The collections with their indexes, in the shape of our table; without the index on `_id`, which all have. */
  made() {
    const indexes = ({ indexes: [_primary, ...others] }: Table) =>
      others.map(({ Name, Keys, Unique }) => ({
        name: Name,
        keys: Object.fromEntries(Keys.map((key) => [key.Name, Number(key.Direction)])),
        unique: Unique,
      }));
    return Object.fromEntries([...this.byName].map(([name, table]) => [name, indexes(table)]));
  }

  /** Nothing for an action that is none of a database's. */
  answer(action: string, fields: Fields): Answer | undefined {
    const name = String(fields.TableName ?? fields.CollectionName ?? '');
    if (/^(Describe|Modify)DatabaseACL$/.test(action)) return this.#acl(action, name, fields.AclTag);
    if (!/^(ListTables|DescribeTable|CreateTable|UpdateTable)$/.test(action)) return undefined;
    const { DatabaseName } = (fields.MongoConnector ?? {}) as Fields;
    if (DatabaseName !== INSTANCE) throw new Refusal('ResourceNotFound.InstanceNotFound', 'no such database');
    if (action === 'ListTables') return this.#list(Number(fields.MgoOffset), Number(fields.MgoLimit));
    if (action === 'DescribeTable') return { Indexes: this.find(name).indexes };
    if (action === 'CreateTable') return this.#create(name);
    return this.#createIndexes(name, fields.CreateIndexes as CreateIndex[]);
  }

  #list(offset: number, limit: number): Answer {
    const names = [...this.byName.keys()];
    const Tables = names.slice(offset, offset + limit).map((TableName) => ({ TableName, Count: 0 }));
    // The API says null where there is none.
    return { Tables: Tables.length > 0 ? Tables : null, Pager: { Offset: offset, Limit: limit, Total: names.length } };
  }

  #create(name: string): Answer {
    if (this.byName.has(name)) throw new Refusal('ResourceUnavailable.ResourceExist', 'Table exist');
    this.add(name, 'PRIVATE');
    return {};
  }

  #createIndexes(name: string, wanted: readonly CreateIndex[]): Answer {
    const { indexes } = this.find(name);
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
    const table = this.find(name);
    if (action === 'DescribeDatabaseACL') return { AclTag: table.access };
    if (!this.forgetsAccess) table.access = String(tag);
    return {};
  }
}
