import { blocksOf, documents, read } from '../documents';

/** A command line of the pages. */
export interface Command {
  readonly line: string;
  /** Where it is shown. */
  readonly pages: readonly string[];
}

/** Every command of every `sh` block, once, in the order of the pages. Comments are no part of a command. */
export function commandsInDocuments(): Command[] {
  const pagesOf = new Map<string, string[]>();
  for (const page of documents) {
    for (const { language, text } of blocksOf(read(page))) {
      if (!/^(sh|bash|shell|console|zsh)$/.test(language)) continue;
      for (const line of linesOf(text)) pagesOf.set(line, [...(pagesOf.get(line) ?? []), page]);
    }
  }
  return [...pagesOf].map(([line, pages]) => ({ line, pages: [...new Set(pages)] }));
}

function linesOf(text: string): string[] {
  return text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
    .filter((line) => line !== '');
}
