import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Variable, variables } from '../../shared/generated/config';
import { isLinkName, LINKS } from '../../shared/generated/links';
import { type Settings, withoutSecrets } from '../doctor/settings';
import { buildCommand } from '../terminal/invocation';
import { CallError } from './callError';
import type { Command, Target } from './readCommand';

const DEFAULT_LINK =
  (variables as readonly Variable[]).find(({ name }) => name === 'PROFIT_SHARING_LINK')?.default ?? '';

type KeysTarget = Extract<Target, { kind: 'keys' }>;

/** What a function that moves money is given in the cloud, in ms. */
const LIMIT_MS = 20_000;

/** The holder of the merchant's keys may do what its own code may: the function is called as by a cloud function of the same environment. */
const OWNER = JSON.stringify({ TCB_SOURCE: 'scf' });

/**
 * Runs the built function in a process of its own, with the variables of its file and nothing else of ours.
 * @returns the reply's text
 * @param env what the file holds
 */
export async function viaKeys(
  { operation, request }: Command,
  target: KeysTarget,
  env: Settings['env'],
  locale?: string,
): Promise<string> {
  const link = target.link ?? env.PROFIT_SHARING_LINK?.trim() ?? DEFAULT_LINK;
  refuseOutsideTheCloud(link, env, operation.idempotencyKey !== undefined);
  const folder = resolve(target.functions, operation.name);
  if (!existsSync(join(folder, 'index.js'))) {
    throw new CallError({
      zh: `${folder} 里没有函数，先运行 ${buildCommand()}`,
      en: `No function is in ${folder}: run ${buildCommand()} first`,
    });
  }
  const given = { ...env, ...pemFiles(target.credentials, env), PROFIT_SHARING_LINK: link };
  return run(folder, request, { ...processVariables(), ...given, ...(locale && { PROFIT_SHARING_LOCALE: locale }) });
}

function refuseOutsideTheCloud(link: string, env: Settings['env'], usesLedger: boolean): void {
  const from = isLinkName(link) ? LINKS[link].reachableFrom : 'anywhere';
  if (from === 'cloud' || (from === 'given host' && !env.WECHATPAY_BASE_URL)) {
    throw new CallError({
      zh: `接入方式 ${link} 只在云端存在：用 --env 调用已部署的函数，或换 --link`,
      en: `The link ${link} exists only within the cloud: call the deployed function with --env, or choose another --link`,
    });
  }
  if (usesLedger && env.PROFIT_SHARING_LEDGER?.trim() !== 'off') {
    throw new CallError({
      zh: '账本在云数据库里，终端写不到，而记不下来就不发出。用 --env 调用已部署的函数；确要在此发出，在文件里设 PROFIT_SHARING_LEDGER=off，并自行记下单号',
      en: 'The ledger is in the cloud database, out of reach from here, and what cannot be written is not sent. Call the deployed function with --env; to send it from here all the same, set PROFIT_SHARING_LEDGER=off in the file and keep the number yourself',
    });
  }
}

/** A deployed function finds these files beside itself; here they become variables. */
function pemFiles(credentials: string, env: Settings['env']): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, file } of variables as readonly Variable[]) {
    const path = file && join(credentials, file);
    if (path && !env[name]?.trim() && existsSync(path)) found[name] = readFileSync(path, 'utf8');
  }
  return found;
}

/** What a process needs to run at all. The surrounding environment's own merchant, if any, stays outside. */
function processVariables(): Record<string, string> {
  const needed = ['PATH', 'SystemRoot', 'NODE_EXTRA_CA_CERTS'];
  return Object.fromEntries(needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function run(folder: string, event: object, env: Settings['env']): Promise<string> {
  return new Promise((answer, refuse) => {
    const child = fork(require.resolve('./functionProcess.cjs'), [], {
      cwd: folder,
      env: { ...env },
      // A TypeScript loader of ours would change how the function runs.
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('message', ({ reply }: { reply: string }) => answer(reply));
    child.on('error', (error) => refuse(error));
    child.on('exit', () => {
      const said = withoutSecrets(/^\w*Error.*$/m.exec(complaint)?.[0] ?? '', env);
      refuse(
        new CallError(
          {
            zh: `函数没有应答就退出了，可能已经发出请求：先查询。${said}`,
            en: `The function ended without an answer and may have sent its request: query first. ${said}`,
          },
          'maybe',
        ),
      );
    });
    child.send({ folder, event, environment: OWNER, limitMs: LIMIT_MS });
  });
}
