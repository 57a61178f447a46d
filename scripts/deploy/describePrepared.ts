import { typed } from '../terminal/invocation';
import { MEMORY_MB, RUNTIME } from './functionSettings';
import type { Prepared, PreparedFunction } from './prepareFunctions';

/** What a tool sets of a function besides its code. */
export type SetByTool = ReadonlySet<'runtime' | 'timeout' | 'memory' | 'variables' | 'triggers'>;

/** What was prepared, and what is left to be set by hand, function by function. */
export function describePrepared(prepared: Prepared, setByTool: SetByTool): string {
  const { link, functions, leftOut, usesLedger } = prepared;
  const paths = functions.flatMap(({ settings: { name, httpPath } }) => (httpPath ? [{ name, httpPath }] : []));
  return [
    `Link ${link}`,
    ...functions.flatMap((one) => linesOf(one, setByTool)),
    ...leftOut.map(({ name, why }) => `- ${name}: ${why}`),
    ...paths.map(({ name, httpPath }) => `By hand: the HTTP path ${httpPath} to ${name}, without a login.`),
    ...(usesLedger ? [`By hand: ${typed('collections')} --env <envId> for the collections of the ledger.`] : []),
    `Then ${typed('doctor')} --env <envId> says whether everything is set.`,
  ].join('\n');
}

function linesOf({ settings, folder, variables, credentials, missing }: PreparedFunction, setByTool: SetByTool) {
  const byHand = [
    ...(setByTool.has('runtime') ? [] : [`runtime ${RUNTIME}`]),
    ...(setByTool.has('timeout') ? [] : [`timeout ${settings.timeout} s`]),
    ...(setByTool.has('memory') ? [] : [`memory ${MEMORY_MB} MB`]),
  ];
  const triggers = setByTool.has('triggers') ? [] : settings.triggers.map(({ name, config }) => `${name} (${config})`);
  const listed = (what: string, names: readonly string[]) =>
    names.length > 0 ? [`  ${what}: ${names.join(', ')}`] : [];
  return [
    `${settings.name}: ${folder}`,
    ...listed(
      'with',
      [...credentials.keys()].map((file) => `credentials/${file}`),
    ),
    ...listed('by hand', byHand),
    ...listed('variables by hand', setByTool.has('variables') ? [] : variables),
    ...listed('trigger by hand', triggers),
    ...missing.map((name) => `  ! ${name} is not set, and its link cannot work without it`),
  ];
}
