import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(__dirname, '..');
const functions = ['onPaid', 'shareDue', 'onSettled', 'onReceipt', 'orders'];

/**
 * Makes the example functions into folders that can be uploaded as they are: one readable index.js with the client in it,
 * and wx-server-sdk as the only dependency, installed by the platform. Returns their names.
 */
export async function buildExamples(out = join(root, 'dist/examples')): Promise<string[]> {
  const { version, license, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await Promise.all(
    functions.map((name) =>
      build({
        entryPoints: [join(root, 'examples/functions', name, 'index.js')],
        outfile: join(out, name, 'index.js'),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node18',
        charset: 'utf8',
        alias: { 'cloudpay-profitsharing': join(root, 'client/index.ts') },
        external: ['wx-server-sdk'],
        logLevel: 'warning',
      }),
    ),
  );
  for (const name of functions) {
    const dependencies = { 'wx-server-sdk': devDependencies['wx-server-sdk'] };
    mkdirSync(join(out, name), { recursive: true });
    writeJson(join(out, name, 'package.json'), {
      name,
      version,
      license,
      private: true,
      main: 'index.js',
      dependencies,
    });
    const config = join(root, 'examples/functions', name, 'config.json');
    if (existsSync(config)) cpSync(config, join(out, name, 'config.json'));
    else writeJson(join(out, name, 'config.json'), { permissions: { openapi: [] } });
  }
  return functions;
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
