import { type Claim, compare, isEnd, isReleased, payerOf, type Verdict } from './claim';
import type { AnswerFields, LineFields } from './contract';
import { fen } from './fen';
import { hash } from './ledger/hash';
import { accountOf, areNone, linesAmong } from './lines';
import { masked } from './masked';
import type { Operation } from './operation';
import { readJson } from './readJson';
import type { SettledReceiver, Settlement } from './settled';
import { text } from './text';

export type { SettledReceiver, Settlement };

export const UNKNOWN: Settlement = { state: 'unknown', receivers: [] };

/**
 * The settlement in a success of a share, finish or return, or of a query of one; nothing for other operations.
 * @param parsed the receivers, where they are parsed already
 * @param verdict what the answer shows of its request; absent where no request is known
 */
export function settlementOf(
  { settles }: Pick<Operation, 'settles'>,
  answer: AnswerFields,
  parsed: unknown = readJson(answer.receivers),
  verdict?: Verdict,
): Settlement | undefined {
  if (!settles) return undefined;
  return settles === 'return' ? ofReturn(answer) : ofShare(answer, parsed, verdict);
}

/** Compares the answer to a query with a claim; the settlement only where it proves the claim. */
export function settlementFor(claim: Claim, reply: AnswerFields): { verdict: Verdict; settlement?: Settlement } {
  const parsed = readJson(reply.receivers);
  const verdict = compare(claim, reply, parsed);
  if (verdict.kind !== 'proven') return { verdict };
  return { verdict, settlement: claim.settles === 'return' ? ofReturn(reply) : ofShare(reply, parsed, verdict) };
}

function ofReturn(reply: AnswerFields): Settlement {
  const { return_account: account, return_amount: amount, result, fail_reason } = reply;
  const state = result === 'SUCCESS' ? 'settled' : result === 'FAILED' ? 'closed' : 'processing';
  return { state, receivers: [settledLine({ account, amount, result, fail_reason })] };
}

function ofShare(reply: AnswerFields, parsed: unknown, verdict: Verdict | undefined): Settlement {
  const lines = linesAmong(parsed);
  if (lines.length === 0 && !areNone(reply.receivers)) return UNKNOWN;
  const status = text(reply.status);
  // It shows nothing of the money, whatever its status says.
  if (verdict?.kind === 'named') return { state: begun(isEnd(status) ? '' : status), receivers: [] };
  const payer = payerOf(reply);
  const wentBack = (line: LineFields, at: number) =>
    verdict?.kind === 'proven' ? verdict.positions[at] === undefined : isReleased(line, payer || text(accountOf(line)));
  const released = lines.filter(wentBack);
  const receivers = lines.flatMap((line, at) =>
    wentBack(line, at) ? [] : [settledLine(line, verdict?.kind === 'proven' ? verdict.positions[at] : undefined)],
  );
  if (receivers.length > 0) return { state: stateOf(status, receivers), receivers };
  if (!isEnd(status)) return { state: begun(status), receivers };
  if (released.length > 0)
    return {
      state: stateOf(
        status,
        released.map((line) => settledLine(line)),
      ),
      receivers,
    };
  // Only a finish may have no receivers, and then it names the amount it released.
  const isFinish = verdict !== undefined || fen(reply.amount) !== undefined;
  return { state: !isFinish ? 'unknown' : status === 'CLOSED' ? 'closed' : 'settled', receivers };
}

function begun(status: string): 'accepted' | 'processing' {
  return status === '' ? 'accepted' : 'processing';
}

export function stateOf(status: string, lines: readonly Pick<SettledReceiver, 'result'>[]): Settlement['state'] {
  const paid = lines.filter(({ result }) => result === 'SUCCESS').length;
  const closed = lines.filter(({ result }) => result === 'CLOSED').length;
  if (status === 'CLOSED') return paid > 0 ? 'partly_failed' : 'closed';
  if (paid + closed < lines.length || status === 'PROCESSING' || status === 'ACCEPTED') return 'processing';
  if (closed === 0) return 'settled';
  return paid > 0 ? 'partly_failed' : 'closed';
}

type Writable<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] };

/** Assigned field by field: spreading fifty lines would cost a quarter of a millisecond. */
export function settledLine(line: LineFields, index?: number): SettledReceiver {
  const account = text(accountOf(line));
  const [detail_id, fail_reason] = [text(line.detail_id), text(line.fail_reason)];
  const shown: Writable<SettledReceiver> = {
    account: masked(account),
    amount: fen(line.amount) ?? 0,
    result: text(line.result),
  };
  if (index !== undefined) shown.index = index;
  if (detail_id !== '') shown.detail_id = detail_id;
  if (account !== '') shown.account_hash = hash(account);
  if (fail_reason !== '') shown.fail_reason = fail_reason;
  if (line.abnormal_status !== undefined) keepAbnormal(shown, line);
  return shown;
}

function keepAbnormal(shown: Writable<SettledReceiver>, line: LineFields): void {
  shown.abnormal_status = text(line.abnormal_status);
  const id = text(line.funds_abnormal_redirect_id);
  if (id !== '') shown.funds_abnormal_redirect_id = id;
}
