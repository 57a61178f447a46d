import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useWords } from './language';

const names = ['orders', 'calls', 'ledger', 'notices', 'faults'] as const;

export type TabName = (typeof names)[number];

interface TabsProps {
  readonly chosen: TabName;
  readonly choose: (name: TabName) => void;
  readonly counts: Readonly<Record<TabName, number>>;
  readonly children: ComponentChildren;
}

/** One view at a time; arrow keys, Home and End walk along the tabs (w3.org/WAI/ARIA/apg/patterns/tabs). */
export function Tabs({ chosen, choose, counts, children }: TabsProps) {
  const words = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const go = (name: TabName | undefined) => {
    if (!name) return;
    choose(name);
    bar.current?.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    const at = names.indexOf(chosen);
    const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(names.at(step % names.length));
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={words.tabs.label} ref={bar} onKeyDown={walk}>
        {names.map((name) => (
          <button
            type="button"
            role="tab"
            key={name}
            id={`tab-${name}`}
            aria-selected={name === chosen}
            aria-controls="panel"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => choose(name)}
          >
            {words.tabs[name]} {counts[name] > 0 && <span class="count">{counts[name]}</span>}
          </button>
        ))}
      </div>
      <main id="main" tabIndex={-1}>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${chosen}`}>
          {children}
        </div>
      </main>
    </>
  );
}
