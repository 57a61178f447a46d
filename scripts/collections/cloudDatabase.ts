import type CloudBase from '@cloudbase/manager-node';
import { ask, unlessUnsupported } from './ask';
import { checkEnvironment } from './checkEnvironment';
import { CloudFailure } from './cloudFailure';
import type { DatabasePort } from './databasePort';
import type { IndexSpec } from './ledgerCollections';

/** Most the API lists at once. */
const PAGE = 100;

/**
 * The document database of an environment, over the cloud API.
 * @throws {CloudFailure} when the environment is unknown or has no document database, too
 */
export async function cloudDatabase(app: CloudBase, envId: string): Promise<DatabasePort> {
  const { hasDatabase } = await checkEnvironment(app, envId);
  if (!hasDatabase)
    throw new CloudFailure('NO_DATABASE', { zh: `${envId} 没有文档型数据库`, en: `${envId} has no document database` });
  const acl = (Action: string, Param: object) =>
    ask<{ AclTag?: string }>(app.commonService('tcb').call({ Action, Param: { EnvId: envId, ...Param } }));
  return {
    // Not `checkCollectionExists`: it takes every failure, a refused key too, for a collection that is missing.
    async collections() {
      const names: string[] = [];
      for (;;) {
        const page = await ask(app.database.listCollections({ MgoLimit: PAGE, MgoOffset: names.length }));
        names.push(...page.Collections.map(({ CollectionName }) => CollectionName));
        if (page.Collections.length < PAGE) return names;
      }
    },

    async indexes(collection) {
      const { Indexes } = await ask(app.database.describeCollection(collection));
      return (Indexes ?? []).map(({ Name, Keys, Unique }) => ({
        name: Name,
        keys: Keys.map((key) => [String(key.Name), String(key.Direction)] as const),
        unique: Unique,
      }));
    },

    async access(collection) {
      // Documented at cloud.tencent.com/document/api/876/34821; manager-node has no method for it.
      const answer = await unlessUnsupported(acl('DescribeDatabaseACL', { CollectionName: collection }));
      return answer && (answer.AclTag ?? '');
    },

    async create(collection) {
      await ask(app.database.createCollection(collection));
    },

    async close(collection) {
      const change = { CollectionName: collection, AclTag: 'ADMINONLY' };
      return (await unlessUnsupported(acl('ModifyDatabaseACL', change))) !== undefined;
    },

    async addIndexes(collection, indexes) {
      await ask(app.database.updateCollection(collection, { CreateIndexes: indexes.map(asRequested) }));
    },
  };
}

function asRequested({ name, keys, unique }: IndexSpec) {
  const fields = Object.entries(keys).map(([Name, direction]) => ({ Name, Direction: String(direction) }));
  return { IndexName: name, MgoKeySchema: { MgoIndexKeys: fields, MgoIsUnique: unique } };
}
