import type { Locale } from '../../shared/locale';
import { buildCommand, typed } from '../terminal/invocation';
import { CallError } from './callError';
import type { Command, Target } from './readCommand';

/** A function that is not there, and an event too large for any (docs.cloudbase.net/error-code). */
const NEVER_RAN = [-501_000, -504_001];

type SandboxTarget = Extract<Target, { kind: 'sandbox' }>;

/** Has a running sandbox call the function, as a cloud function of the same environment would. @returns the reply's text */
export async function viaSandbox(
  { operation, request }: Command,
  { url, link }: SandboxTarget,
  locale: Locale,
): Promise<string> {
  if (link) await switchLink(url, link, locale);
  const answer = await post(url, `/call/${operation.name}`, { data: request, as: 'function' });
  if ('result' in answer) return JSON.stringify(answer.result);
  const said = String(answer.errMsg ?? answer.error);
  const neverRan = answer.errCode === undefined || NEVER_RAN.includes(Number(answer.errCode));
  throw new CallError(
    {
      zh: `沙箱没有调用成：${said}。若函数尚未构建，先运行 ${buildCommand()}`,
      en: `The sandbox could not call it: ${said}. If the function is not built yet, run ${buildCommand()} first`,
    },
    neverRan ? 'no' : 'maybe',
  );
}

/** The console of the sandbox sets its functions up for a link, for all their callers. */
async function switchLink(url: string, link: string, locale: Locale): Promise<void> {
  const answer = await post(url, '/console/link', { link, locale });
  if (answer.link === link) return;
  throw new CallError({
    zh: `这个沙箱不能切换接入方式：${answer.error}`,
    en: `This sandbox cannot change its link: ${answer.error}`,
  });
}

async function post(url: string, path: string, body: object): Promise<Record<string, unknown>> {
  if (!URL.canParse(path, url)) throw new CallError({ zh: `${url} 不是地址`, en: `${url} is no address` });
  const answer = await fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) }).catch((error) => {
    if (error.cause?.code === 'ECONNRESET' || error.cause?.code === 'UND_ERR_SOCKET') {
      throw new CallError({ zh: `${url} 断开了连接`, en: `${url} closed the connection` }, 'maybe');
    }
    throw new CallError({
      zh: `${url} 没有沙箱在运行。在另一个终端运行 ${typed('sandbox')}`,
      en: `No sandbox runs at ${url}. Start one in another terminal: ${typed('sandbox')}`,
    });
  });
  const parsed: unknown = await answer.json().catch(() => undefined);
  if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
  throw new CallError({ zh: `${url} 不是沙箱`, en: `${url} is no sandbox` });
}
