import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Variable, variables } from './generated/config';
import type { Locale } from './locale';
import type { LinkName } from './operation';
import { readUrl } from './readUrl';

/** The function's settings, read from its environment variables (docs/configuration.md lists them). */
export interface Config {
  readonly link: LinkName;
  readonly subMchId: string | undefined;
  readonly subAppid: string | undefined;
  readonly clientAccess: 'none' | 'read' | 'all';
  readonly allowedOpenids: ReadonlySet<string>;
  readonly locale: Locale;
  /** Longest wait for WeChat Pay, in ms; the function's own remaining time may shorten it. */
  readonly timeoutMs: number;
  readonly ledger: 'cloudbase' | 'off';
  /** The cloud function that is called when a settlement has ended. */
  readonly onSettled: string | undefined;
  /** Make the hashes of openids and names in the ledger; the first is written with, all are read with. */
  readonly ledgerKeys: readonly string[];
  readonly baseUrl: string | undefined;
  /** The caller's own merchant number (service provider or direct merchant); apiv2 and v3 links. */
  readonly mchId: string | undefined;
  /** The appid bound to `mchId`; apiv2 and v3 links. */
  readonly appid: string | undefined;
  readonly brandMchId: string | undefined;
  readonly apiV2Key: string | undefined;
  readonly apiV3Key: string | undefined;
  /** Serial number of the merchant's API certificate, upper-case hexadecimal. */
  readonly mchSerial: string | undefined;
  /** PEM text. */
  readonly mchPrivateKey: string | undefined;
  /** PEM text. */
  readonly mchCert: string | undefined;
  readonly publicKeyId: string | undefined;
  /** PEM text. */
  readonly publicKey: string | undefined;
}

/** A variable that cannot be used, and what it should hold. The value itself is never repeated. */
export interface ConfigProblem {
  readonly variable: string;
  readonly expected: string;
}

/** Keeps what `make` returns until a variable changes: a warm instance parses its keys once. */
export function memoizeByEnv<Made>(env: NodeJS.ProcessEnv, make: () => Made): () => Made {
  let kept: { readonly print: string; readonly made: Made } | undefined;
  return () => {
    const print = variables.map(({ name }) => env[name] ?? '').join('\0');
    if (kept?.print !== print) kept = { print, made: make() };
    return kept.made;
  };
}

/** The folder of PEM files beside the bundle: a function's variables hold 4 KB at most. */
const CREDENTIALS = join(__dirname, 'credentials');

/**
 * Reads every variable. An invalid one is listed in `problems` and has its safest value in `config` (no access, default
 * language), so that callers can be checked and answered before the configuration is fixed.
 */
export function readConfig(
  env: NodeJS.ProcessEnv,
  credentials = CREDENTIALS,
): { config: Config; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const values: Record<string, string | undefined> = {};
  for (const variable of variables as readonly Variable[]) {
    const given = env[variable.name]?.trim() || fileText(variable, credentials);
    const expected = given === undefined ? undefined : expectationBrokenBy(variable, given);
    if (expected !== undefined) problems.push({ variable: variable.name, expected });
    values[variable.name] = (expected === undefined ? given : undefined) ?? variable.default;
  }
  const link = values.PROFIT_SHARING_LINK as LinkName;
  for (const { name, requiredOn } of variables as readonly Variable[]) {
    const missing = values[name] === undefined && !problems.some(({ variable }) => variable === name);
    if (missing && requiredOn?.includes(link)) problems.push({ variable: name, expected: `required on ${link}` });
  }
  return {
    problems,
    config: {
      link,
      subMchId: values.PROFIT_SHARING_SUB_MCH_ID,
      subAppid: values.PROFIT_SHARING_SUB_APPID,
      clientAccess: values.PROFIT_SHARING_CLIENT_ACCESS as Config['clientAccess'],
      allowedOpenids: new Set(list(values.PROFIT_SHARING_ALLOWED_OPENIDS)),
      locale: values.PROFIT_SHARING_LOCALE as Locale,
      timeoutMs: Number(values.PROFIT_SHARING_TIMEOUT_MS),
      ledger: values.PROFIT_SHARING_LEDGER as Config['ledger'],
      onSettled: values.PROFIT_SHARING_ON_SETTLED,
      ledgerKeys: list(values.PROFIT_SHARING_LEDGER_KEY),
      baseUrl: values.WECHATPAY_BASE_URL,
      mchId: values.WECHATPAY_MCH_ID,
      appid: values.WECHATPAY_APPID,
      brandMchId: values.WECHATPAY_BRAND_MCH_ID,
      apiV2Key: values.WECHATPAY_API_V2_KEY,
      apiV3Key: values.WECHATPAY_API_V3_KEY,
      mchSerial: values.WECHATPAY_MCH_SERIAL,
      mchPrivateKey: pem(values.WECHATPAY_MCH_PRIVATE_KEY),
      mchCert: pem(values.WECHATPAY_MCH_CERT),
      publicKeyId: values.WECHATPAY_PUBLIC_KEY_ID,
      publicKey: pem(values.WECHATPAY_PUBLIC_KEY),
    },
  };
}

function fileText({ file }: Variable, credentials: string): string | undefined {
  if (!file) return undefined;
  try {
    const path = join(credentials, file);
    // Mostly it does not exist, and a check costs a cold start less than an exception.
    return existsSync(path) ? readFileSync(path, 'utf8').trim() || undefined : undefined;
  } catch {
    return undefined;
  }
}

function expectationBrokenBy(variable: Variable, given: string): string | undefined {
  if (variable.enum && !variable.enum.includes(given)) return variable.enum.join(' | ');
  if (variable.type === 'integer') {
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = variable;
    const value = Number(given);
    if (!/^\d+$/.test(given) || value < minimum || value > maximum) return `integer ${minimum}–${maximum}`;
  }
  if (variable.type === 'url' && !isSafeUrl(given)) return 'https://…, or http:// on a loopback host';
  if (variable.type === 'pem') {
    const label = /-----BEGIN ([A-Z ]+)-----/.exec(given)?.[1];
    if (label === undefined || !variable.holds?.includes(label)) return pemExpected(variable, label);
  }
  if (variable.pattern && !new RegExp(variable.pattern).test(given)) return variable.pattern;
  return undefined;
}

/** The first lines of PEM texts are no secrets: they say what a text holds. */
function pemExpected({ holds = [] }: Variable, label: string | undefined): string {
  const expected = `a PEM text of ${holds.join(' | ')}`;
  return label === undefined ? expected : `${expected}; it holds ${label.slice(0, 40)}`;
}

/** Requests travel unencrypted to a sandbox on this machine only. */
function isSafeUrl(text: string): boolean {
  const { protocol, hostname = '' } = readUrl(text) ?? {};
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Consoles that only take one line hold a PEM with `\n` written out. */
function pem(text: string | undefined): string | undefined {
  return text?.replace(/\\n/g, '\n');
}
