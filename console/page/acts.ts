import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FunctionAnswer } from './ask';

/** What happened to something the reader did, told in the status line at the foot of the page. */
export interface Told {
  readonly kind: 'done' | 'refused';
  readonly text: string;
  /** The call to look at. */
  readonly callId?: string;
}

/** What every part of the page may do. */
export interface Acts {
  tell(told: Told): void;
  /** Runs something; its failure is told. @returns whether it succeeded */
  attempt(does: () => Promise<unknown>): Promise<boolean>;
  /** Calls a function and tells how it answered. @returns whether it was accepted */
  call(name: string, does: () => Promise<FunctionAnswer>): Promise<boolean>;
  showCall(id: string): void;
}

const nothing: Acts = {
  tell: () => undefined,
  attempt: async () => false,
  call: async () => false,
  showCall: () => undefined,
};

export const ActsContext = createContext<Acts>(nothing);
export const useActs = (): Acts => useContext(ActsContext);
