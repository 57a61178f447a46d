import { useState } from 'preact/hooks';
import type { NoticeView } from '../views';
import { useActions } from './actions';
import { control } from './ask';
import { useWords } from './language';
import { beijingMoment } from './moment';
import { Button, Chip, Empty, Select, type Tone } from './parts';

const tones: Readonly<Record<NoticeView['state'], Tone>> = {
  waiting: 'busy',
  acknowledged: 'good',
  givenUp: 'bad',
  dropped: 'quiet',
};

const flaws = ['altered', 'missing', 'wrong', 'unknownSerial', 'stale', 'tag', 'probe'] as const;

/** WeChat Pay's notifications by merchant, how each attempt was answered, and forgeries to try. */
export function Notices({ notices }: { readonly notices: readonly NoticeView[] }) {
  const words = useWords().notices;
  const { attempt, notify } = useActions();
  const [flaw, choose] = useState<(typeof flaws)[number]>('altered');
  if (notices.length === 0) return <Empty title={words.none}>{words.noneWhy}</Empty>;
  const forge = () =>
    attempt(async () => {
      const { status } = await control('POST', 'notifications/forge', { flaw });
      notify({ kind: status === 200 ? 'refused' : 'done', text: words.forged(Number(status)) });
    });
  return (
    <section class="card" aria-label={words.title}>
      <div class="orderHead">
        <h2>{words.title}</h2>
        <div class="row">
          <Select
            label={words.flaw}
            value={flaw}
            options={flaws.map((name) => [name, words.flaws[name]])}
            choose={choose}
          />
          <Button does={forge}>{words.forge}</Button>
        </div>
      </div>
      <table class="lines">
        <thead>
          <tr>
            <th>{words.id}</th>
            <th>{words.about}</th>
            <th>{words.state}</th>
            <th>{words.attempts}</th>
            <th>
              <span class="hidden">{words.again}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {notices.map(({ id, mchId, about, state, dueAt, attempts }) => (
            <tr key={id}>
              <td>
                <code>{id}</code>
              </td>
              <td>
                {words.abouts[about]} <span class="quiet">→ {mchId}</span>
              </td>
              <td>
                <Chip tone={tones[state]}>{words.states[state]}</Chip>
                {state === 'waiting' && <span class="quiet"> {beijingMoment(dueAt)}</span>}
              </td>
              <td>
                {attempts.map(({ status, flaw: forgedBy }, index) => (
                  <Chip key={`${index}`} tone={(status === 200) === (forgedBy === undefined) ? 'good' : 'bad'}>
                    {forgedBy ? `${words.flaws[forgedBy] ?? forgedBy}: ` : ''}
                    {status || words.silence}
                  </Chip>
                ))}
              </td>
              <td>
                <Button look="small" does={() => attempt(() => control('POST', 'notifications/redeliver', { id }))}>
                  {words.again}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
