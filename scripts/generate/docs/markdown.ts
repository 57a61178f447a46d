import type { Language } from './words';

/** Text that stays inside one cell: Markdown ends a cell at every bare bar, even inside code. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A value as inline code; nothing for nothing. */
export const code = (value: unknown) =>
  value === undefined ? '' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** A title in bold that leads into its sentence. */
export const lead = (title: string, text: string, language: Language) =>
  language === 'en' ? `**${title}.** ${text}` : `**${title}。** ${text}`;
