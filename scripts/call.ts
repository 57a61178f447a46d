import { text } from 'node:stream/consumers';
import { type Locale, translate } from '../shared/locale';
import type { Reply } from '../shared/reply';
import { CallFault } from './call/callFault';
import { confirm } from './call/confirm';
import { describeReply } from './call/describeReply';
import { paintFor } from './call/paint';
import { type Command, readCommand, readWords } from './call/readCommand';
import { throughSandbox } from './call/throughSandbox';
import { USAGE } from './call/usage';
import { withOwnKeys } from './call/withOwnKeys';
import { words } from './call/words';
import { localeOf, NoSettings, readSettings, type Settings } from './doctor/settings';

/** Calls the function and prints its reply. Answers the exit code. */
async function call(args: readonly string[]): Promise<number> {
  const said = readWords(args);
  const { help, locale: asked } = said.values;
  if (help) {
    console.log(translate(USAGE, localeOf(asked, process.env)));
    return 0;
  }
  const command = await readCommand(said, () => text(process.stdin));
  const file: Settings['env'] = command.road.kind === 'keys' ? readSettings(command.road.file, {}).env : {};
  const locale = localeOf(asked, file, process.env);
  await confirm(command, deskOf(said.positionals), locale);
  const reply = await replyTo(command, locale, asked, file);
  const failed = isFailure(reply);
  console.log(command.json ? reply : shown(command, reply, locale));
  return failed ? 1 : 0;
}

/** Somebody can be asked on a terminal whose input is not the request itself. */
function deskOf(positionals: readonly string[]) {
  const { stdin, stderr } = process;
  return stdin.isTTY && stderr.isTTY && positionals[1] !== '-' ? { input: stdin, output: stderr } : undefined;
}

async function replyTo(
  command: Command,
  locale: Locale,
  asked: string | undefined,
  file: Settings['env'],
): Promise<string> {
  const { road } = command;
  if (road.kind === 'sandbox') return throughSandbox(command, road, locale);
  if (road.kind === 'keys') return withOwnKeys(command, road, file, asked);
  // manager-node takes longer to load than everything else together.
  const { inTheCloud } = await import('./call/inTheCloud');
  return inTheCloud(command, road.envId);
}

function isFailure(reply: string): boolean {
  const { return_code, err_code } = parsed(reply);
  return return_code !== 'SUCCESS' || err_code !== undefined;
}

function shown({ operation, road }: Command, text: string, locale: Locale): string {
  const reply = parsed(text);
  const described = describeReply(reply, operation, locale, paintFor(process.stdout, process.env));
  const sourceless = road.kind === 'cloud' && reply.err_code === 'CALLER_REFUSED';
  return sourceless ? `${described}\n\n${translate(words.sourceless, locale)}` : described;
}

function parsed(text: string): Reply {
  try {
    const reply: unknown = JSON.parse(text);
    if (typeof reply === 'object' && reply !== null) return reply as Reply;
  } catch {
    // Told below, like any other value that is no reply.
  }
  throw new CallFault({ zh: '应答不是本项目函数的应答', en: 'The answer is not that of a function of this project' });
}

call(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    const locale = localeOf(/--locale[= ](\S+)/.exec(process.argv.join(' '))?.[1], process.env);
    const isExpected = error instanceof CallFault || error instanceof NoSettings;
    console.error(isExpected ? translate(error.says, locale) : error);
    process.exitCode = 2;
  },
);
