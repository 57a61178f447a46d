import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../../../shared/generated/operations';

const FOLDER = join(__dirname, '../../../schemas/operations');

/** The first example of every operation's page: a request that keeps the documentation. */
export const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  operations.map(({ name }) => {
    const { examples: shown } = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
    return [name, shown[0].request];
  }),
);
