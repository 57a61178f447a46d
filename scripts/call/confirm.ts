import { createInterface } from 'node:readline/promises';
import { linesOf } from '../../shared/lines';
import { type Locale, type Text, translate } from '../../shared/locale';
import { CallFault } from './callFault';
import { inYuan } from './inYuan';
import type { Command } from './readCommand';

/** Where somebody can be asked; absent where nobody sits. */
export interface Desk {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks before real money moves. @throws {CallFault} unless the answer is yes, or where nobody can be asked */
export async function confirm(command: Command, desk: Desk | undefined, locale: Locale): Promise<void> {
  const { operation, road, yes } = command;
  if (operation.effect !== 'money' || road.kind === 'sandbox' || yes) return;
  const what = describe(command);
  if (!desk) {
    throw new CallFault({
      zh: `${what.zh}。确认无误后加上 --yes；没有发出任何请求`,
      en: `${what.en}. Add --yes if you mean it; nothing was sent`,
    });
  }
  const lines = createInterface(desk);
  const question = translate({ zh: `${what.zh}。输入 yes 继续：`, en: `${what.en}. Type yes to go on: ` }, locale);
  const answer = await lines.question(question).finally(() => lines.close());
  if (answer.trim() !== 'yes')
    throw new CallFault({ zh: '已取消，没有发出任何请求', en: 'Cancelled, nothing was sent' });
}

function describe({ operation, request, road }: Command): Text {
  const fen = amountOf(request);
  const place = road.kind === 'cloud' ? road.envId : road.kind === 'keys' ? road.file : '';
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
