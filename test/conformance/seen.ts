import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Fields, Harness } from './harness';
import type { LinkUnderTest } from './links';

/** How a call without an error is written. */
const SUCCESS = 'SUCCESS';

/** The codes that each operation was answered with, sorted. */
type Seen = Record<string, string[]>;

/**
 * Records how every call of a harness is answered. What `npm run generate` writes into docs/coverage.md stands in
 * `seen/`, and {@link sees} compares the two.
 */
export function recorded(harness: Harness, into: Map<string, Set<string>>): Harness {
  return {
    ...harness,
    call: async (operation, data, as) => {
      const reply = await harness.call(operation, data, as);
      const codes = into.get(operation) ?? new Set();
      into.set(operation, codes.add(codeOf(reply)));
      return reply;
    },
  };
}

const codeOf = ({ err_code }: Fields) => (err_code === undefined ? SUCCESS : String(err_code));

/** The last test of a suite: it saw what its file says, no less and no more. */
export function sees(suite: 'conforms' | 'errorCodes', link: LinkUnderTest, seen: ReadonlyMap<string, Set<string>>) {
  it('has seen what docs/coverage.md says (UPDATE_COVERAGE=1 writes it anew)', () => {
    const file = resolve(__dirname, 'seen', suite, `${link.name.replace(/\W+/g, '-').replace(/-$/, '')}.json`);
    const found: Seen = Object.fromEntries([...seen].sort().map(([name, codes]) => [name, [...codes].sort()]));
    if (process.env.UPDATE_COVERAGE) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify({ link: link.link, seen: found }, null, 2)}\n`);
    }
    const written: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    expect({ link: link.link, seen: found }).toEqual(written);
  });
}
