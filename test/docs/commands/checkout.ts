import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { merchantSetup } from '../../../console';
import { type Sandbox, startSandbox } from '../../../sandbox';
import { root } from '../documents';

/** A fresh checkout with its dependencies installed and nothing built, and a merchant's settings in it. */
export interface Checkout {
  readonly folder: string;
  /** A function of the reader's own. */
  readonly yourFunction: string;
  /** What no command may print. */
  readonly secrets: readonly string[];
  /** What every command finds in its environment. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** What git would not have, or what takes long to copy and is not needed. */
const LEFT_OUT = /^(node_modules|dist|coverage|test|bench|credentials|.*\.env|next|\.git)$/;

/** Variables that hold a PEM and the file they may be instead. */
const FILES: Readonly<Record<string, string>> = {
  WECHATPAY_MCH_PRIVATE_KEY: 'apiclient_key.pem',
  WECHATPAY_MCH_CERT: 'apiclient_cert.pem',
  WECHATPAY_PUBLIC_KEY: 'wechatpay_public_key.pem',
};

export async function makeCheckout(): Promise<Checkout> {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => path === root || join(path, '..') !== root || !LEFT_OUT.test(basename(path)),
  });
  installDependencies(folder);
  // WeChat Pay, for the merchant whose keys the settings hold.
  const weChatPay = await startSandbox();
  const secrets = await writeSettings(folder, weChatPay);
  const yourFunction = join(folder, 'yours');
  mkdirSync(yourFunction);
  const home = join(folder, 'home');
  mkdirSync(home);
  return {
    folder,
    yourFunction,
    secrets,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      NODE_EXTRA_CA_CERTS: weChatPay.caFile,
      npm_config_update_notifier: 'false',
    },
    remove: async () => {
      await weChatPay.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As `npm ci` leaves them. Each package is a link: whatever installs anew must not reach those of this checkout. */
function installDependencies(folder: string): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
}

/**
 * The settings files the pages speak of: a merchant on API v2, on its way to v3, and with an APIv3 key of its own later.
 * @returns every secret in them
 */
async function writeSettings(folder: string, weChatPay: Sandbox): Promise<string[]> {
  const [v2, v3] = [await merchantSetup(weChatPay, 'apiv2'), await merchantSetup(weChatPay, 'apiv3')];
  const { apiV3Key } = await weChatPay.credentials(v2.variables.WECHATPAY_MCH_ID);
  const merchant: Readonly<Record<string, string>> = { ...v2.variables, ...v3.variables };
  const settings = {
    '.env': v2.variables,
    'v3.env': v3.variables,
    'next/.env': { ...v3.variables, WECHATPAY_API_V3_KEY: apiV3Key },
  };
  mkdirSync(join(folder, 'next'));
  for (const [file, variables] of Object.entries(settings)) {
    const lines = Object.entries(variables).filter(([name]) => !(name in FILES));
    writeFileSync(join(folder, file), lines.map(([name, value]) => `${name}=${value}\n`).join(''));
  }
  for (const credentials of ['credentials', 'next/credentials']) {
    mkdirSync(join(folder, credentials));
    for (const [name, file] of Object.entries(FILES)) {
      writeFileSync(join(folder, credentials, file), merchant[name] ?? '');
    }
  }
  const oneLine = String(merchant.WECHATPAY_MCH_PRIVATE_KEY).split('\n')[1] ?? '';
  return [oneLine, String(merchant.WECHATPAY_API_V2_KEY), apiV3Key];
}
