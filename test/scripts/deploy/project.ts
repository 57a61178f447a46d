import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A merchant's keys: variables and PEM files, in a folder of their own. */
export class Project {
  readonly #folder = mkdtempSync(join(tmpdir(), 'deploy-'));

  /** Writes the file of variables and returns the arguments that name it and the folder of PEM files. */
  variables(values: Readonly<Record<string, string>>): string[] {
    const path = join(this.#folder, 'variables.env');
    const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`);
    writeFileSync(path, lines.join('\n'));
    return ['--env-file', path, '--credentials', this.#credentials];
  }

  pem(file: string, text: string): void {
    mkdirSync(this.#credentials, { recursive: true });
    writeFileSync(join(this.#credentials, file), text);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #credentials(): string {
    return join(this.#folder, 'credentials');
  }
}

export const onCloudpay = { PROFIT_SHARING_LINK: 'cloudpay', PROFIT_SHARING_SUB_MCH_ID: '1900000109' };

export const onApiv2 = {
  PROFIT_SHARING_LINK: 'apiv2',
  WECHATPAY_MCH_ID: '1900000100',
  WECHATPAY_APPID: 'wx8888888888888888',
  WECHATPAY_API_V2_KEY: 'keyOfApiV2keyOfApiV2keyOfApiV2ke',
};

export const onApiv3 = {
  PROFIT_SHARING_LINK: 'apiv3',
  WECHATPAY_MCH_ID: '1900000100',
  WECHATPAY_MCH_SERIAL: '444F4864EA9B34415A3F1D0B8B6C8D1B7C2E5F60',
  WECHATPAY_API_V3_KEY: 'keyOfApiV3keyOfApiV3keyOfApiV3ke',
  WECHATPAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0114232134912410000000000000',
};

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const pems = {
  'apiclient_key.pem': privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  'wechatpay_public_key.pem': publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  'apiclient_cert.pem': '-----BEGIN CERTIFICATE-----\nMIIDexample\n-----END CERTIFICATE-----\n',
};
