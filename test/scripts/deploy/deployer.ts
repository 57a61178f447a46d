import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ENV_ID } from '../cloudApi/environment';
import type { RunningCloud } from '../cloudApi/startCloudApi';

/** Whether everything was done, and what a person read. */
export interface Deployed {
  readonly done: boolean;
  readonly output: string;
}

/**
 * Starts a process that runs the command's own code many times, as what Node.js trusts and manager-node's proxy are
 * settings of a whole process.
 */
export function startDeployer(cloud: RunningCloud) {
  const env = { PATH: process.env.PATH ?? '', ...cloud.env };
  const child = fork(join(__dirname, 'fixtures/deployer/index.js'), { env, execArgv: [] });
  return {
    /** @param changed variables of the caller's environment that differ: another key, for example */
    deploy: (args: readonly string[] = [], changed: Readonly<Record<string, string>> = {}) =>
      new Promise<Deployed>((resolve) => {
        child.once('message', (message) => resolve(message as Deployed));
        child.send({ args: ['--env', ENV_ID, ...args], env: { ...cloud.env, ...changed } });
      }),
    stop: () => child.kill(),
  };
}
