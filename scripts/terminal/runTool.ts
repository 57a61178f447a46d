import { printable } from './printable';

/**
 * Runs a command and sets the exit code it returns. A reader that goes away (`| head`) ends the output and nothing else:
 * the work is finished, and the exit code still says how.
 * @param command returns nothing where it only starts what sets an exit code of its own
 * @param explain the words for what the command throws, without secrets
 */
export async function runTool(
  command: () => Promise<number | undefined>,
  explain: (error: unknown) => { readonly text: string; readonly code: number },
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  try {
    const code = await command();
    if (code !== undefined) process.exitCode = code;
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
