import { printable } from './printable';

/**
 * Runs a command and sets the exit code it returns. A reader that goes away (`| head`) ends the output and nothing else:
 * the work is finished, and the exit code still says how.
 * @param explain the words for what the command throws, without secrets
 */
export async function runTool(
  command: () => Promise<number>,
  explain: (error: unknown) => { readonly text: string; readonly code: number },
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  try {
    process.exitCode = await command();
  } catch (error) {
    const { text, code } = explain(error);
    process.exitCode = code;
    console.error(printable(text));
  }
}

/** Windows says EOF where other systems say EPIPE. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error;
}
