import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../views';
import { snapshot } from './ask';

/** `away`: the sandbox does not answer; what is shown is the last that was known. */
export type Presence = 'loading' | 'live' | 'away';

export interface Live {
  readonly presence: Presence;
  readonly known?: Snapshot;
}

/** How long to wait before looking for a sandbox that went away, in ms. */
const LOOK_AGAIN_MS = 1000;

/** The state of the sandbox, kept up to date by its events; survives its restart. */
export function useLive(): Live {
  const [live, setLive] = useState<Live>({ presence: 'loading' });
  const latest = useRef(0);
  const look = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    try {
      const known = await snapshot();
      // An answer that was overtaken by a later one would turn the page back.
      if (mine === latest.current) setLive({ presence: 'live', known });
    } catch {
      setLive((before) => ({ ...before, presence: 'away' }));
    }
  }, []);
  useEffect(() => {
    let events: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      events = new EventSource('/console/events');
      events.addEventListener('open', look);
      events.addEventListener('change', look);
      events.addEventListener('error', () => {
        setLive((before) => ({ ...before, presence: 'away' }));
        // Browsers come back by themselves unless the answer was no stream of events.
        if (events.readyState === EventSource.CLOSED) again = setTimeout(open, LOOK_AGAIN_MS);
      });
    };
    open();
    return () => {
      clearTimeout(again);
      events.close();
    };
  }, [look]);
  return live;
}
