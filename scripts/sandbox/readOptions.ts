import { parseArgs } from 'node:util';
import type { StateOptions } from '../../sandbox';

/** What the command line says. */
export interface CommandOptions {
  readonly port: number;
  readonly securePort: number;
  readonly functionsDir: string;
  readonly quiet: boolean;
  readonly host: string;
  readonly allowedHosts: readonly string[];
  /** Undefined: keys and certificates are new in every run. */
  readonly dataDir: string | undefined;
  /** Where the credentials of all parties are written to; undefined: nowhere. */
  readonly exportTo: string | undefined;
  /** The bank's clock. */
  readonly clock: Pick<StateOptions, 'startAt' | 'ticking' | 'speed'>;
}

function portOf(option: string, value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${option}: expected a number from 0 to 65535`);
  return port;
}

function clockOf(values: { ticking: boolean; speed?: string; now?: string }): CommandOptions['clock'] {
  const startAt = values.now === undefined ? undefined : Date.parse(values.now);
  if (Number.isNaN(startAt)) throw new Error('--now: expected a moment such as 2026-03-02T10:00:00+08:00');
  const speed = Number(values.speed ?? 1);
  if (!(speed > 0 && speed <= 1_000_000)) throw new Error('--speed: expected a number above 0, 1000000 at most');
  if (!values.ticking && values.speed !== undefined) throw new Error('--speed: a clock that stands still has none');
  return { ...(startAt !== undefined && { startAt }), ...(values.ticking && { ticking: Date.now, speed }) };
}

/** @throws Error, in one line, for what makes no sense */
export function readOptions(args: readonly string[], built: string): CommandOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      port: { type: 'string', default: '9527' },
      'secure-port': { type: 'string', default: '9528' },
      functions: { type: 'string', default: built },
      quiet: { type: 'boolean', default: false },
      host: { type: 'string', default: '127.0.0.1' },
      'allow-host': { type: 'string', multiple: true, default: [] },
      'data-dir': { type: 'string' },
      'export-credentials': { type: 'string' },
      ticking: { type: 'boolean', default: true },
      speed: { type: 'string' },
      now: { type: 'string' },
    },
  });
  return {
    port: portOf('--port', values.port),
    securePort: portOf('--secure-port', values['secure-port']),
    functionsDir: values.functions,
    quiet: values.quiet,
    host: values.host,
    allowedHosts: values['allow-host'],
    dataDir: values['data-dir'],
    exportTo: values['export-credentials'],
    clock: clockOf(values),
  };
}
