import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openConsole } from '../console';
import { type MerchantCredentials, type Sandbox, startSandbox } from '../sandbox';
import { translate } from '../shared/locale';
import { localeOf } from './doctor/settings';
import { banner, headline } from './sandbox/banner';
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

async function main(): Promise<void> {
  const locale = localeOf(undefined, process.env);
  if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
    console.log(translate(USAGE, locale));
    return;
  }
  const { functionsDir, quiet, clock, exportTo, dataDir, ...listening } = readOptions(process.argv.slice(2), BUILT);
  if (functionsDir === BUILT && !existsSync(BUILT)) await (await import('./build')).buildFunctions();
  let isStarting = true;
  const sandbox = await startSandbox({
    isStarting: () => isStarting,
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
  console.log(translate(headline(sandbox), locale));
  const credentials = await sandbox.credentials();
  writeCertificate(sandbox, credentials);
  if (exportTo !== undefined) await exportCredentials(sandbox, exportTo);
  isStarting = false;
  const isKept = dataDir !== undefined;
  console.log(translate(banner({ sandbox, credentials, functionsDir, isKept }), locale));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
