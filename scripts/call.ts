import { text } from 'node:stream/consumers';
import { type Locale, translate } from '../shared/locale';
import type { Reply } from '../shared/reply';
import { CallError, exitCodeOf } from './call/callError';
import { confirm } from './call/confirm';
import { describeReply } from './call/describeReply';
import { messages } from './call/messages';
import { type Command, parseCommandLine, readCommand } from './call/readCommand';
import { styleFor } from './call/style';
import { USAGE } from './call/usage';
import { viaKeys } from './call/viaKeys';
import { viaSandbox } from './call/viaSandbox';
import { directly, proxyVariable } from './doctor/inspectHosts';
import { localeOf, readSettings, type Settings } from './doctor/settings';
import { FileError } from './settings/readTextFile';
import { printableJson, printableTexts } from './terminal/printable';
import { runTool } from './terminal/runTool';

/** Calls the function and prints its reply. @returns the exit code. */
async function call(args: readonly string[]): Promise<number> {
  const said = parseCommandLine(args);
  const { help, locale: asked } = said.values;
  if (help) {
    console.log(translate(USAGE, localeOf(asked, process.env)));
    return 0;
  }
  const command = await readCommand(said, () => text(process.stdin));
  const file: Settings['env'] = command.target.kind === 'keys' ? readSettings(command.target.file, {}).env : {};
  const locale = localeOf(asked, file, process.env);
  await confirm(command, terminalOf(said.positionals), locale);
  const reply = await replyTo(command, locale, asked, file);
  const failed = isFailure(reply);
  console.log(command.json ? printableJson(reply) : shown(command, reply, locale));
  return failed ? 1 : 0;
}

/** The terminal to ask on, unless its input is the request itself. */
function terminalOf(positionals: readonly string[]) {
  const { stdin, stderr } = process;
  return stdin.isTTY && stderr.isTTY && positionals[1] !== '-' ? { input: stdin, output: stderr } : undefined;
}

async function replyTo(
  command: Command,
  locale: Locale,
  asked: string | undefined,
  file: Settings['env'],
): Promise<string> {
  const { target } = command;
  if (target.kind === 'sandbox') return viaSandbox(command, target, locale);
  if (target.kind === 'keys') {
    const proxy = proxyVariable(process.env);
    if (proxy) console.error(translate(directly(proxy), locale));
    return viaKeys(command, target, file, asked);
  }
  // manager-node takes longer to load than everything else together.
  const { viaCloud } = await import('./call/viaCloud');
  return viaCloud(command, target);
}

function isFailure(reply: string): boolean {
  const { return_code, err_code } = parsed(reply);
  return return_code !== 'SUCCESS' || err_code !== undefined;
}

function shown({ operation, target }: Command, text: string, locale: Locale): string {
  const reply = printableTexts(parsed(text));
  const described = describeReply(reply, operation, locale, styleFor(process.stdout, process.env));
  const sourceless = target.kind === 'cloud' && reply.err_code === 'CALLER_REFUSED';
  return sourceless ? `${described}\n\n${translate(messages.sourceless, locale)}` : described;
}

function parsed(text: string): Reply {
  try {
    const reply: unknown = JSON.parse(text);
    if (typeof reply === 'object' && reply !== null) return reply as Reply;
  } catch {
    // Refused below, like any other value that is no reply.
  }
  throw new CallError(
    { zh: '应答不是本项目函数的应答', en: 'The answer is not that of a function of this project' },
    'maybe',
  );
}

void runTool(
  () => call(process.argv.slice(2)),
  (error) => {
    const locale = localeOf(/--locale[= ](\S+)/.exec(process.argv.join(' '))?.[1], process.env);
    const isExpected = error instanceof CallError || error instanceof FileError;
    const text = isExpected ? translate(error.says, locale) : String((error as Error)?.stack ?? error);
    return { text, code: exitCodeOf(error) };
  },
);
