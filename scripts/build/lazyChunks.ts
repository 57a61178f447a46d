import { readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { linkNames } from '../../shared/generated/links';

const root = resolve(__dirname, '../..');

/** A file beside the bundle of a function, read from disk when something in it is used and never before. */
interface Part {
  readonly file: string;
  /** What is bundled into it. */
  readonly entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>;
}

/** A module of ours that has become a file. */
interface OwnPart extends Part {
  /** Its path, without extension. */
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

/** Only ever `import()`ed: the file takes the place of the module. */
const askedForParts: readonly OwnPart[] = [
  own('cloudbase.js', 'shared/cloudbase'),
  own('ledger.js', 'shared/ledger'),
  // A query that found an end; a payment needs the rest of the ledger only.
  own('keepFound.js', 'shared/ledger/keepFound'),
  // One of them is the configured one.
  ...linkNames.map((link) => own(`${link}.js`, `shared/links/${link}`)),
  // Asked only when an answer was lost.
  own('profitSharingQuery.js', 'shared/generated/operations/profitSharingQuery'),
  own('profitSharingReturnQuery.js', 'shared/generated/operations/profitSharingReturnQuery'),
];

/** Most requests are valid, and a reply is checked when there is one. */
const validators = 'shared/generated/validators';
const checks = readdirSync(join(root, validators))
  .filter((file) => /\.(request|reply)\.js$/.test(file))
  .map((file) => own(file, `${validators}/${file.slice(0, -'.js'.length)}`));
/** Only a violation needs messages. */
const messages = own('messages.js', 'shared/messages');
/** Only a failure needs advice. */
const advice = own('advice.js', 'shared/advice');

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
  { module: 'node:https', exports: ['Agent', 'globalAgent', 'request'], from: 'node:https' },
  { module: 'node:tls', exports: ['createSecureContext'], from: 'node:tls' },
  ...checks.map(({ module, file }) => ({ module, exports: [extname(module).slice(1)], from: `./${file}` })),
  { module: messages.module, exports: ['messageFor'], from: `./${messages.file}` },
  { module: advice.module, exports: ['messageOf'], from: `./${advice.file}` },
];

export const parts: readonly Part[] = [...askedForParts, ...checks, messages, advice, ...packageParts];

/** Whether a part is code of ours, which may ask for other parts in its turn. */
export const asksForParts = (part: Part): boolean => 'module' in part;

/** Leaves the parts out of a bundle, and lets it ask for their files. */
export const lazyChunks: Plugin = {
  name: 'lazy-chunks',
  setup(bundle) {
    bundle.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      const module = resolve(resolveDir, path);
      if (kind !== 'dynamic-import') return late(module);
      const part = askedForParts.find((asked) => asked.module === module);
      return part && { path: `./${part.file}`, external: true };
    });
    bundle.onResolve({ filter: /^[@a-z]/, namespace: 'file' }, ({ path }) => late(path));
    bundle.onLoad({ filter: /./, namespace: 'late' }, ({ pluginData }) => {
      const { exports, from } = pluginData as LateModule;
      const getters = exports.map((name) => `get ${name}() { return require('${from}').${name}; }`);
      return { contents: `module.exports = { ${getters.join(', ')} };` };
    });
    bundle.onResolve({ filter: /./, namespace: 'late' }, ({ path }) => ({ path, external: true }));
  },
};

/** In the bundle of a late module itself it is the entry point, which no module imports. */
function late(path: string) {
  const found = lateModules.find(({ module }) => module === path);
  return found && { path, namespace: 'late', pluginData: found };
}

/** The SDK pins its own version of the database package. */
function databaseOfTheSdk(): string {
  return require.resolve('@cloudbase/database', { paths: [require.resolve('@cloudbase/node-sdk')] });
}
