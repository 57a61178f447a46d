import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import type { UnknownFields } from '../../shared/contract';
import { linkNames } from '../../shared/generated/links';
import { operations } from '../../shared/generated/operations';
import type { LinkName, Operation } from '../../shared/operation';
import { readTextFile } from '../settings/readTextFile';
import { functionsFolder } from '../terminal/invocation';
import { CallError } from './callError';
import { USAGE } from './usage';

/** How a function is reached. */
export type Target =
  | { readonly kind: 'sandbox'; readonly url: string; readonly link: LinkName | undefined }
  | {
      readonly kind: 'keys';
      readonly file: string;
      readonly link: LinkName | undefined;
      readonly credentials: string;
      readonly functions: string;
    }
  | { readonly kind: 'cloud'; readonly envId: string; readonly prefix: string };

/** A command line, read. */
export interface Command {
  readonly operation: Operation;
  readonly request: UnknownFields;
  readonly target: Target;
  readonly json: boolean;
  /** Do not ask before real money moves. */
  readonly yes: boolean;
}

const options = {
  sandbox: { type: 'string' },
  env: { type: 'string' },
  prefix: { type: 'string', default: '' },
  file: { type: 'string' },
  'env-file': { type: 'string' },
  link: { type: 'string' },
  credentials: { type: 'string', default: 'credentials' },
  functions: { type: 'string', default: functionsFolder() },
  locale: { type: 'string' },
  json: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** The arguments by option, not yet checked. */
export type ParsedArguments = ReturnType<typeof parseCommandLine>;

/** @throws {CallError} with the usage, for unknown options */
export function parseCommandLine(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    // The parser's own words would repeat the argument, which may be a key.
    throw new CallError(USAGE);
  }
}

/**
 * @param input all of standard input; only read for a request given as `-`
 * @throws {CallError, FileError} when the arguments name no possible call
 */
export async function readCommand(
  { values, positionals }: ParsedArguments,
  input: () => Promise<string>,
): Promise<Command> {
  const [name, text, ...more] = positionals;
  const targets = [values.sandbox, values.env, values['env-file']].filter((target) => target !== undefined);
  if (name === undefined || more.length > 0 || (text !== undefined && values.file !== undefined) || targets.length > 1)
    throw new CallError(USAGE);
  return {
    operation: operationOf(name),
    request: requestOf(await requestText(text, values.file, input)),
    target: targetOf(values),
    json: values.json,
    yes: values.yes,
  };
}

async function requestText(text = '{}', file: string | undefined, input: () => Promise<string>): Promise<string> {
  if (file !== undefined) return readTextFile(file);
  return text === '-' ? (await input()).replace(/^\uFEFF/, '') : text;
}

function operationOf(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (found) return found;
  const names = operations.map((operation) => operation.name);
  const nearest = closest(name, names);
  throw new CallError({
    zh: `没有这个操作；最接近的是 ${nearest}。所有操作：${names.join(' ')}`,
    en: `There is no such operation; the nearest is ${nearest}. All of them: ${names.join(' ')}`,
  });
}

function requestOf(text: string): UnknownFields {
  let request: unknown;
  try {
    request = JSON.parse(text);
  } catch {
    throw new CallError({
      zh: '请求不是合法的 JSON。各种终端的引号规则不同：写进文件用 --file，或以 - 从标准输入读取',
      en: 'The request is not JSON. Shells differ in their quotes: put it into a file for --file, or give - and pipe it in',
    });
  }
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    throw new CallError({ zh: '请求须为 JSON 对象', en: 'The request has to be a JSON object' });
  }
  return request as UnknownFields;
}

function targetOf(values: ParsedArguments['values']): Target {
  const link = linkNames.find((known) => known === values.link);
  if (values.link !== undefined && !link) {
    throw new CallError({
      zh: `--link 只能是 ${linkNames.join('、')}`,
      en: `--link is one of ${linkNames.join(', ')}`,
    });
  }
  if (values['env-file'] !== undefined) {
    return {
      kind: 'keys',
      file: values['env-file'],
      link,
      credentials: values.credentials,
      functions: values.functions,
    };
  }
  if (values.env === undefined) return { kind: 'sandbox', url: values.sandbox ?? 'http://127.0.0.1:9527', link };
  if (link) {
    throw new CallError({
      zh: '已部署的函数走哪条接入方式由其变量决定，--env 不能与 --link 同用',
      en: 'The variables of a deployed function decide on its link: --env and --link do not go together',
    });
  }
  return { kind: 'cloud', envId: values.env, prefix: values.prefix };
}
