import { resolve } from 'node:path';
import { deployFunctions } from './deploy/deployFunctions';

void deployFunctions(process.argv.slice(2), {
  root: resolve(__dirname, '..'),
  env: process.env,
  print: console.log,
  printError: console.error,
}).then((done) => {
  if (!done) process.exitCode = 1;
});
