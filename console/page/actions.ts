import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FunctionAnswer } from './ask';

/** What became of an action of the reader; the status line at the foot of the page shows it. */
export interface Toast {
  readonly kind: 'done' | 'refused';
  readonly text: string;
  /** The call to look at. */
  readonly callId?: string;
}

/** What every part of the page may do. */
export interface Actions {
  notify(toast: Toast): void;
  /** Runs something; the status line shows its failure. @returns whether it succeeded */
  attempt(does: () => Promise<unknown>): Promise<boolean>;
  /** Calls a function and shows how it answered. @returns whether it was accepted */
  call(name: string, does: () => Promise<FunctionAnswer>): Promise<boolean>;
  showCall(id: string): void;
}

const nothing: Actions = {
  notify: () => undefined,
  attempt: async () => false,
  call: async () => false,
  showCall: () => undefined,
};

export const ActionsContext = createContext<Actions>(nothing);
export const useActions = (): Actions => useContext(ActionsContext);
