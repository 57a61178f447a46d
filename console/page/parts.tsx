import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

export type Tone = 'good' | 'bad' | 'doubt' | 'calm' | 'busy' | 'quiet';

/** One word of state, in the colour of its meaning. */
export function Chip({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`chip ${tone}`}>{children}</span>;
}

/** What is shown where there is nothing yet, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="emptyTitle">{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly children: (id: string) => ComponentChildren;
}

/** A labelled input. */
function Field({ label, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly choose: (value: T) => void;
}

export function Select<T extends string>({ label, value, options, choose }: SelectProps<T>) {
  const chosen = (shown: string) => {
    const option = options.find(([known]) => known === shown);
    if (option) choose(option[0]);
  };
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => chosen(event.currentTarget.value)}>
          {options.map(([known, shown]) => (
            <option key={known} value={known}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly write: (value: string) => void;
  readonly wrong?: boolean;
  readonly numeric?: boolean;
}

export function TextInput({ label, value, write, wrong = false, numeric = false }: TextProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          value={value}
          inputMode={numeric ? 'decimal' : 'text'}
          aria-invalid={wrong}
          autocomplete="off"
          onInput={(event) => write(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface ButtonProps {
  readonly does: () => unknown;
  readonly look?: 'main' | 'plain' | 'danger' | 'small';
  readonly off?: boolean;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A button that cannot be pressed twice while its work is under way. */
export function Button({ does, look = 'plain', off = false, label, children }: ButtonProps) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    try {
      await does();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" class={look} disabled={off || busy} aria-busy={busy} aria-label={label} onClick={press}>
      {children}
    </button>
  );
}
