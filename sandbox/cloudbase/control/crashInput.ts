import { BadInput, readInput } from '../../control/readInput';
import type { Crash } from '../crashes';

const spec = {
  function: 'string',
  on: ['pay', 'database'],
  moment: ['before', 'after'],
  nth: 'integer',
  times: 'integer',
} as const;

/** Reads a crash. @throws BadInput */
export function readCrash(body: unknown): Crash {
  const { function: name, on, moment, ...counts } = readInput(body, spec);
  if (name === undefined) throw new BadInput('function', 'needed');
  if (on === undefined) throw new BadInput('on', 'needed');
  if (moment === undefined) throw new BadInput('moment', 'needed');
  for (const field of ['nth', 'times'] as const) if (counts[field] === 0) throw new BadInput(field, 'at least 1');
  return { function: name, on, moment, ...counts };
}
