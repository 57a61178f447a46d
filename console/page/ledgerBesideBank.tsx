import type { BookSide, ComparedRow, Verdict } from '../views';
import { useActions } from './actions';
import { callFunction } from './ask';
import { useWords } from './language';
import { yuan } from './money';
import { Button, Chip, Empty, type Tone } from './parts';

const tones: Readonly<Record<Verdict, Tone>> = {
  same: 'good',
  behind: 'busy',
  doubt: 'doubt',
  missing: 'bad',
  differs: 'bad',
};

/** Far enough to reach every number that is waiting for its next look, in ms. */
const LOOK_AHEAD_MS = 86_400_000;

/** The functions' ledger beside WeChat Pay's books, number by number; what differs stands out. */
export function LedgerBesideBank({ rows }: { readonly rows: readonly ComparedRow[] }) {
  const words = useWords().ledger;
  const { call } = useActions();
  if (rows.length === 0) return <Empty title={words.none}>{words.noneWhy}</Empty>;
  const reconcile = () =>
    call('profitSharingReconcile', () => callFunction('profitSharingReconcile', { look_ahead_ms: LOOK_AHEAD_MS }));
  const differing = rows.filter(({ verdict }) => verdict !== 'same').length;
  return (
    <section class="card" aria-label={words.title}>
      <div class="orderHead">
        <div>
          <h2>{words.title}</h2>
          <p class="quiet">{differing === 0 ? words.allSame : words.differing(differing)}</p>
        </div>
        <Button does={reconcile}>{words.reconcile}</Button>
      </div>
      <table class="lines ledger">
        <thead>
          <tr>
            <th>{words.number}</th>
            <th>{words.ours}</th>
            <th>{words.theirs}</th>
            <th>{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, family, verdict, ledger, bank }) => (
            <tr key={`${family}/${number}`} class={verdict === 'same' ? '' : `differs ${tones[verdict]}`}>
              <td>
                <code>{number}</code> <span class="quiet">{words.families[family]}</span>
              </td>
              <td data-label={words.ours}>
                <Side side={ledger} />{' '}
                {ledger && (
                  <span class="quiet">
                    {ledger.link} · {words.attempts(ledger.attempts)}
                  </span>
                )}
              </td>
              <td data-label={words.theirs}>
                <Side side={bank} />
              </td>
              <td>
                <Chip tone={tones[verdict]}>{words.verdicts[verdict]}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Side({ side }: { readonly side: BookSide | undefined }) {
  const words = useWords().ledger;
  if (!side) return <span class="quiet">{words.nothing}</span>;
  return (
    <>
      <b>{words.states[side.state]}</b> {side.paid > 0 && <span class="tabular">{yuan(side.paid)}</span>}
    </>
  );
}
