import type { OrderView } from '../views';
import { useActions } from './actions';
import { callFunction } from './ask';
import { Confirm } from './confirm';
import { useWords } from './language';
import { yuan } from './money';
import { freshNumber } from './numbers';

/** Releases what is left to the merchant. It cannot be undone, so it asks first. */
export function FinishForm({ order, done }: { readonly order: OrderView; readonly done: () => void }) {
  const { forms } = useWords().orders;
  const { call } = useActions();
  const rest = yuan(order.bar.frozen);
  const finish = async () => {
    const data = {
      transaction_id: order.transactionId,
      out_order_no: freshNumber('FINISH'),
      description: forms.finishDescription,
    };
    if (await call('profitSharingFinish', () => callFunction('profitSharingFinish', data))) done();
  };
  return (
    <div class="form">
      <p>{forms.finishWhy(rest, order.payer.name)}</p>
      <Confirm
        label={forms.finishAsk(rest)}
        question={forms.finishQuestion(rest)}
        consequence={forms.finishConsequence}
        yes={forms.finishNow}
        does={finish}
      />
    </div>
  );
}
