import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(__dirname, '../..');

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function pagesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules'));
}

const atTheTop = readdirSync(root).filter((name) => name.endsWith('.md'));

/** Every page of the documents, by its path below the root. */
export const documents: readonly string[] = [
  ...atTheTop,
  ...['docs', 'sandbox', 'examples', 'client'].flatMap(pagesUnder),
].sort();

/** Pages that exist in both languages: the English path and the Chinese one. */
export const pairs: readonly (readonly [english: string, chinese: string])[] = documents.flatMap((path) => {
  const english = path.startsWith('docs/zh-CN/')
    ? path.replace('zh-CN/', '')
    : path.endsWith('.zh-CN.md')
      ? path.replace('.zh-CN.md', '.md')
      : undefined;
  return english === undefined ? [] : [[english, path] as const];
});

/** A fenced block of a page. */
export interface Block {
  /** The word after the fence: `sh`, `json` … */
  readonly language: string;
  readonly text: string;
  /** What a comment just above the fence says: `<!-- run: name -->` gives `{ run: 'name' }`. */
  readonly note: Readonly<Record<string, string>>;
}

export function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^(?:<!-- (\w+): (\S+) -->\n)?```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ([, key, value, language = '', body = '']) => ({
      language,
      text: body,
      note: key === undefined ? {} : { [key]: value ?? '' },
    }),
  );
}

/** A page without its fenced blocks. */
export function proseOf(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

/** What stands in backticks in the prose. */
export function spansOf(text: string): string[] {
  return [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? '');
}

/** Where a page's headings can be jumped to, as GitHub names them. */
export function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, title]) => slugOf(title ?? ''));
  return new Set(
    headings.map((slug) => {
      const times = seen.get(slug) ?? 0;
      seen.set(slug, times + 1);
      return times === 0 ? slug : `${slug}-${times}`;
    }),
  );
}

function slugOf(title: string): string {
  return title
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The targets of a page's links that stay in this repository. */
export function linksOf(text: string): string[] {
  return [...proseOf(text).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target]) => target ?? '');
}
