import { styleText } from 'node:util';

const FORMATS = { good: 'green', bad: 'red', careful: 'yellow', quiet: 'dim' } as const;

/** Colours a text by its meaning, or leaves it as it is. */
export type Style = Readonly<Record<keyof typeof FORMATS, (text: string) => string>>;

/** Colour only for a terminal, unless NO_COLOR is set (no-color.org). */
export function styleFor(output: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Style {
  const coloured = output.isTTY && !env.NO_COLOR;
  const style = (meaning: keyof typeof FORMATS) => (text: string) =>
    coloured ? styleText(FORMATS[meaning], text, { validateStream: false }) : text;
  return { good: style('good'), bad: style('bad'), careful: style('careful'), quiet: style('quiet') };
}
