import type { Books, ReturnOrder, ShareOrder } from '../sandbox';
import { isOpen, type LedgerRecord } from '../shared/ledger/record';
import type { ComparedRow, Verdict } from './views';

type BankSide = NonNullable<ComparedRow['bank']>;
type LedgerSide = NonNullable<ComparedRow['ledger']>;

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

function ofLedger({ state, operation, link, attempts, settlement }: LedgerRecord): LedgerSide {
  const paid = (settlement?.receivers ?? []).filter(({ result }) => result === 'SUCCESS');
  return {
    state,
    operation,
    link,
    attempts: attempts.length,
    paid: paid.reduce((sum, { amount }) => sum + Number(amount), 0),
  };
}

/** What a reader has to think of one number. */
function verdictOn(ledger: LedgerSide | undefined, bank: BankSide | undefined): Verdict {
  if (!ledger) return 'missing';
  if (!bank) {
    if (ledger.state === 'refused') return 'same';
    return isOpen(ledger.state) ? 'doubt' : 'differs';
  }
  if (ledger.state === bank.state) return ledger.paid === bank.paid || bank.state === 'processing' ? 'same' : 'differs';
  if (ledger.state === 'accepted' && bank.state === 'processing') return 'same';
  return isOpen(ledger.state) ? 'behind' : 'differs';
}

/**
 * The functions' ledger beside the bank, number by number, the latest first. The bank is right; the ledger may be behind.
 *
 * @param records the documents of the ledger's collection
 */
export function compareLedger(books: Books, records: readonly LedgerRecord[]): ComparedRow[] {
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
