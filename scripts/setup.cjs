'use strict';
// Installs the locked dependencies when they are missing or differ from the lockfile: for the two commands of a newcomer,
// `npm run demo` and `npm test`. With `--check` it installs nothing and says what to run: for every other command.
// Plain JavaScript: it runs before anything is installed.
const { readFileSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '..');
const jsonAt = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

/** The packages npm has put into node_modules, by their path, as it noted at the end; undefined when it never got there. */
function installedPackages() {
  try {
    return jsonAt('node_modules', '.package-lock.json').packages;
  } catch {
    return undefined;
  }
}

/** What is wrong with node_modules, or undefined. Optional packages are for other platforms: npm leaves those out. */
function problem() {
  const installed = installedPackages();
  if (!installed) return 'The dependencies are not installed';
  const differs = ([path, { version, optional, devOptional }]) =>
    path.startsWith('node_modules/') && !optional && !devOptional && installed[path]?.version !== version;
  return Object.entries(jsonAt('package-lock.json').packages).some(differs)
    ? 'The installed dependencies differ from package-lock.json'
    : undefined;
}

/** Returns the exit code of npm. */
function install() {
  console.error('Installing the locked dependencies …');
  const { status, stderr } = spawnSync('npm ci --loglevel=error', {
    cwd: root,
    // Standard output belongs to the command that comes after.
    stdio: ['inherit', 2, 'pipe'],
    encoding: 'utf8',
    // On Windows npm is a batch file.
    shell: true,
  });
  if (status === 0) return 0;
  const isTooOld = /\bEBADENGINE\b/.test(stderr);
  console.error(
    isTooOld ? `Node.js ${jsonAt('package.json').engines.node} is needed; this is ${process.versions.node}.` : stderr,
  );
  return status ?? 1;
}

const found = problem();
if (found && process.argv.includes('--check')) {
  console.error(`${found}: run npm ci.`);
  process.exitCode = 1;
} else if (found) {
  process.exitCode = install();
}
