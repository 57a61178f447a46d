/** What a user has: the repository, the npm package of the command line, or the sandbox alone. */
export type Distribution = 'repository' | 'package' | 'sandbox';

let distribution: Distribution = 'repository';

/** From now on texts name the commands as users of this distribution type them. */
export function speakAs(named: Distribution): void {
  distribution = named;
}

/** How a command is typed: `npm run call --` in the repository, `npx cloudpay-profitsharing-cli call` elsewhere. */
export function typed(command: string): string {
  if (distribution === 'sandbox') return `node ${command}.js`;
  return distribution === 'package' ? `npx cloudpay-profitsharing-cli ${command}` : `npm run ${command} --`;
}

/** What makes the functions where they are missing. */
export function buildCommand(): string {
  return distribution === 'package' ? typed('init') : 'npm run build';
}

/** Where the functions are, from the folder a command is typed in. */
export function functionsFolder(): string {
  return distribution === 'package' ? 'cloudfunctions' : 'dist/cloudfunctions';
}
