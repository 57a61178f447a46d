import { useState } from 'preact/hooks';
import type { OrderView, Payee } from '../views';
import { useActions } from './actions';
import { callFunction } from './ask';
import { useWords } from './language';
import { fenOf, yuan } from './money';
import { freshNumber } from './numbers';
import { Button, Select, TextInput } from './parts';

interface ShareFormProps {
  readonly order: OrderView;
  readonly payees: readonly Payee[];
  readonly done: () => void;
}

/** WeChat Pay wants a relation named; it checks none of them. */
const relation = { MERCHANT_ID: 'SUPPLIER', PERSONAL_OPENID: 'DISTRIBUTOR' } as const;

/** Shares a part of an order with one receiver. */
export function ShareForm({ order: { transactionId, bar }, payees, done }: ShareFormProps) {
  const words = useWords().orders;
  const { call } = useActions();
  const [account, choose] = useState(payees[0]?.account ?? '');
  const [text, write] = useState('20.00');
  const [registers, register] = useState(true);
  const [releases, release] = useState(false);
  const amount = fenOf(text);
  const payee = payees.find((known) => known.account === account);

  const share = async () => {
    if (!payee || amount === undefined) return;
    const { type, name } = payee;
    const receiver = { type, account, name, relation_type: relation[type] };
    const add = () => callFunction('profitSharingAddReceiver', { receiver });
    if (registers && !(await call('profitSharingAddReceiver', add))) return;
    const operation = releases ? 'profitSharing' : 'multiProfitSharing';
    const data = {
      transaction_id: transactionId,
      out_order_no: freshNumber('SHARE'),
      receivers: [{ type, account, amount, description: words.forms.description }],
    };
    if (await call(operation, () => callFunction(operation, data))) done();
  };

  return (
    <form class="form" onSubmit={(event) => event.preventDefault()}>
      <div class="row">
        <Select
          label={words.columns.who}
          value={account}
          options={payees.map((known) => [known.account, `${known.name} ${known.account}`])}
          choose={choose}
        />
        <TextInput label={words.amount} value={text} write={write} wrong={amount === undefined} numeric />
      </div>
      <Check label={words.forms.register} checked={registers} set={register} />
      <Check label={words.forms.release} checked={releases} set={release} />
      {amount !== undefined && amount > bar.frozen && <p class="why">{words.forms.tooMuch(yuan(bar.frozen))}</p>}
      <Button look="main" does={share} off={amount === undefined}>
        {words.forms.shareNow(yuan(amount ?? 0))}
      </Button>
    </form>
  );
}

function Check({ label, checked, set }: { label: string; checked: boolean; set: (checked: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => set(event.currentTarget.checked)} /> {label}
    </label>
  );
}
