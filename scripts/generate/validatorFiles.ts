import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone';
import { without } from './resolve';
import { annotations, type GeneratedFile, type OperationSchema } from './schema';

const declaration = `import type { Check } from '../../operation';

export declare const request: Check;
export declare const reply: Check;
`;

/**
 * Compiles the request and the reply of one operation to plain CommonJS: compiling at run time would cost every cold
 * start 50–100 ms, and Ajv itself would have to be deployed. Annotations are left out, they would triple the size.
 */
export function validatorFiles(operation: OperationSchema): GeneratedFile[] {
  // strictRequired looks only at properties that stand before `required` in Ajv's own order of keywords, so it
  // rejects every `then: { required }`; a test holds required against properties instead.
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    messages: false,
    code: { source: true, esm: false, lines: true },
  });
  ajv.addSchema(without(operation.request, annotations), 'request');
  ajv.addSchema(without(operation.reply, annotations), 'reply');
  const code = standaloneCode(ajv, { request: 'request', reply: 'reply' });
  const path = `shared/generated/validators/${operation.name}`;
  return [
    { path: `${path}.js`, text: `${code.trim()}\n` },
    { path: `${path}.d.ts`, text: declaration },
  ];
}
