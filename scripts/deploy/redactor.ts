import { type Variable, variables } from '../../shared/generated/config';

/** Shorter texts hide nothing, and would make holes in every sentence. */
const SHORTEST = 8;

/** What can only be one of a few words is no secret, and says which link is meant. */
const SHOWN = new Set((variables as readonly Variable[]).filter((row) => row.enum).map(({ name }) => name));

/** Takes the values of variables out of what is going to be shown: an answer of the cloud may repeat what was sent. */
export class Redactor {
  readonly #values = new Set<string>();

  readonly protect = (given: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(given)) {
      if (!SHOWN.has(name) && value.trim().length >= SHORTEST) this.#values.add(value.trim());
    }
  };

  readonly redact = (text: string): string => {
    // Longest first: one value may be the beginning of another.
    const values = [...this.#values].sort((a, b) => b.length - a.length);
    return values.reduce((shown, value) => shown.replaceAll(value, '***'), text);
  };
}
