'use strict';
// Installs the locked dependencies when they are missing or older than the lockfile, so that `npm test`,
// `npm run demo` and the other commands work on a fresh clone. Plain JavaScript: it runs before anything is installed.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createHash } = require('node:crypto');
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '..');

// npm only warns, and what then fails is some tool deep inside, with a stack of its own.
const needed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node;
const [major, minor] = process.versions.node.split('.').map(Number);
const willDo = needed.split(' || ').some((range) => {
  const [, sign, leastMajor, leastMinor] = /^(\^|>=)(\d+)\.(\d+)\./.exec(range);
  return major === Number(leastMajor) ? minor >= Number(leastMinor) : sign === '>=' && major > Number(leastMajor);
});
if (!willDo) {
  console.error(`Node.js ${needed} is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

const stamp = join(root, 'node_modules', '.installed-from');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing the locked dependencies …');
  // Not `npm ci`: it refuses a lockfile without the binaries of every other platform, and registries may not carry them.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // Standard output belongs to the command that comes after.
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  writeFileSync(stamp, lock);
}
