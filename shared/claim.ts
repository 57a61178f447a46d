import type { AnswerFields, LineFields, RequestFields } from './contract';
import { fen } from './fen';
import { type AccountKey, type Spelling, spellingOf } from './ledger/accountKeys';
import { accountOf, areNone, linesAmong, RELEASED } from './lines';
import { masked } from './masked';
import type { Operation } from './operation';
import { text } from './text';

/** What a money-moving request asks of WeChat Pay: every answer about its number is compared with it. */
export interface Claim {
  readonly settles: NonNullable<Operation['settles']>;
  readonly request: RequestFields;
  readonly lines: readonly ClaimedLine[];
  /** The ways in which the accounts of its lines are written. */
  readonly spellings: readonly Spelling[];
}

export interface ClaimedLine {
  readonly account: string;
  /** In fen. */
  readonly amount: number | undefined;
}

interface Recorded {
  readonly family: 'share' | 'return';
  readonly payload: RequestFields;
}

export type Verdict =
  /**
   * This very request, all of it and nothing else.
   * - `positions`: for each line of the answer its position in the request; undefined for what went back to the payer
   */
  | { readonly kind: 'proven'; readonly positions: readonly (number | undefined)[] }
  /** Its numbers and nothing of its money: enough to call it accepted, no evidence of an end. */
  | { readonly kind: 'named' }
  /** Less than WeChat Pay's page promises: the first field that is missing or cannot be read. */
  | { readonly kind: 'missing'; readonly field: string }
  /** Another request: the first field that differs. */
  | { readonly kind: 'differs'; readonly field: string };

export function claimOf(
  { effect, settles }: Pick<Operation, 'effect' | 'settles'>,
  request: RequestFields,
): Claim | undefined {
  if (effect !== 'money' || !settles) return undefined;
  return { settles, request, lines: linesIn(request), spellings: [asGiven] };
}

/** @param keys of PROFIT_SHARING_LEDGER_KEY; an account whose key is gone is known by its masked form */
export function claimIn({ family, payload }: Recorded, keys: readonly AccountKey[]): Claim {
  const settles = family === 'return' ? 'return' : Array.isArray(payload.receivers) ? 'share' : 'finish';
  const spellings = new Set<Spelling>();
  const lines = linesAmong(payload.receivers).map((line): ClaimedLine => {
    const stored = text(line.account);
    const spelling = spellingOf(stored, keys);
    spellings.add(spelling ?? masked);
    const account = spelling ? stored : text((line as { account_masked?: unknown }).account_masked);
    return { account, amount: fen(line.amount) };
  });
  return { settles, request: payload, lines, spellings: [...spellings] };
}

function asGiven(account: string): string {
  return account;
}

function linesIn({ receivers }: RequestFields): ClaimedLine[] {
  return linesAmong(receivers).map(({ account, amount }) => ({ account: text(account), amount: fen(amount) }));
}

type Named = keyof RequestFields & keyof AnswerFields;

/** What the pages of all links promise to repeat; a return names its share by one of two numbers. */
const PROMISED: Readonly<Record<Claim['settles'], readonly Named[]>> = {
  share: ['transaction_id', 'out_order_no'],
  finish: ['transaction_id', 'out_order_no'],
  return: ['out_return_no', 'return_account', 'return_amount', 'order_id', 'out_order_no'],
  // ecommerce only (openapi snapshot of 2023.07.11 and Java SDK).
  after_sales: ['transaction_id', 'amount'],
};

const ECHOED: readonly Named[] = [
  'sub_mch_id',
  'brand_mch_id',
  'transaction_id',
  'out_order_no',
  'order_id',
  'out_return_no',
];

export function otherNumberIn(answer: AnswerFields, request: RequestFields): string | undefined {
  return ECHOED.find((name) => isGiven(request[name]) && isGiven(answer[name]) && differ(request[name], answer[name]));
}

/**
 * Holds a success, of the request itself or of a query of its number, against the request.
 * @param parsed the receivers of the answer, where they are parsed already
 */
export function compare(claim: Claim, answer: AnswerFields, parsed: unknown): Verdict {
  const { settles, request } = claim;
  for (const field of PROMISED[settles]) {
    if (!isGiven(request[field])) continue;
    if (!isGiven(answer[field])) return { kind: 'missing', field };
    if (differ(request[field], answer[field])) return { kind: 'differs', field };
  }
  const other = otherNumberIn(answer, request);
  if (other) return { kind: 'differs', field: other };
  if (settles === 'return' || settles === 'after_sales') return { kind: 'proven', positions: [] };
  // The answer to a return names the share it takes back, and is none.
  if (isGiven(answer.out_return_no)) return { kind: 'differs', field: 'out_return_no' };
  const lines = linesAmong(parsed);
  const isReadable = Array.isArray(parsed) ? lines.length === parsed.length : areNone(answer.receivers);
  if (!isReadable) return { kind: 'missing', field: 'receivers' };
  return settles === 'share' ? compareShare(claim, answer, lines) : compareFinish(claim, answer, lines);
}

/** Every receiver once and no other, in any order, because WeChat Pay promises none. */
function compareShare(claim: Claim, answer: AnswerFields, lines: readonly LineFields[]): Verdict {
  if (lines.length === 0) {
    // Only a finish has a description of its own (query pages).
    if (isGiven(answer.description)) return { kind: 'differs', field: 'description' };
    // An empty list is less than no list: it says that no receiver is paid.
    const isEmptied = isGiven(answer.receivers);
    return isEmptied || isEnd(answer.status) ? { kind: 'missing', field: 'receivers' } : { kind: 'named' };
  }
  const open = positionsByLine(claim);
  const positions = lines.map((line) => positionsAt(open, claim, line).shift());
  const payer = payerOf(answer, claim.request);
  const stranger = lines.findIndex((line, at) => positions[at] === undefined && !isReleased(line, payer));
  const unpaid = [...open.values()].find((left) => left.length > 0)?.[0];
  const at = stranger >= 0 ? stranger : unpaid;
  return at === undefined ? { kind: 'proven', positions } : { kind: 'differs', field: `receivers[${at}]` };
}

export function positionsOf(
  claim: Claim,
  { account, amount }: { readonly account: string; readonly amount: number },
): readonly number[] {
  return positionsAt(positionsByLine(claim), claim, { account, amount });
}

function positionsByLine({ lines }: Claim): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  lines.forEach(({ account, amount }, position) => {
    const key = `${account} ${amount}`;
    const equal = positions.get(key);
    if (equal) equal.push(position);
    else positions.set(key, [position]);
  });
  return positions;
}

/** The positions a line of an answer can have, which are left to be taken. */
function positionsAt(open: ReadonlyMap<string, number[]>, { spellings }: Claim, line: LineFields): number[] {
  const account = text(accountOf(line));
  for (const spell of spellings) {
    const positions = open.get(`${spell(account)} ${fen(line.amount)}`);
    if (positions && positions.length > 0) return positions;
  }
  return [];
}

/**
 * A finish pays no receiver: what it shows went back to the payer, in WeChat Pay's words or the request's own. Under the
 * number of an earlier share WeChat Pay may report success and release nothing (state of that share instead).
 */
function compareFinish({ request }: Claim, answer: AnswerFields, lines: readonly LineFields[]): Verdict {
  const payer = payerOf(answer, request);
  const stranger = lines.findIndex(
    (line) => !isReleased(line, payer) && !(isOf(line, payer) && line.description === request.description),
  );
  if (stranger >= 0) return { kind: 'differs', field: `receivers[${stranger}]` };
  const { description } = answer;
  if (isGiven(description) && description !== request.description && description !== RELEASED) {
    return { kind: 'differs', field: 'description' };
  }
  // A share to the payer itself, in the same words, looks like this too.
  if (lines.some((line) => !isReleased(line, payer))) return { kind: 'named' };
  const isShown = lines.length > 0 || isGiven(description);
  return isShown ? { kind: 'proven', positions: lines.map(() => undefined) } : { kind: 'named' };
}

export function payerOf({ sub_mch_id, mch_id }: AnswerFields, request: RequestFields = {}): string {
  return text(request.sub_mch_id) || text(sub_mch_id) || text(mch_id);
}

/** Whether a line is the rest that went back to the payer (API v3 query page). */
export function isReleased(line: LineFields, payer: string): boolean {
  return line.description === RELEASED && isOf(line, payer);
}

function isOf(line: LineFields, payer: string): boolean {
  return payer !== '' && text(accountOf(line)) === payer;
}

/** Whether a status says that nothing changes any more; CLOSED is on older pages only. */
export function isEnd(status: unknown): boolean {
  return status === 'FINISHED' || status === 'CLOSED';
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function differ(asked: unknown, answered: unknown): boolean {
  return text(asked) !== text(answered);
}
