import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process of the built sandbox, with nothing of the repository around it. */
export interface Container {
  readonly url: string;
  /** Resolves when the health check says that clients may come. @returns the address of HTTPS */
  healthy(): Promise<string>;
  /** Ends it as `docker stop` does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** The words of an instruction of the Dockerfile in its JSON form. */
export function instruction(built: string, name: 'ENTRYPOINT' | 'CMD' | 'HEALTHCHECK'): string[] {
  const dockerfile = readFileSync(join(built, 'Dockerfile'), 'utf8').replace(/\\\n\s*/g, '');
  const line = dockerfile.split('\n').find((one) => one.startsWith(`${name} `));
  return JSON.parse(/\[.*\]$/.exec(line ?? '')?.[0] ?? 'null') as string[];
}

/** Node.js finds nothing by its environment. */
export const environment = { PATH: process.env.PATH ?? '' };

/**
 * Runs ENTRYPOINT and CMD of the Dockerfile, with folders of this machine for /sandbox and /data, on ports that are free.
 * Resolves with the first line, which comes before the keys are made.
 */
export function startContainer(built: string, data: string): Promise<Container> {
  const words = [...instruction(built, 'ENTRYPOINT'), ...instruction(built, 'CMD')]
    .map((word) => word.replace(/^\/sandbox\b/, built).replace(/^\/data\b/, data))
    .slice(1);
  const ports = ['--port', '0', '--secure-port', '0', '--quiet'];
  const child = spawn(process.execPath, [...words, ...ports], { cwd: data, env: environment });
  let printed = '';
  const found = (address: RegExp) => address.exec(printed)?.[0];
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  const healthy = async (): Promise<string> => {
    const url = found(/http:\/\/127\.0\.0\.1:\d+/);
    while (!(await fetch(`${url}/_sandbox/health`)).ok) await new Promise((wake) => setTimeout(wake, 20));
    const banner = () => found(/https:\/\/127\.0\.0\.1:\d+/);
    while (banner() === undefined) await new Promise((wake) => setTimeout(wake, 20));
    return banner() ?? '';
  };
  return new Promise((ready, failed) => {
    const keep = (chunk: Buffer) => {
      printed += chunk.toString();
      const url = found(/http:\/\/127\.0\.0\.1:\d+/);
      if (url) ready({ url, healthy, stop });
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    void ended.then(() => failed(new Error(printed)));
  });
}
