import { parseArgs } from 'node:util';

/** The arguments of a command that takes none but `--locale` and `--help`; nothing for any other. */
export function readLocale(args: readonly string[]): { readonly locale?: string; readonly help?: boolean } | undefined {
  try {
    const options = { locale: { type: 'string' }, help: { type: 'boolean' } } as const;
    const { locale, help } = parseArgs({ args: [...args], options }).values;
    return { ...(locale !== undefined && { locale }), ...(help && { help }) };
  } catch {
    return undefined;
  }
}
