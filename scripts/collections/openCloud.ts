import CloudBase from '@cloudbase/manager-node';
import { CloudFailure } from './cloudFailure';

/** A key of the Tencent Cloud account. */
export interface Credentials {
  readonly secretId: string;
  readonly secretKey: string;
  /** Only temporary keys have one. */
  readonly token: string | undefined;
}

/** @throws {CloudFailure} NO_CREDENTIALS, naming the variables that are missing */
export function readCredentials(env: NodeJS.ProcessEnv): Credentials {
  const [secretId, secretKey] = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'].map((name) => env[name]?.trim());
  if (secretId && secretKey) return { secretId, secretKey, token: env.TENCENTCLOUD_SESSIONTOKEN?.trim() || undefined };
  const missing = [...(secretId ? [] : ['TENCENTCLOUD_SECRETID']), ...(secretKey ? [] : ['TENCENTCLOUD_SECRETKEY'])];
  throw new CloudFailure('NO_CREDENTIALS', `${missing.join(' and ')} not set`);
}

/** The cloud API, for one environment. */
export function openCloud(envId: string, { secretId, secretKey, token }: Credentials): CloudBase {
  return new CloudBase({ envId, secretId, secretKey, ...(token && { token }) });
}

/** Takes the key out of what is going to be shown: an answer may repeat what was sent. */
export function withoutKey(text: string, env: NodeJS.ProcessEnv): string {
  return ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', 'TENCENTCLOUD_SESSIONTOKEN']
    .map((name) => env[name]?.trim())
    .reduce<string>((hidden, secret) => (secret ? hidden.replaceAll(secret, '***') : hidden), text);
}
