import { BadInput } from '../../http/readInput';
import { type Answer, ok } from '../../wechatpay/control/actions';
import type { World } from '../../world';
import { DatabaseError } from '../database/databaseError';

/** The committed documents of one collection. @throws BadInput when there is none of this name */
export function readCollection({ database }: World, name: string): Answer {
  try {
    return ok(database.read(name));
  } catch (error) {
    if (error instanceof DatabaseError) throw new BadInput('collection', error.message);
    throw error;
  }
}
