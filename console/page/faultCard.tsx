import { useState } from 'preact/hooks';
import type { Waiting } from '../views';
import { useActions } from './actions';
import { control } from './ask';
import type { FaultField, FaultForm } from './faultForms';
import { useWords } from './language';
import { Button, Select, TextInput } from './parts';

interface FaultCardProps {
  readonly form: FaultForm;
  readonly functions: readonly string[];
  readonly waiting: readonly Waiting[];
}

/** One place where things can be made to go wrong: the form, and what is waiting there. */
export function FaultCard({ form: { name, path, fields }, functions, waiting }: FaultCardProps) {
  const words = useWords().faults;
  const { attempt } = useActions();
  const initial = Object.fromEntries(fields.map((field) => [field.name, field.initial]));
  const [values, setValues] = useState<Readonly<Record<string, string>>>(initial);
  const shown = fields.filter(({ kinds }) => !kinds || kinds.includes(values.kind ?? ''));
  const isGood = shown.every((field) => isFilled(field, values[field.name] ?? ''));
  const inject = () =>
    attempt(() => {
      const given = shown.filter((field) => values[field.name] !== '');
      const body = given.map((field) => [field.name, readAs(field, values[field.name] ?? '')]);
      return control('POST', path, Object.fromEntries(body));
    });
  return (
    <section class="card" aria-label={words.places[name]}>
      <h2>{words.places[name]}</h2>
      <p class="quiet">{words.why[name]}</p>
      <form class="row" onSubmit={(event) => event.preventDefault()}>
        {shown.map((field) => (
          <FaultInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            functions={functions}
            write={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        <Button does={inject} off={!isGood}>
          {words.inject[name]}
        </Button>
      </form>
      {waiting.length > 0 && (
        <div class="waiting">
          <ul aria-label={words.waiting}>
            {waiting.map((fault, index) => (
              <li key={`${index}`}>
                <FaultText fault={fault} />
              </li>
            ))}
          </ul>
          <Button look="small" does={() => attempt(() => control('DELETE', path))}>
            {words.clear}
          </Button>
        </div>
      )}
    </section>
  );
}

/** A waiting fault in words, its details as the control API spells them. */
function FaultText({ fault: { times, kind, ...rest } }: { readonly fault: Waiting }) {
  const words = useWords().faults;
  const details = Object.entries(rest).map(([field, value]) => `${words.fields[field] ?? field}: ${value}`);
  return (
    <>
      <b>{kind === undefined ? words.crash : (words.kinds[String(kind)] ?? String(kind))}</b> ×{times}{' '}
      <span class="quiet">{details.join(' · ')}</span>
    </>
  );
}

function isFilled({ input, isNeeded }: FaultField, value: string): boolean {
  if (input === 'number') return /^[1-9]\d{0,8}$/.test(value);
  return !isNeeded || value.trim() !== '';
}

const readAs = ({ input }: FaultField, value: string) => (input === 'number' ? Number(value) : value);

interface FaultInputProps {
  readonly field: FaultField;
  readonly value: string;
  readonly functions: readonly string[];
  readonly write: (value: string) => void;
}

function FaultInput({ field, value, functions, write }: FaultInputProps) {
  const words = useWords().faults;
  const { name, input, options = [], isNeeded } = field;
  const label = words.fields[name] ?? name;
  if (input === 'choice') {
    return (
      <Select
        label={label}
        value={value}
        options={options.map((option) => [option, words.kinds[option] ?? option])}
        choose={write}
      />
    );
  }
  if (input === 'function') {
    const any = isNeeded ? [] : ([['', words.any]] as const);
    return (
      <Select
        label={label}
        value={value}
        options={[...any, ...functions.map((name) => [name, name] as const)]}
        choose={write}
      />
    );
  }
  return (
    <TextInput label={label} value={value} write={write} wrong={!isFilled(field, value)} numeric={input === 'number'} />
  );
}
