import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** In this order. Start-up reads the built functions. */
const BENCHES = ['apiv2', 'apiv3', 'sandbox', 'startup', 'overhead', 'scale'];

/** Runs the benches, all or one by its name: `npm run bench -- scale --rows 10000`. */
function main([name, ...options]: readonly string[]): void {
  if (name !== undefined && !BENCHES.includes(name)) {
    console.error(`no bench ${name}: ${BENCHES.join(', ')}`);
    process.exitCode = 1;
    return;
  }
  const run = (file: string, given: readonly string[] = []) =>
    execFileSync(process.execPath, [require.resolve('tsx/cli'), join(__dirname, file), ...given], { stdio: 'inherit' });
  for (const bench of name === undefined ? BENCHES : [name]) {
    if (bench === 'startup') run('../scripts/build.ts');
    run(`${bench}.ts`, name === undefined ? [] : options);
  }
}

main(process.argv.slice(2));
