import type CloudBase from '@cloudbase/manager-node';
import { asCloudFailure, CloudFailure } from './cloudFailure';
import type { DatabasePort } from './databasePort';
import type { IndexSpec } from './ledgerCollections';

/** Most the API lists at once. */
const PAGE = 100;

/** Codes of an API that does not exist (any more) where it was called. */
const UNSUPPORTED = /^(UnsupportedOperation|InvalidAction|ActionOffline|InvalidParameter\.Action)$/;

/**
 * The document database of an environment, over the cloud API.
 * @throws {CloudFailure} when the environment is unknown or has no document database, too
 */
export async function cloudDatabase(app: CloudBase, envId: string): Promise<DatabasePort> {
  await ask(checkEnvironment(app, envId));
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

async function checkEnvironment(app: CloudBase, envId: string): Promise<void> {
  const { EnvInfo } = (await app.env.describeEnvInfo({ EnvId: envId })) as unknown as {
    EnvInfo?: { EnvBaseInfo?: { EnvId?: string; Databases?: object[] | null } };
  };
  const { EnvId, Databases } = EnvInfo?.EnvBaseInfo ?? {};
  if (!EnvId) throw new CloudFailure('NO_ENVIRONMENT', `this key sees no environment ${envId}`);
  if (!Databases?.length) throw new CloudFailure('NO_DATABASE', `${envId} has no document database`);
}

function asRequested({ name, keys, unique }: IndexSpec) {
  const fields = Object.entries(keys).map(([Name, direction]) => ({ Name, Direction: String(direction) }));
  return { IndexName: name, MgoKeySchema: { MgoIndexKeys: fields, MgoIsUnique: unique } };
}

function ask<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // A proxy that hangs up leaves manager-node waiting for nothing: the process would end there, without an error.
    const abandoned = () => reject(new CloudFailure('UNREACHABLE', 'the connection was closed without an answer'));
    process.once('beforeExit', abandoned);
    answer.finally(() => process.off('beforeExit', abandoned)).then(resolve, (error) => reject(asCloudFailure(error)));
  });
}

async function unlessUnsupported<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CloudFailure && UNSUPPORTED.test(error.code)) return undefined;
    throw error;
  }
}
