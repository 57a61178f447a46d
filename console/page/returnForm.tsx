import { useState } from 'preact/hooks';
import type { OrderView } from '../views';
import { useActions } from './actions';
import { callFunction } from './ask';
import { useWords } from './language';
import { fenOf, yuan } from './money';
import { freshNumber } from './numbers';
import { Button, Select, TextInput } from './parts';

/** A receiver gives some of what it was paid back to the merchant. */
export function ReturnForm({ order, done }: { readonly order: OrderView; readonly done: () => void }) {
  const words = useWords().orders;
  const { call } = useActions();
  const paid = order.shares.flatMap(({ number, lines }) =>
    lines.flatMap(({ account, name, amount, result, toPayer }) =>
      result === 'SUCCESS' && !toPayer ? [{ key: `${number}/${account}`, number, account, name, amount }] : [],
    ),
  );
  const [key, choose] = useState(paid[0]?.key ?? '');
  const [text, write] = useState('8.00');
  const amount = fenOf(text);
  const line = paid.find((known) => known.key === key);

  const returnShare = async () => {
    if (!line || amount === undefined) return;
    const data = {
      out_order_no: line.number,
      out_return_no: freshNumber('RETURN'),
      return_account: line.account,
      return_amount: amount,
      description: words.forms.returnDescription,
    };
    if (await call('profitSharingReturn', () => callFunction('profitSharingReturn', data))) done();
  };

  return (
    <form class="form" onSubmit={(event) => event.preventDefault()}>
      <div class="row">
        <Select
          label={words.columns.who}
          value={key}
          options={paid.map((known) => [known.key, `${known.name} ${yuan(known.amount)} · ${known.number}`])}
          choose={choose}
        />
        <TextInput label={words.amount} value={text} write={write} wrong={amount === undefined} numeric />
      </div>
      <Button look="main" does={returnShare} off={amount === undefined}>
        {words.forms.returnNow(yuan(amount ?? 0))}
      </Button>
    </form>
  );
}
