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
  throw new CloudFailure('NO_CREDENTIALS', {
    zh: `未设置 ${missing.join(' 与 ')}`,
    en: `${missing.join(' and ')} not set`,
  });
}

/**
 * The cloud API, for one environment, through the proxy of this machine if it has one.
 * @throws {CloudFailure} PROXY for one that cannot be used
 */
export function openCloud(
  envId: string,
  { secretId, secretKey, token }: Credentials,
  env: NodeJS.ProcessEnv = process.env,
): CloudBase {
  const proxy = proxyOf(env);
  return new CloudBase({ envId, secretId, secretKey, ...(token && { token }), ...(proxy && { proxy }) });
}

const HOST = 'tencentcloudapi.com';

/** The variables curl and npm read. manager-node itself reads `http_proxy` alone, also for what NO_PROXY excepts. */
export function proxyOf(env: NodeJS.ProcessEnv): string | undefined {
  const name = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find((one) => env[one]?.trim());
  const address = name && env[name]?.trim();
  if (!address || isExcepted(env.NO_PROXY ?? env.no_proxy ?? '')) return undefined;
  // As curl takes it, an address without a scheme is one of an HTTP proxy.
  const url = /^[a-z0-9+.-]+:\/\//i.test(address) ? address : `http://${address}`;
  if (URL.canParse(url) && /^https?:\/\//i.test(url)) return url;
  throw new CloudFailure('PROXY', {
    zh: `${name} 不是 HTTP 代理的地址（http://host:port），其他代理不受支持`,
    en: `${name} is not the address of an HTTP proxy (http://host:port), and no other is used`,
  });
}

function isExcepted(noProxy: string): boolean {
  const names = noProxy.split(/[\s,]+/).filter((name) => name !== '');
  return names.some((name) => name === '*' || `.${HOST}`.endsWith(`.${name.replace(/^\*?\./, '')}`));
}

/** The account's key, which is never shown. */
export function accountKey(env: NodeJS.ProcessEnv): (string | undefined)[] {
  return ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY', 'TENCENTCLOUD_SESSIONTOKEN'].map((name) => env[name]);
}
