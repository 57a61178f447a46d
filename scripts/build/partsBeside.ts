import { join, resolve } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

const root = resolve(__dirname, '../..');

/** A file beside the bundle of a function, read from disk when something in it is used and never before. */
interface Part {
  readonly file: string;
  /** What is bundled into it. */
  readonly entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>;
}

/** A module of ours that is only ever `import()`ed: the file takes its place. */
interface OwnPart extends Part {
  readonly module: string;
}

/** A module its importer names at the top, and uses later or never: its exports become getters. */
interface LateModule {
  readonly module: string;
  readonly exports: readonly string[];
  /** What the getters read. */
  readonly from: string;
}

const own = (file: string, module: string): OwnPart => ({
  file,
  module: join(root, module),
  entry: { entryPoints: [join(root, module)] },
});

const ownParts: readonly OwnPart[] = [
  own('cloudbase.js', 'shared/cloudbase'),
  own('ledger.js', 'shared/ledger/deployed'),
  // One of them is the configured one.
  ...['cloudpay', 'cloudrun', 'apiv2', 'apiv3', 'ecommerce', 'brand'].map((link) =>
    own(`${link}.js`, `shared/links/${link}`),
  ),
  // Asked only when an answer was lost.
  own('profitSharingQuery.js', 'shared/generated/operations/profitSharingQuery'),
  own('profitSharingReturnQuery.js', 'shared/generated/operations/profitSharingReturnQuery'),
];

const packageParts: readonly Part[] = [
  { file: 'cloudbaseDatabase.js', entry: { entryPoints: [databaseOfTheSdk()] } },
  {
    file: 'fastXmlParser.js',
    entry: { stdin: { contents: "export { XMLParser } from 'fast-xml-parser';", resolveDir: root } },
  },
];

const lateModules: readonly LateModule[] = [
  // The ledger needs it, a call on the private link does not.
  { module: '@cloudbase/database', exports: ['Db'], from: './cloudbaseDatabase.js' },
  // Nothing to parse before there is an answer.
  { module: 'fast-xml-parser', exports: ['XMLParser'], from: './fastXmlParser.js' },
  // Only bills are compressed.
  { module: 'node:zlib', exports: ['createGunzip'], from: 'node:zlib' },
  // The private links speak plain HTTP.
  { module: 'node:https', exports: ['Agent', 'request'], from: 'node:https' },
  { module: 'node:tls', exports: ['createSecureContext'], from: 'node:tls' },
];

export const parts: readonly Part[] = [...ownParts, ...packageParts];

/** Whether a part is code of ours, which may ask for other parts in its turn. */
export const asksForParts = (part: Part): boolean => 'module' in part;

/** Leaves the parts out of a bundle, and lets it ask for their files. */
export const partsBeside: Plugin = {
  name: 'parts-beside',
  setup(bundle) {
    bundle.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const part = ownParts.find(({ module }) => module === resolve(resolveDir, path));
      return part && { path: `./${part.file}`, external: true };
    });
    bundle.onResolve({ filter: /^[@a-z]/, namespace: 'file' }, ({ path }) => {
      const late = lateModules.find(({ module }) => module === path);
      return late && { path, namespace: 'late', pluginData: late };
    });
    bundle.onLoad({ filter: /./, namespace: 'late' }, ({ pluginData }) => {
      const { exports, from } = pluginData as LateModule;
      const getters = exports.map((name) => `get ${name}() { return require('${from}').${name}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };` };
    });
    bundle.onResolve({ filter: /./, namespace: 'late' }, ({ path }) => ({ path, external: true }));
  },
};

/** The SDK pins its own version of the database package. */
function databaseOfTheSdk(): string {
  return require.resolve('@cloudbase/database', { paths: [require.resolve('@cloudbase/node-sdk')] });
}
