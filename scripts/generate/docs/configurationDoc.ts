import type { ConfigSchema, VariableSchema } from '../configFile';
import { code, table } from './markdown';
import { type Language, type Words, wordsIn } from './words';

function valuesOf(variable: VariableSchema, words: Words): string {
  const { minimum, maximum } = variable;
  const values = [
    variable.enum ? variable.enum.map(code).join(', ') : variable.type,
    minimum !== undefined && maximum !== undefined ? `${minimum}–${maximum}` : '',
    code(variable.pattern),
    variable.file ? `${words.file} ${code(`credentials/${variable.file}`)}` : '',
    variable.secret ? words.secret : '',
  ];
  return values.filter((value) => value !== '').join(', ');
}

/** The reference of every environment variable. */
export function configurationDoc({ variables }: ConfigSchema, language: Language): string {
  const words = wordsIn(language);
  const head = [
    words.variable,
    words.values,
    words.default,
    words.links,
    words.required,
    words.description,
    words.example,
  ];
  const rows = variables.map((variable) => [
    code(variable.name),
    valuesOf(variable, words),
    code(variable.default),
    variable.links.map(code).join(', '),
    (variable.requiredOn ?? []).map(code).join(', '),
    variable[language],
    code(variable.example),
  ]);
  return [`# ${words.configuration}`, words.configurationIntro, words.credentials, table(head, rows)].join('\n\n');
}
