import type { Guidance } from './advice';
import { type About, diagnose } from './errors';
import type { Text } from './locale';
import type { Violation } from './violations';

/** Why a call failed, in no language yet: `present` words it. */
export interface Failure {
  /** A code of the error table, or the one WeChat Pay gave. */
  readonly code: string;
  /** What WeChat Pay called it, where `code` says more plainly what it means. */
  readonly saidCode?: string;
  readonly title: Text;
  readonly advice: Guidance;
  /** What WeChat Pay said, passed on as it is. */
  readonly said?: string;
  /** What exactly is at fault, shown behind the title; the first violation where this is absent. */
  readonly detail?: string | Text;
  readonly violations?: readonly Violation[];
}

/** A failure that the adapter states itself, because WeChat Pay's answer is missing or was never asked for. */
export function failed(
  code: string,
  about: About,
  given: Pick<Failure, 'detail' | 'violations'> = {},
  words = '',
): Failure {
  return { ...diagnose(code, words, about), ...given };
}

export function descriptionOf({ said, title, detail }: Omit<Failure, 'violations'>): Text {
  if (said) return { zh: said, en: said };
  if (!detail) return title;
  const { zh, en } = typeof detail === 'string' ? { zh: detail, en: detail } : detail;
  return { zh: `${title.zh}: ${zh}`, en: `${title.en}: ${en}` };
}
