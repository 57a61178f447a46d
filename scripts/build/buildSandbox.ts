import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { manifestOf, root, standalone, withoutBuild, writeFunctions, writeJson, writePage } from './standalone';
import { thirdPartyLicenses } from './thirdPartyLicenses';

/** What runs in a process of its own, how the folder becomes a container, and what it says about itself. */
const COPIED = [
  'sandbox/cloudbase/bootstrap.cjs',
  'sandbox/container/Dockerfile',
  'sandbox/container/compose.yaml',
  'LICENSE',
];

/**
 * Builds the sandbox into one folder that needs Node.js and nothing else: a bundle without dependencies, the page, the built
 * functions, and a Dockerfile.
 * @param functions the folder of the built functions
 */
export async function buildSandbox(functions = join(root, 'dist/cloudfunctions'), out = join(root, 'dist/sandbox')) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { metafile } = await build({
    entryPoints: [join(root, 'scripts/sandbox/standalone.ts')],
    outfile: join(out, 'sandbox.js'),
    ...standalone,
    // The functions come built; the page does too.
    external: ['esbuild', 'dts-bundle-generator'],
    plugins: [withoutBuild],
  });
  for (const file of COPIED) cpSync(join(root, file), join(out, file.split('/').at(-1) ?? file));
  await writePage(join(out, 'page'));
  writeFunctions(functions, join(out, 'functions'));
  const { version, license, engines } = manifestOf();
  writeJson(join(out, 'package.json'), {
    name: 'sandbox',
    version,
    private: true,
    license,
    engines,
    main: 'sandbox.js',
  });
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicenses(Object.keys(metafile.inputs)));
}
