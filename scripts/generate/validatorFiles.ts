import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { without } from './resolve';
import { annotations, type GeneratedFile, type OperationSchema, type Schema } from './schema';

/**
 * Compiles what checks an operation to plain CommonJS: compiling at run time would cost every cold start 50–100 ms, and
 * Ajv itself would have to be deployed. Three files, because most calls need one: `accepts` says whether a request may be
 * sent and nothing else, `request` what is wrong with it, and `reply` is for when there is one.
 */
export function validatorFiles(operation: OperationSchema): GeneratedFile[] {
  const file = (name: string, code: string, type: string): GeneratedFile[] => {
    const path = `shared/generated/validators/${operation.name}.${name}`;
    return [
      { path: `${path}.js`, text: `${code.trim()}\n` },
      {
        path: `${path}.d.ts`,
        text: `import type { ${type} } from '../../operation';\n\nexport declare const ${name}: ${type};\n`,
      },
    ];
  };
  return [
    ...file('accepts', withoutFindings(compiled('accepts', operation.request, false)), 'IsValid'),
    ...file('request', compiled('request', operation.request, true), 'Validate'),
    ...file('reply', compiled('reply', operation.reply, true), 'Validate'),
  ];
}

/** Annotations are left out, they would triple the size. */
function compiled(name: string, schema: Schema, allErrors: boolean): string {
  // strictRequired looks only at properties that stand before `required` in Ajv's own order of keywords, so it
  // rejects every `then: { required }`; a test holds required against properties instead.
  const ajv = new Ajv({
    allErrors,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    messages: false,
    code: { source: true, esm: false, lines: true },
  });
  ajv.addSchema(without(schema, annotations), name);
  return countingLate(standaloneCode(ajv, { [name]: name }));
}

/**
 * Counting characters takes a walk through the text, for every limit of it. A character is one UTF-16 unit or two, so that
 * the units alone tell of nearly every text that it is short or long enough.
 */
function countingLate(code: string): string {
  return code
    .replace(/\b(func\d+)\((data\d*)\) > (\d+)/g, '$2.length > $3 && $1($2) > $3')
    .replace(
      /\b(func\d+)\((data\d*)\) < (\d+)/g,
      (_, count, text, least) => `${text}.length < ${2 * least} && ${count}(${text}) < ${least}`,
    );
}

/** Half of a validator words what it finds. Where a line is not recognised it stays, and does no harm. */
function withoutFindings(code: string): string {
  return code.replace(/^validate\d+\.errors = \[\{.*\}\];\n/gm, '');
}
