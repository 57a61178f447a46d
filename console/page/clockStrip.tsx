import { useActions } from './actions';
import { control } from './ask';
import { useWords } from './language';
import { beijingMoment } from './moment';
import { Button } from './parts';

const MINUTE_S = 60;
const steps = [
  ['minute', MINUTE_S],
  ['hour', 60 * MINUTE_S],
  ['day', 24 * 60 * MINUTE_S],
  ['month', 30 * 24 * 60 * MINUTE_S],
  ['halfYear', 180 * 24 * 60 * MINUTE_S],
] as const;

/** The bank's clock, which stands still until the reader lets time pass. */
export function ClockStrip({ now }: { readonly now: number }) {
  const { clock } = useWords();
  const { attempt } = useActions();
  return (
    <section class="clock" aria-label={clock.title}>
      <p>
        <span>{clock.title}</span> <time dateTime={new Date(now).toISOString()}>{beijingMoment(now)}</time>{' '}
        <span>{clock.zone}</span>
      </p>
      <div class="row">
        {steps.map(([name, seconds]) => (
          <Button key={name} look="small" does={() => attempt(() => control('POST', 'clock/advance', { seconds }))}>
            {clock.steps[name]}
          </Button>
        ))}
      </div>
    </section>
  );
}
