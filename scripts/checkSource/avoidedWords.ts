/** Words that name nothing of the field, or name two things, and what is written instead. */
const AVOIDED: ReadonlyMap<string, string> = new Map([
  ...all(['road', 'roads'], 'link'),
  ...all(['door', 'doors'], 'handler, path'),
  ...all(['world', 'worlds'], 'state, fixture'),
  ...all(['weather'], 'fault'),
  ...all(['seal', 'seals', 'sealed', 'sealing'], 'sign, encrypt'),
  ...all(['tidings', 'glance', 'surroundings', 'bag'], 'the thing itself'),
  ...all(['nobody', 'somebody', 'anybody', 'everybody', 'whoever', 'someone'], 'the party: caller, receiver, merchant'),
]);

function all(words: readonly string[], instead: string): (readonly [string, string])[] {
  return words.map((word) => [word, instead]);
}

/** Words of a line in lower case, those inside of camelCase and snake_case names too. */
const wordsOf = (line: string) =>
  line
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];

/** Lines of code, comments and texts that hold a word to avoid: one word stands for one thing. */
export function avoidedWords(path: string, lines: readonly string[]): string[] {
  return lines.flatMap((line, index) =>
    wordsOf(line).flatMap((word) => {
      const instead = AVOIDED.get(word);
      return instead === undefined ? [] : [`${path}:${index + 1}: "${word}" is avoided: ${instead}`];
    }),
  );
}
