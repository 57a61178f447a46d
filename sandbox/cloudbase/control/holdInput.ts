import { BadInput, readInput } from '../../control/readInput';
import type { Hold } from '../transit';

/** Reads a delay on the way to WeChat Pay. @throws BadInput */
export function readHold(body: unknown): Hold {
  const { delayMs, times } = readInput(body, { delayMs: 'integer', times: 'integer' });
  if (delayMs === undefined) throw new BadInput('delayMs', 'needed');
  if (times === 0) throw new BadInput('times', 'at least 1');
  return { delayMs, ...(times !== undefined && { times }) };
}
