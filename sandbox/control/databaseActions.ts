import { DatabaseError } from '../cloudbase/database/databaseError';
import type { World } from '../world';
import { type Answer, ok } from './actions';
import { BadInput } from './readInput';

/** The committed documents of one collection. @throws BadInput when there is none of this name */
export function readCollection({ database }: World, name: string): Answer {
  try {
    return ok(database.read(name));
  } catch (error) {
    if (error instanceof DatabaseError) throw new BadInput('collection', error.message);
    throw error;
  }
}
