import { join } from 'node:path';
import { build } from 'esbuild';

/** What a browser loads of the page besides its HTML. */
export interface PageBundle {
  readonly script: Buffer;
  readonly style: Buffer;
}

/** Bundles script and style of the page from their sources. @param folder of the sources */
export async function bundlePage(folder = join(__dirname, 'page')): Promise<PageBundle> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.tsx'), join(folder, 'style/page.css')],
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const ending = (end: string): Buffer => {
    return Buffer.from(outputFiles.find(({ path }) => path.endsWith(end))?.contents ?? []);
  };
  return { script: ending('.js'), style: ending('.css') };
}
