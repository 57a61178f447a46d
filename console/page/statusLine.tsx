import { useEffect } from 'preact/hooks';
import { type Told, useActs } from './acts';
import { useWords } from './language';

interface StatusLineProps {
  readonly told: Told | undefined;
  readonly close: () => void;
}

/** Good news goes by itself after this, in ms; a refusal stays until it is read. */
const SHOWN_MS = 8000;

/** What became of the last thing the reader did; screen readers are told as well. */
export function StatusLine({ told, close }: StatusLineProps) {
  const words = useWords();
  const { showCall } = useActs();
  const { callId } = told ?? {};
  useEffect(() => {
    if (told?.kind !== 'done') return undefined;
    const over = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(over);
  }, [told, close]);
  return (
    <div class="status" role="status">
      {told && (
        <div class={`told ${told.kind}`}>
          <span>{told.text}</span>
          {callId && (
            <button type="button" class="small" onClick={() => showCall(callId)}>
              {words.seeCall}
            </button>
          )}
          <button type="button" class="small" aria-label={words.close} onClick={close}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
