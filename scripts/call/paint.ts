/** Colours by meaning; each leaves the text as it is where there is no colour. */
export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  careful(text: string): string;
  quiet(text: string): string;
}

const plain: Paint = { good: same, bad: same, careful: same, quiet: same };
const coloured: Paint = { good: ansi(32), bad: ansi(31), careful: ansi(33), quiet: ansi(2) };

/** Colour only for a terminal, and not for whoever asks for none (no-color.org). */
export function paintFor(output: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  return output.isTTY && !env.NO_COLOR ? coloured : plain;
}

function same(text: string): string {
  return text;
}

function ansi(code: number): (text: string) => string {
  return (text) => `\u001b[${code}m${text}\u001b[0m`;
}
