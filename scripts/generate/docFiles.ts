import { configurationDoc } from './docs/configurationDoc';
import { coverageDoc } from './docs/coverageDoc';
import { errorsDoc } from './docs/errorsDoc';
import { linksDoc } from './docs/linksDoc';
import { commonRows, operationDoc, operationsDoc } from './docs/operationsDoc';
import type { Language } from './docs/words';
import type { Coverage } from './readCoverage';
import type { Schemas } from './readSchemas';
import type { GeneratedFile } from './schema';

const folders: Readonly<Record<Language, string>> = { en: 'docs', zh: 'docs/zh-CN' };

/** The references people read, in both languages, from the same tables the functions run on. */
export function docFiles({ operations, errors, config, links }: Schemas, coverage: Coverage): GeneratedFile[] {
  return (['en', 'zh'] as const).flatMap((language) => {
    const file = (name: string, source: string, text: string): GeneratedFile => ({
      path: `${folders[language]}/${name}.md`,
      text: `<!-- Generated from ${source} by \`npm run generate\`. Do not edit. -->\n\n${text}\n`,
    });
    const common = commonRows(operations, language);
    return [
      file('operations', 'schemas/operations/', operationsDoc(operations, common, language)),
      ...operations.map((operation) => {
        const { name } = operation;
        return file(
          `operations/${name}`,
          `schemas/operations/${name}.json`,
          operationDoc(operation, common, errors, language),
        );
      }),
      file('errors', 'schemas/errors.json', errorsDoc(errors, language)),
      file('configuration', 'schemas/config.json', configurationDoc(config, language)),
      file('links', 'schemas/operations/', linksDoc(operations, links, language)),
      file('coverage', 'test/conformance/seen/', coverageDoc(coverage, operations, links, language)),
    ];
  });
}
