import { useState } from 'preact/hooks';
import type { LinkName } from '../../shared/generated/links';
import type { Snapshot } from '../views';
import { useActions } from './actions';
import { placeOrder, switchLink } from './ask';
import { localeOf, useLanguage, useWords } from './language';
import { fenOf } from './money';
import { OrderCard } from './orderCard';
import { Button, Empty, Select, TextInput } from './parts';
import { StoryBoard } from './storyBoard';

interface OrdersProps {
  readonly known: Snapshot;
  /** The one chosen, which may be on its way to the sandbox. */
  readonly link: LinkName;
}

/** Every order with its money, and the ways to make one. */
export function Orders({ known, link }: OrdersProps) {
  const words = useWords();
  const { orders, functions } = known;
  return (
    <>
      {functions.length === 0 && (
        <p class="away" role="alert">
          {words.orders.noFunctions}
        </p>
      )}
      <div class="starters">
        <StoryBoard link={link} payees={known.payees} off={functions.length === 0} />
        <NewOrder link={link} />
      </div>
      {orders.length === 0 ? (
        <Empty title={words.orders.none}>{words.orders.noneWhy}</Empty>
      ) : (
        <ul class="cards">
          {orders.map((order) => (
            <li key={order.transactionId}>
              <OrderCard order={order} setup={known.setup} payees={known.payees} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const deliveries = ['none', 'express', 'direct'] as const;
type Delivery = (typeof deliveries)[number];

function NewOrder({ link }: { readonly link: LinkName }) {
  const { orders: words } = useWords();
  const language = useLanguage();
  const { attempt } = useActions();
  const [text, write] = useState('100.00');
  const [delivery, choose] = useState<Delivery>('none');
  const amount = fenOf(text);
  const waits = delivery === 'none' ? {} : { delivery };
  const place = () =>
    attempt(async () => {
      const { order } = await switchLink(link, localeOf[language]);
      await placeOrder({ ...order, ...waits, ready: true, ...(amount && { amount }) });
    });
  return (
    <section class="starter" aria-label={words.place}>
      <h2>{words.place}</h2>
      <p>{words.placeWhy}</p>
      <div class="row">
        <TextInput label={words.amount} value={text} write={write} wrong={amount === undefined} numeric />
        <Select
          label={words.goods}
          value={delivery}
          options={deliveries.map((each) => [each, words.deliveries[each]] as const)}
          choose={choose}
        />
        <Button does={place} off={amount === undefined}>
          {words.place}
        </Button>
      </div>
    </section>
  );
}
