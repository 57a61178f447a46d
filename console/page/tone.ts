import type { AdviceView, CallView } from '../views';
import type { Tone } from './parts';

/** The colour of a call: whether it worked, and if not, whether money is in doubt. */
export function toneOf({ state, advice }: Pick<CallView, 'state' | 'advice'>): Tone {
  if (state === 'succeeded') return 'good';
  if (state === 'running') return 'busy';
  if (state === 'died') return 'doubt';
  // Only the contract gives advice: an answer of HTTP access only has a status.
  return advice ? adviceTone(advice) : 'bad';
}

/** Doubt about the funds is loud; a refusal that moved nothing is not. */
export function adviceTone(advice: AdviceView): Tone {
  return advice.funds === 'unchanged' ? 'bad' : 'doubt';
}
