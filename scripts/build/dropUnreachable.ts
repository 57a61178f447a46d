import type { Plugin } from 'esbuild';

/**
 * What of the CloudBase SDK nothing of ours reaches, by path below `node_modules`; a folder stands for all of it. Where
 * the SDK itself touches a part while it starts, the value says what stands in place of the stub.
 */
export const unreachable: Readonly<Record<string, string>> = {
  '@cloudbase/node-sdk/dist/ai/': '',
  '@cloudbase/node-sdk/dist/analytics/': '',
  '@cloudbase/node-sdk/dist/auth/': '',
  '@cloudbase/node-sdk/dist/cloudrun/': '',
  '@cloudbase/node-sdk/dist/logger/': '',
  '@cloudbase/node-sdk/dist/notification/': '',
  '@cloudbase/node-sdk/dist/storage/': '',
  // Retries are off unless asked for: a request of money is repeated by the adapter, which asks first.
  '@cloudbase/node-sdk/dist/utils/retry.js': '',
  // Outside the platform the SDK looks for the metadata host of a Tencent machine, and lives with not finding it.
  '@cloudbase/node-sdk/dist/utils/metadata.js': "lookupAppId: async () => ''",
  // `init` makes its data models at once; they are never used.
  '@cloudbase/wx-cloud-client-sdk/': 'default: { generateHTTPClient: () => leftOut, generateMySQLClient: leftOut }',
  '@cloudbase/database/dist/commonjs/realtime/websocket-client.js': '',
  'axios/': '',
  'http-proxy-agent/': '',
  'https-proxy-agent/': '',
  // Only file names have a media type to look up; pay calls carry fields.
  'mime-types/': '',
};

/**
 * Replaces the unreachable parts of the SDK by stubs that are quiet when loaded and throw when touched. They speak up on the
 * console too, because the SDK swallows some of its errors.
 * @param parts as above, of another bundle
 * @param found gathers the parts that were replaced, for the build to compare with the list
 */
export function dropUnreachable(found: Set<string>, parts: Readonly<Record<string, string>> = unreachable): Plugin {
  const paths = Object.keys(parts);
  const pattern = paths.map((path) => path.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')).join('|');
  return {
    name: 'drop-unreachable',
    setup(bundle) {
      bundle.onLoad({ filter: new RegExp(`node_modules[\\\\/](${pattern})`) }, ({ path }) => {
        const below = path.replaceAll('\\', '/').split('node_modules/').at(-1) ?? '';
        const part = paths.find((start) => below.startsWith(start));
        if (part === undefined) return undefined;
        found.add(part);
        return { contents: stub(part, parts[part] ?? '') };
      });
    },
  };
}

function stub(part: string, alive: string): string {
  return `
    const touched = (_target, name) => {
      if (name === '__esModule') return true;
      const message = ${JSON.stringify(`${part} is left out of this build`)};
      console.error(message);
      throw new Error(message);
    };
    const leftOut = new Proxy(function () {}, { get: touched, apply: touched, construct: touched });
    module.exports = ${alive ? `{ __esModule: true, ${alive} }` : 'leftOut'};`;
}
