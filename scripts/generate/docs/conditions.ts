import type { Schema } from '../schema';

/** What an `if` asks, as a reader would write it: `receivers[].type = PERSONAL_SUB_OPENID`. */
function asked(schema: Schema, path = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const at = path + name;
    if (part.const !== undefined) return [`${at} = ${String(part.const)}`];
    const refused = (part as { not?: Schema }).not?.const;
    if (refused !== undefined) return [`${at} ≠ ${String(refused)}`];
    if (part.contains) return asked(part.contains, `${at}[].`);
    return asked(part, `${at}.`);
  });
}

/** For every field that an `if` … `then` of the schema makes mandatory, the condition in words. */
export function conditions(schema: Schema): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of [...(schema.allOf ?? []), schema]) {
    if (part !== schema) for (const [name, words] of conditions(part)) found.set(name, words);
    if (!part.if || part !== schema) continue;
    const words = asked(part.if).join(', ');
    for (const name of part.then?.required ?? []) found.set(name, words);
  }
  return found;
}
