import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpResponse } from '../sandbox';

const folder = join(__dirname, 'page');

/** Nothing from anywhere else: no scripts, styles, pictures or connections but our own. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

function file(contentType: string, body: Buffer): HttpResponse {
  return { status: 200, contentType, headers, body, delayMs: 0, cut: 'none' };
}

interface Bundle {
  readonly script: Buffer;
  readonly style: Buffer;
}

async function bundled(): Promise<Bundle> {
  // Only now: who never opens the page does not wait for it.
  const { build } = await import('esbuild');
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

/** The files of the page; script and style are bundled when they are first asked for. */
export class PageFiles {
  #bundle: Promise<Bundle> | undefined;

  page(): HttpResponse {
    return file('text/html; charset=utf-8', readFileSync(join(folder, 'page.html')));
  }

  icon(): HttpResponse {
    return file('image/svg+xml', readFileSync(join(folder, 'icon.svg')));
  }

  async script(): Promise<HttpResponse> {
    return file('text/javascript; charset=utf-8', (await this.#made()).script);
  }

  async style(): Promise<HttpResponse> {
    return file('text/css; charset=utf-8', (await this.#made()).style);
  }

  #made(): Promise<Bundle> {
    this.#bundle ??= bundled();
    return this.#bundle;
  }
}
