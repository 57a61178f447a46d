import type { MoneyBar as Parts } from '../views';
import { useWords } from './language';
import { yuan } from './money';

const order = ['shared', 'onItsWay', 'frozen', 'released', 'returned', 'refunded', 'fee', 'unshareable'] as const;

/** An order's money as one bar: every part as wide as its share of what was paid, and named below with its exact amount. */
export function MoneyBar({ parts }: { readonly parts: Parts }) {
  const words = useWords();
  const present = order.filter((part) => parts[part] > 0);
  const summary = present.map((part) => `${words.money[part]} ${yuan(parts[part])}`).join(', ');
  return (
    <div class="money">
      <div class="bar" role="img" aria-label={summary}>
        {present.map((part) => (
          <span
            key={part}
            class={part}
            style={{ flexGrow: parts[part] }}
            title={`${words.money[part]} ${yuan(parts[part])}`}
          />
        ))}
      </div>
      <ul class="legend" aria-hidden="true">
        {present.map((part) => (
          <li key={part}>
            <i class={part} /> {words.money[part]} <b>{yuan(parts[part])}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
