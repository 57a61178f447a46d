import { useState } from 'preact/hooks';
import type { LinkSetupView, OrderView, Payee } from '../views';
import { FinishForm } from './finishForm';
import { useWords } from './language';
import { yuan } from './money';
import { MoneyBar } from './moneyBar';
import { Chip } from './parts';
import { ReceiptRow } from './receiptRow';
import { ReturnForm } from './returnForm';
import { ShareForm } from './shareForm';
import { ShareLines } from './shareLines';

interface OrderCardProps {
  readonly order: OrderView;
  readonly setup: LinkSetupView;
  readonly payees: readonly Payee[];
}

type Form = 'share' | 'return' | 'finish';

/** One order: its money, the receivers that got some of it, and what can be done with the rest. */
export function OrderCard({ order, setup, payees }: OrderCardProps) {
  const words = useWords().orders;
  const [form, open] = useState<Form>();
  const { transactionId, payer, state, closedBy, paid, awaits, bar, shares } = order;
  const isOurs = payer.mchId === setup.payerMchId;
  const hasReturnable = shares.some(({ lines }) =>
    lines.some(({ result, toPayer }) => result === 'SUCCESS' && !toPayer),
  );
  const possible: Readonly<Record<Form, boolean>> = {
    share: state === 'OPEN' && bar.frozen > 0,
    return: hasReturnable,
    finish: state === 'OPEN' && bar.frozen > 0,
  };
  const close = () => open(undefined);
  return (
    <article class="order" aria-label={`${words.order} ${transactionId}`}>
      <div class="orderHead">
        <div>
          <p class="amount">{yuan(paid)}</p>
          <p class="quiet">
            <code>{transactionId}</code> · {payer.name}
          </p>
        </div>
        {state === 'OPEN' ? (
          <Chip tone="busy">{awaits ? words.awaitsReceipt : words.open}</Chip>
        ) : (
          <Chip tone="quiet">{words.closed(words.closedBy[closedBy ?? ''] ?? '')}</Chip>
        )}
      </div>
      <MoneyBar parts={bar} />
      {awaits && <ReceiptRow transactionId={transactionId} awaits={awaits} />}
      {shares.length > 0 && <ShareLines shares={shares} />}
      {isOurs ? (
        <div class="row">
          {(['share', 'return', 'finish'] as const).map((name) => (
            <button
              type="button"
              key={name}
              disabled={!possible[name]}
              aria-expanded={form === name}
              onClick={() => open(form === name ? undefined : name)}
            >
              {words.forms[name]}
            </button>
          ))}
        </div>
      ) : (
        <p class="quiet">{words.otherLink}</p>
      )}
      {form === 'share' && <ShareForm order={order} payees={payees} done={close} />}
      {form === 'return' && <ReturnForm order={order} done={close} />}
      {form === 'finish' && <FinishForm order={order} done={close} />}
    </article>
  );
}
