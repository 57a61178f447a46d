import type { LineView, ReturnView, ShareView } from '../views';
import { useWords } from './language';
import { yuan } from './money';
import { Chip, type Tone } from './parts';

const tones: Readonly<Record<LineView['result'] | ReturnView['result'], Tone>> = {
  PENDING: 'busy',
  PROCESSING: 'busy',
  SUCCESS: 'good',
  CLOSED: 'bad',
  FAILED: 'bad',
};

/** Receiver by receiver: who got what, who did not, and why. */
export function ShareLines({ shares }: { readonly shares: readonly ShareView[] }) {
  const words = useWords().orders;
  const rows = shares.flatMap(({ number, kind, lines, returns }) => [
    ...lines.map((line) => ({ ...line, number, what: line.toPayer ? words.toMerchant : words.kinds[kind], sign: '' })),
    ...returns.map((back) => ({ ...back, what: words.gaveBack, sign: '−' })),
  ]);
  return (
    <table class="lines">
      <thead>
        <tr>
          <th>{words.columns.number}</th>
          <th>{words.columns.who}</th>
          <th class="number">{words.columns.amount}</th>
          <th>{words.columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, what, name, account, amount, result, failReason, sign }, index) => (
          <tr key={`${number}/${index}`}>
            <td>
              <code>{number}</code> <span class="quiet">{what}</span>
            </td>
            <td>
              {name} <code class="quiet">{account}</code>
            </td>
            <td class="number">
              {sign}
              {yuan(amount)}
            </td>
            <td>
              <Chip tone={tones[result]}>{words.results[result]}</Chip>{' '}
              {failReason && <span class="why">{words.reasons[failReason] ?? failReason}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
