import { type Books, isRecord, type ReturnOrder, type ShareOrder } from '../sandbox';
import type { ComparedRow, Verdict } from './views';

type BankSide = NonNullable<ComparedRow['bank']>;
type LedgerSide = NonNullable<ComparedRow['ledger']>;

/** Where somebody may still be told something new. */
const OPEN = new Set(['intended', 'unknown', 'accepted', 'processing']);

function ofShare({ lines, rest, transactionId }: ShareOrder): BankSide {
  const succeeded = lines.filter(({ result }) => result === 'SUCCESS');
  const paid = succeeded.reduce((sum, { amount }) => sum + amount, 0);
  const isPending =
    lines.some(({ result }) => result === 'PENDING') || (lines.length === 0 && rest?.result === 'PENDING');
  if (isPending) return { state: 'processing', paid, transactionId };
  if (succeeded.length === lines.length) return { state: 'settled', paid, transactionId };
  return { state: succeeded.length > 0 ? 'partly_failed' : 'closed', paid, transactionId };
}

const returnStates = { PROCESSING: 'processing', SUCCESS: 'settled', FAILED: 'closed' } as const;

function ofReturn({ result, amount, transactionId }: ReturnOrder): BankSide {
  return { state: returnStates[result], paid: result === 'SUCCESS' ? amount : 0, transactionId };
}

function paidIn(settlement: unknown): number {
  const receivers: unknown = isRecord(settlement) ? settlement.receivers : undefined;
  if (!Array.isArray(receivers)) return 0;
  return receivers.reduce((sum: number, line: unknown) => {
    return isRecord(line) && line.result === 'SUCCESS' ? sum + Number(line.amount) : sum;
  }, 0);
}

function ofLedger(record: Readonly<Record<string, unknown>>): LedgerSide {
  const { state, operation, link, attempts, settlement } = record;
  return {
    state: String(state),
    operation: String(operation),
    link: String(link),
    attempts: Array.isArray(attempts) ? attempts.length : 0,
    paid: paidIn(settlement),
  };
}

/** What a reader has to think of one number. */
function verdictOn(ledger: LedgerSide | undefined, bank: BankSide | undefined): Verdict {
  if (!ledger) return 'missing';
  if (!bank) {
    if (ledger.state === 'refused') return 'same';
    return OPEN.has(ledger.state) ? 'doubt' : 'differs';
  }
  if (ledger.state === bank.state) return ledger.paid === bank.paid || bank.state === 'processing' ? 'same' : 'differs';
  if (ledger.state === 'accepted' && bank.state === 'processing') return 'same';
  return OPEN.has(ledger.state) ? 'behind' : 'differs';
}

/**
 * The functions' ledger beside the bank, number by number, the latest first. The bank is right; the ledger may be behind.
 *
 * @param records the documents of the ledger's collection
 */
export function compareBooks(books: Books, records: readonly Readonly<Record<string, unknown>>[]): ComparedRow[] {
  const bank = new Map<string, BankSide>([
    ...books.shares.map((share): [string, BankSide] => [`share:${share.outOrderNo}`, ofShare(share)]),
    ...books.returns.map((back): [string, BankSide] => [`return:${back.outReturnNo}`, ofReturn(back)]),
  ]);
  const ledger = new Map(records.map((record) => [`${record.family}:${record.number}`, ofLedger(record)]));
  const rows = [...new Set([...bank.keys(), ...ledger.keys()])].map((key): ComparedRow => {
    const [ours, theirs] = [ledger.get(key), bank.get(key)];
    return {
      number: key.slice(key.indexOf(':') + 1),
      family: key.startsWith('share:') ? 'share' : 'return',
      verdict: verdictOn(ours, theirs),
      ...(ours && { ledger: ours }),
      ...(theirs && { bank: theirs }),
    };
  });
  return rows.reverse();
}
