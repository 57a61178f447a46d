import type { ReceiptView } from '../views';
import { useActions } from './actions';
import { deliver } from './ask';
import { useWords } from './language';
import { beijingMoment } from './moment';
import { Button } from './parts';

interface ReceiptProps {
  readonly transactionId: string;
  readonly awaits: ReceiptView;
}

/** Why the money of an order cannot be shared yet, and what happens to its goods next. */
export function ReceiptRow({ transactionId, awaits: { next, settlesAt } }: ReceiptProps) {
  const words = useWords().orders;
  const { attempt } = useActions();
  return (
    <div class="row">
      <p class="quiet">{settlesAt === undefined ? words.shippedFirst : words.settlesAt(beijingMoment(settlesAt))}</p>
      {next !== 'settlement' && (
        <Button does={() => attempt(() => deliver(transactionId, next))}>{words.receipt[next]}</Button>
      )}
    </div>
  );
}
