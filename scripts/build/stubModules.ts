import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import * as errorTable from '../../shared/generated/errors';

const inLocaleOrder = join(__dirname, 'inLocaleOrder.ts');

/** The error table, beside the bundles that may need it. */
export const errorsFile = 'errors.json';

export const errorsJson = JSON.stringify(errorTable);

/** Modules that cost a cold start more than what we use of them: the same behaviour for less. */
const leaner: readonly { readonly path: RegExp; readonly contents: (path: string) => string }[] = [
  {
    // The database uses the JSON form of BSON alone: neither the binary parser nor its buffer of 17 MB.
    path: /bson[\\/]lib[\\/]bson\.js$/,
    contents: () => "module.exports = require('./extended_json.js');",
  },
  {
    // A whole catalogue of intrinsics to set one property of form-data.
    path: /es-set-tostringtag[\\/]index\.js$/,
    contents: () =>
      'module.exports = (object, value) => Object.defineProperty(object, Symbol.toStringTag, { configurable: true, value });',
  },
  {
    // The first localeCompare of a process loads the collation rules of ICU, 11 ms for two dozen ASCII names.
    path: /signature-nodejs[\\/]lib[\\/]keyvalue\.js$/,
    contents: (path) =>
      replaced(
        readFileSync(path, 'utf8'),
        'l.toString().localeCompare(r)',
        `require(${JSON.stringify(inLocaleOrder)}).inLocaleOrder(l, r)`,
      ),
  },
  {
    // In the wrapper of a CommonJS module V8 reads every function once more than at the top of the bundle.
    path: /shared[\\/]generated[\\/]validators[\\/][\w.]+\.js$/,
    contents: (path) => asEsModule(readFileSync(path, 'utf8')),
  },
  {
    // Most calls succeed and need no advice.
    path: /shared[\\/]generated[\\/]errors\.ts$/,
    contents: () => {
      const getters = Object.keys(errorTable).map(
        (name) => `get ${name}() { return require('./${errorsFile}').${name}; }`,
      );
      return `module.exports = { ${getters.join(', ')} };`;
    },
  },
];

export const stubModules: Plugin = {
  name: 'stub-modules',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/errors\.json$/ }, ({ path }) => ({ path, external: true }));
    for (const { path: filter, contents } of leaner) {
      bundle.onLoad({ filter }, ({ path }) => ({ contents: contents(path), loader: 'js' }));
    }
  },
};

/** What Ajv writes as CommonJS, with the same names. */
function asEsModule(text: string): string {
  return text
    .replace(/^exports\.(\w+) = (\w+);$/gm, 'export { $2 as $1 };')
    .replace(/^const (\w+) = require\(("[^"]+")\)\.default;$/gm, 'import $1 from $2;');
}

function replaced(text: string, old: string, by: string): string {
  if (!text.includes(old)) throw new Error(`The CloudBase SDK no longer says ${old}`);
  return text.replace(old, by);
}
