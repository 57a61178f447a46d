import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The merchant's functions in a folder of their own, with the built client and the SDKs installed as npm would do it. */
export function installDesks(): { serverDesk: string; nodeDesk: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'desks-'));
  cpSync(join(__dirname, 'fixtures'), folder, { recursive: true });
  const install = (name: string, from: string) => {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, from), place, 'dir');
  };
  install('cloudpay-profitsharing', 'dist/client');
  for (const sdk of ['wx-server-sdk', '@cloudbase/node-sdk']) install(sdk, `node_modules/${sdk}`);
  return {
    serverDesk: join(folder, 'serverDesk'),
    nodeDesk: join(folder, 'nodeDesk'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
