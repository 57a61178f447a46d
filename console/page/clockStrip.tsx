import { useEffect, useState } from 'preact/hooks';
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

/** How often a running clock is drawn anew, in ms. */
const DRAWN_EVERY_MS = 500;

/** A clock of that speed, which showed `now` when it was last read. */
function useRunning(now: number, speed: number): number {
  const [shown, show] = useState(now);
  useEffect(() => {
    show(now);
    if (speed === 0) return undefined;
    const readAt = Date.now();
    const timer = setInterval(() => show(now + (Date.now() - readAt) * speed), DRAWN_EVERY_MS);
    return () => clearInterval(timer);
  }, [now, speed]);
  return shown;
}

/** The bank's clock, which runs, or stands still until the reader lets time pass. */
export function ClockStrip({ now: readNow, speed }: { readonly now: number; readonly speed: number }) {
  const now = useRunning(readNow, speed);
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
