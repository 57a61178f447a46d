let isPackaged = false;

/** From now on texts name the commands as users of the npm package type them. */
export function speakAsPackage(): void {
  isPackaged = true;
}

/** How a command is typed: `npm run call --` in the repository, `npx cloudpay-profitsharing-cli call` elsewhere. */
export function typed(command: string): string {
  return isPackaged ? `npx cloudpay-profitsharing-cli ${command}` : `npm run ${command} --`;
}

/** What makes the functions where they are missing. */
export function buildCommand(): string {
  return isPackaged ? typed('init') : 'npm run build';
}

/** Where the functions are, from the folder a command is typed in. */
export function functionsFolder(): string {
  return isPackaged ? 'cloudfunctions' : 'dist/cloudfunctions';
}
