import { useEffect } from 'preact/hooks';
import { type Toast, useActions } from './actions';
import { useWords } from './language';

interface StatusLineProps {
  readonly toast: Toast | undefined;
  readonly close: () => void;
}

/** A success disappears after this, in ms; a refusal stays until the reader closes it. */
const SHOWN_MS = 8000;

/** What became of the last thing the reader did; screen readers read it out. */
export function StatusLine({ toast, close }: StatusLineProps) {
  const words = useWords();
  const { showCall } = useActions();
  const { callId } = toast ?? {};
  useEffect(() => {
    if (toast?.kind !== 'done') return undefined;
    const over = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(over);
  }, [toast, close]);
  return (
    <div class="status" role="status">
      {toast && (
        <div class={`toast ${toast.kind}`}>
          <span>{toast.text}</span>
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
