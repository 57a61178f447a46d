/** The life of one order, in the order in which it is played. */
export const chapters = [
  'paid',
  'registered',
  'stranger',
  'mistaken',
  'tooEarly',
  'shared',
  'lost',
  'unanswered',
  'crashed',
  'partly',
  'notified',
  'returned',
  'finished',
  'reconciled',
  'balanced',
] as const;

export type Chapter = (typeof chapters)[number];

/** Fields of a request or a reply. */
export type Fields = Readonly<Record<string, unknown>>;

/** How a chapter ended. */
export interface Ending {
  readonly chapter: Chapter;
  /** The call that decided it. */
  readonly callId?: string | undefined;
  /** The err_code of a refusal that the scenario expects. */
  readonly refusal?: string;
  readonly request?: Fields;
  readonly reply?: Fields;
  /** What was found out besides; each chapter says what. */
  readonly facts?: Fields;
}

/** A chapter ended otherwise than the scenario says, e.g. because a fault was waiting. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
  constructor(
    readonly chapter: Chapter,
    readonly callId: string | undefined,
    message: string,
  ) {
    super(message);
  }
}

/** Shows the scenario to a reader. */
export interface Presenter {
  begins(chapter: Chapter): void;
  ended(ending: Ending): void | Promise<void>;
}
