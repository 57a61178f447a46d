/** What an action is given and what it answers, by field. */
export type Fields = Readonly<Record<string, unknown>>;
export type Answer = Record<string, unknown>;
