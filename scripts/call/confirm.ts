import { createInterface } from 'node:readline/promises';
import { linesOf } from '../../shared/lines';
import { type Locale, type Text, translate } from '../../shared/locale';
import { CallError } from './callError';
import { inYuan } from './inYuan';
import type { Command } from './readCommand';

/** A terminal with a user; absent in a pipe or a job. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks before real money moves. @throws {CallError} unless the answer is yes, or where there is no terminal */
export async function confirm(command: Command, terminal: Terminal | undefined, locale: Locale): Promise<void> {
  const { operation, target, yes } = command;
  if (operation.effect !== 'money' || target.kind === 'sandbox' || yes) return;
  const what = describe(command);
  if (!terminal) {
    throw new CallError({
      zh: `${what.zh}。确认无误后加上 --yes；没有发出任何请求`,
      en: `${what.en}. Add --yes if you mean it; nothing was sent`,
    });
  }
  const lines = createInterface(terminal);
  const question = translate({ zh: `${what.zh}。输入 yes 继续：`, en: `${what.en}. Type yes to go on: ` }, locale);
  const answer = await lines.question(question).finally(() => lines.close());
  if (answer.trim() !== 'yes')
    throw new CallError({ zh: '已取消，没有发出任何请求', en: 'Cancelled, nothing was sent' });
}

function describe({ operation, request, target }: Command): Text {
  const fen = amountOf(request);
  const place = target.kind === 'cloud' ? target.envId : target.kind === 'keys' ? target.file : '';
  return {
    zh: `${operation.name} 会动用真钱${fen === undefined ? '' : ` ${inYuan(fen, 'zh-CN')}`}（${place}）`,
    en: `${operation.name} moves real money${fen === undefined ? '' : `, ${inYuan(fen, 'en')}`} (${place})`,
  };
}

/** What a request is about, in fen, where it says so. */
function amountOf({ receivers, return_amount, amount }: Command['request']): number | undefined {
  const lines = Array.isArray(receivers) ? receivers : linesOf(receivers);
  const fen = lines.length > 0 ? lines.reduce((sum, line) => sum + Number(line?.amount), 0) : (return_amount ?? amount);
  return Number.isSafeInteger(Number(fen)) && fen !== undefined ? Number(fen) : undefined;
}
