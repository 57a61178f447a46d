import { useRef } from 'preact/hooks';
import { useWords } from './language';
import { Button } from './parts';

interface ConfirmProps {
  /** On the button that asks. */
  readonly label: string;
  readonly question: string;
  readonly consequence: string;
  /** On the button that does it. */
  readonly yes: string;
  readonly does: () => Promise<unknown>;
  readonly off?: boolean;
}

/** A button for what cannot be undone: it asks before it acts. The dialog is the browser's own, with focus and Escape. */
export function Confirm({ label, question, consequence, yes, does, off = false }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useWords();
  const confirmed = async () => {
    await does();
    dialog.current?.close();
  };
  return (
    <>
      <Button does={() => dialog.current?.showModal()} off={off}>
        {label}
      </Button>
      <dialog ref={dialog} aria-label={question}>
        <h2>{question}</h2>
        <p>{consequence}</p>
        <div class="row end">
          <Button does={() => dialog.current?.close()}>{words.cancel}</Button>
          <Button look="danger" does={confirmed}>
            {yes}
          </Button>
        </div>
      </dialog>
    </>
  );
}
