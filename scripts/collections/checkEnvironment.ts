import type CloudBase from '@cloudbase/manager-node';
import { ask } from './ask';
import { CloudFailure } from './cloudFailure';

/** Whether an environment has a document database. @throws {CloudFailure} NO_ENVIRONMENT when the key sees none */
export async function checkEnvironment(app: CloudBase, envId: string): Promise<{ readonly hasDatabase: boolean }> {
  const { EnvInfo } = (await ask(app.env.describeEnvInfo({ EnvId: envId }))) as unknown as {
    EnvInfo?: { EnvBaseInfo?: { EnvId?: string; Databases?: object[] | null } };
  };
  const { EnvId, Databases } = EnvInfo?.EnvBaseInfo ?? {};
  if (!EnvId)
    throw new CloudFailure('NO_ENVIRONMENT', {
      zh: `这把密钥看不到环境 ${envId}`,
      en: `this key sees no environment ${envId}`,
    });
  return { hasDatabase: Boolean(Databases?.length) };
}
