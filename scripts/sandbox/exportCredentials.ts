import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsAsEnv, namedMerchants, type Sandbox } from '../../sandbox';

/**
 * Writes a folder for each merchant the sandbox starts with: certificate and key under WeChat Pay's file names, the public
 * key, the authority, and all of it as `.env`. @param folder made where there is none
 */
export async function exportCredentials(sandbox: Sandbox, folder: string): Promise<void> {
  const made = Object.entries(namedMerchants).map(async ([name, mchId]) => {
    const held = await sandbox.credentials(mchId);
    const [appid] = sandbox.state.bank.merchant(mchId)?.appids ?? [];
    const files = {
      'apiclient_cert.pem': held.mchCertPem,
      'apiclient_key.pem': held.mchPrivateKeyPem,
      'pub_key.pem': held.publicKeyPem,
      'ca.pem': held.caPem,
      '.env': credentialsAsEnv(held, appid),
    };
    const own = join(folder, name);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text, { mode: 0o600 });
  });
  await Promise.all(made);
}
