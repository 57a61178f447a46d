import { useEffect, useRef } from 'preact/hooks';
import type { CallView } from '../views';
import { CallPage } from './callPage';
import { useWords } from './language';
import { clockTime } from './moment';
import { yuan } from './money';
import { Chip, Empty } from './parts';
import { toneOf } from './tone';

interface CallsProps {
  readonly calls: readonly CallView[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}

/** Every call, newest first; arrow keys walk through them. Beside the list, the chosen one in full. */
export function Calls({ calls, chosen, choose }: CallsProps) {
  const words = useWords().calls;
  const list = useRef<HTMLDivElement>(null);
  const current = calls.find(({ id }) => id === chosen) ?? calls[0];
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (!current) return <Empty title={words.none}>{words.noneWhy}</Empty>;
  const walk = (event: KeyboardEvent) => {
    const at = calls.indexOf(current);
    const last = calls.length - 1;
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last };
    const next = calls[Math.min(Math.max(steps[event.key] ?? -1, 0), last)];
    if (steps[event.key] === undefined || !next) return;
    event.preventDefault();
    choose(next.id);
    list.current?.querySelector(`#call-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div class="calls">
      <div
        class="callList"
        role="listbox"
        aria-label={words.list}
        aria-activedescendant={`call-${current.id}`}
        tabIndex={0}
        ref={list}
        onKeyDown={walk}
      >
        {calls.map((call) => (
          <CallLine key={call.id} call={call} isChosen={call === current} choose={choose} />
        ))}
      </div>
      <CallPage key={current.id} call={current} />
    </div>
  );
}

interface CallLineProps {
  readonly call: CallView;
  readonly isChosen: boolean;
  readonly choose: (id: string) => void;
}

function CallLine({ call, isChosen, choose }: CallLineProps) {
  const words = useWords().calls;
  const { id, functionName, startedAt, code, state, moved, faults, links } = call;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's
    <div
      class={`callLine ${toneOf(call)}`}
      role="option"
      id={`call-${id}`}
      aria-selected={isChosen}
      onClick={() => choose(id)}
    >
      <span class="callName">{functionName ?? words.outside}</span>
      <span class="callChips">
        <Chip tone={toneOf(call)}>{code ?? words.states[state]}</Chip>
        {moved > 0 && <Chip tone="busy">{words.moved(yuan(moved))}</Chip>}
        {faults.length > 0 && <Chip tone="doubt">{words.fault}</Chip>}
      </span>
      <span class="quiet">
        {clockTime(startedAt)} {links.join(' ')}
      </span>
    </div>
  );
}
