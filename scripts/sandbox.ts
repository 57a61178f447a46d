import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openConsole } from '../console';
import { type MerchantCredentials, parties, type Sandbox, startSandbox } from '../sandbox';
import { translate } from '../shared/locale';
import { localeOf } from './doctor/settings';
import { exportCredentials } from './sandbox/exportCredentials';
import { readOptions } from './sandbox/readOptions';
import { USAGE } from './sandbox/usage';

const BUILT = 'dist/cloudfunctions';

/** Puts the provider's certificate where curl and the variables of the functions find it, under WeChat Pay's file names. */
function writeCertificate({ caFile }: Sandbox, { mchCertPem, mchPrivateKeyPem }: MerchantCredentials): void {
  const folder = dirname(caFile);
  writeFileSync(join(folder, 'apiclient_cert.pem'), mchCertPem);
  writeFileSync(join(folder, 'apiclient_key.pem'), mchPrivateKeyPem, { mode: 0o600 });
}

function clockLine({ state: { bank } }: Sandbox): string {
  const [now, speed] = [new Date(bank.clock.now()).toISOString(), bank.clock.speed()];
  return speed === 0 ? `${now}, standing still` : `${now}, running${speed === 1 ? '' : `, ${speed} times as fast`}`;
}

function guide(sandbox: Sandbox, { mchId, apiV2Key }: MerchantCredentials, functionsDir: string, isKept: boolean) {
  const { secureUrl, caFile, env, url } = sandbox;
  const receivers = [...parties.receivers.map(({ mchId }) => mchId), ...parties.people.map(({ openid }) => openid)];
  return `
  clock           ${clockLine(sandbox)}
  environment     ${env.envId}
  mini program    ${env.appid}
  functions       ${functionsDir}
  provider        ${parties.provider.mchId} ${parties.provider.name}
  sub-merchant    ${parties.subMerchant.mchId} ${parties.subMerchant.name}
  receivers       ${receivers.join(' ')}

Try:
  curl ${url}/_sandbox
  curl -X POST ${url}/_sandbox/orders -d '{}'
  curl -X POST ${url}/call/profitSharingQuery -d '{"data":{}}'

Code outside of the functions signs with
  secretId  ${env.secretId}
  secretKey ${env.secretKey}

Functions on their own keys (PROFIT_SHARING_LINK=apiv2) reach WeChat Pay with
  WECHATPAY_BASE_URL=${secureUrl}
  NODE_EXTRA_CA_CERTS=${caFile} (functions run here have it already)
  WECHATPAY_MCH_ID=${mchId}
  WECHATPAY_APPID=${parties.provider.appid}
  WECHATPAY_API_V2_KEY=${apiV2Key}
  WECHATPAY_MCH_CERT and WECHATPAY_MCH_PRIVATE_KEY: the texts of apiclient_cert.pem and apiclient_key.pem in
  ${dirname(caFile)}${isKept ? '' : ', gone when the sandbox stops'}

SDKs in any language, with their own fixed host, reach it with
  HTTPS_PROXY=${url} (leads api.mch.weixin.qq.com here, and nothing else anywhere)
  and trust ${caFile}; keys of every party: GET ${url}/_sandbox/credentials/provider

Ctrl-C stops it.`;
}

async function main(): Promise<void> {
  if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
    console.log(translate(USAGE, localeOf(undefined, process.env)));
    return;
  }
  const { functionsDir, quiet, clock, exportTo, dataDir, ...listening } = readOptions(process.argv.slice(2), BUILT);
  if (functionsDir === BUILT && !existsSync(BUILT)) await (await import('./build')).buildFunctions();
  const sandbox = await startSandbox({
    ...listening,
    ...(dataDir !== undefined && { dataDir }),
    functionsDir,
    verbose: !quiet,
    state: clock,
    console: openConsole,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop().then(() => process.exit(0)));
  }
  // First of all, because the certificates below take a moment.
  console.log(`WeChat Pay and CloudBase in a box, to look at and to call: ${sandbox.url}`);
  const credentials = await sandbox.credentials();
  writeCertificate(sandbox, credentials);
  if (exportTo !== undefined) await exportCredentials(sandbox, exportTo);
  console.log(guide(sandbox, credentials, functionsDir, dataDir !== undefined));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
