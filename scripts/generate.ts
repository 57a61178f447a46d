import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { functionSettings } from './deploy/functionSettings';
import { clientFiles } from './generate/clientFiles';
import { cloudbasercFile } from './generate/cloudbasercFile';
import { configFile } from './generate/configFile';
import { contractFile } from './generate/contractFile';
import { docFiles } from './generate/docFiles';
import { errorsFile } from './generate/errorsFile';
import { handlerFiles } from './generate/handlerFiles';
import { linksFile } from './generate/linksFile';
import { operationFiles } from './generate/operationFiles';
import { readCoverage } from './generate/readCoverage';
import { readSchemas } from './generate/readSchemas';
import type { GeneratedFile } from './generate/schema';
import { typesFile } from './generate/typesFile';
import { validatorFiles } from './generate/validatorFiles';

/** Folders that hold nothing but generated files. */
const folders = ['shared/generated', 'client/generated', 'docs/operations', 'docs/zh-CN/operations'];

/** Everything that is made from the `schemas` folder under `root`, in memory. The same schemas give the same bytes. */
async function generate(root: string): Promise<GeneratedFile[]> {
  const schemas = readSchemas(root);
  const { operations, errors, config, links } = schemas;
  return [
    await typesFile(operations),
    ...operations.flatMap(validatorFiles),
    ...operationFiles(operations),
    errorsFile(errors),
    configFile(config),
    linksFile(links),
    contractFile(operations, links),
    ...handlerFiles(operations),
    ...clientFiles(operations),
    cloudbasercFile(functionSettings(root, operations, links)),
    ...docFiles(schemas, readCoverage(root)),
  ];
}

function present(root: string): string[] {
  return folders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      );
  });
}

/** What of `files` is missing or stale under `root`, and what lies in the generated folder without being generated. */
function differences(root: string, files: readonly GeneratedFile[]): string[] {
  const made = new Set(files.map(({ path }) => path));
  const extra = present(root).filter((path) => !made.has(path));
  const wrong = files.flatMap(({ path, text }) => {
    if (!existsSync(join(root, path))) return [`missing ${path}`];
    return readFileSync(join(root, path), 'utf8') === text ? [] : [`stale   ${path}`];
  });
  return [...wrong, ...extra.map((path) => `extra   ${path}`)];
}

function write(root: string, files: readonly GeneratedFile[]): void {
  const made = new Set(files.map(({ path }) => path));
  for (const path of present(root)) if (!made.has(path)) rmSync(join(root, path));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

async function main(): Promise<void> {
  const root = process.cwd();
  const files = await generate(root);
  const found = differences(root, files);
  if (!process.argv.includes('--check')) {
    write(root, files);
    console.log(`${files.length} files, ${found.length} changed`);
  } else if (found.length > 0) {
    console.error(`Not fresh, run \`npm run generate\`:\n${found.join('\n')}`);
    process.exitCode = 1;
  } else {
    console.log(`${files.length} generated files are fresh`);
  }
}

void main();
