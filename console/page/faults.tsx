import type { Snapshot } from '../views';
import { useActions } from './actions';
import { control } from './ask';
import { FaultCard } from './faultCard';
import { faultForms } from './faultForms';
import { useWords } from './language';
import { Button } from './parts';

/** What can be made to go wrong, and the timers that can be made to go off. */
export function Faults({ known: { functions, timers, waiting } }: { readonly known: Snapshot }) {
  const words = useWords().faults;
  return (
    <div class="places">
      {faultForms.map((form) => (
        <FaultCard key={form.name} form={form} functions={functions} waiting={waiting[form.name]} />
      ))}
      <section class="card" aria-label={words.timers}>
        <h2>{words.timers}</h2>
        <p class="quiet">{words.timersWhy}</p>
        {timers.length === 0 && <p>{words.noTimers}</p>}
        <div class="row">
          {timers.map((name) => (
            <Timer key={name} name={name} />
          ))}
        </div>
      </section>
    </div>
  );
}

function Timer({ name }: { readonly name: string }) {
  const words = useWords();
  const { call } = useActions();
  const fire = () =>
    call(name, async () => {
      const { requestID, errCode, errMsg } = await control('POST', `timers/${name}/fire`);
      return { callId: String(requestID), ...(errCode !== undefined && { failure: String(errMsg) }) };
    });
  return <Button does={fire}>{words.faults.fire(name)}</Button>;
}
