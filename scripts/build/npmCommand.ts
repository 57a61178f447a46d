import { existsSync } from 'node:fs';

/**
 * How npm is started without a shell: by its script where npm started this process, because on Windows its command is a
 * batch file, which Node.js does not start.
 */
export function npmCommand(env: NodeJS.ProcessEnv = process.env): [command: string, ...args: string[]] {
  const script = env.npm_execpath;
  return script && existsSync(script) && /\.[cm]?js$/.test(script) ? [process.execPath, script] : ['npm'];
}
