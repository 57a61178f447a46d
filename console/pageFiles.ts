import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpResponse } from '../sandbox';
import type { PageBundle } from './bundlePage';

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

/** The npm package brings script and style along; in the repository they are bundled from their sources. */
async function bundled(): Promise<PageBundle> {
  const [script, style] = [join(folder, 'page.js'), join(folder, 'page.css')];
  if (existsSync(script)) return { script: readFileSync(script), style: readFileSync(style) };
  // Only now: who never opens the page does not wait for it.
  const { bundlePage } = await import('./bundlePage');
  return bundlePage(folder);
}

/** The files of the page; script and style are bundled when they are first asked for. */
export class PageFiles {
  #bundle: Promise<PageBundle> | undefined;

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

  #made(): Promise<PageBundle> {
    this.#bundle ??= bundled();
    return this.#bundle;
  }
}
