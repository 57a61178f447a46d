import { literal, notice } from './literal';
import type { GeneratedFile, Text } from './schema';

/** One environment variable of the functions. */
export interface VariableSchema extends Text {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'list' | 'url' | 'pem';
  readonly holds?: readonly string[];
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly secret: boolean;
  readonly links: readonly string[];
  readonly requiredOn?: readonly string[];
  readonly file?: string;
  readonly example: string;
}

/** `schemas/config.json`. */
export interface ConfigSchema {
  readonly variables: readonly VariableSchema[];
}

const declaration = `
/** One environment variable of the functions. */
export interface Variable {
  readonly name: string;
  /** A list is comma separated; a url is http(s), plain http for loopback hosts only. */
  readonly type: 'string' | 'integer' | 'list' | 'url' | 'pem';
  /** What a pem may be, as its first line says. */
  readonly holds?: readonly string[];
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** The whole text matches it. */
  readonly pattern?: string;
  /** Never printed, not even in part. */
  readonly secret: boolean;
  /** Links that read it. */
  readonly links: readonly string[];
  /** Links that cannot work without it. */
  readonly requiredOn?: readonly string[];
  /** A file in \`credentials/\` beside the bundle that may hold the value instead. */
  readonly file?: string;
}

/** Every environment variable the functions read. */
`;

/** The configuration table without its prose. */
export function configFile({ variables }: ConfigSchema): GeneratedFile {
  const rows = variables.map(({ zh: _zh, en: _en, example: _example, ...row }) => row);
  const text = `${notice('schemas/config.json')}${declaration}export const variables = ${literal(rows)} as const satisfies readonly Variable[];\n`;
  return { path: 'shared/generated/config.ts', text };
}
