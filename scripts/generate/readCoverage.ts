import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Operation → link → the codes it was answered with; `SUCCESS` for none. */
export type Coverage = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** What the conformance suite has seen, see test/conformance/seen.ts. Modes of one link count as that link. */
export function readCoverage(root: string): Coverage {
  const folder = join(root, 'test/conformance/seen');
  const coverage = new Map<string, Map<string, Set<string>>>();
  if (!existsSync(folder)) return coverage;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  for (const file of files.sort()) {
    const { link, seen } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      link: string;
      seen: Record<string, string[]>;
    };
    for (const [operation, codes] of Object.entries(seen)) {
      const byLink = coverage.get(operation) ?? new Map<string, Set<string>>();
      coverage.set(operation, byLink);
      byLink.set(link, new Set([...(byLink.get(link) ?? []), ...codes]));
    }
  }
  return coverage;
}
