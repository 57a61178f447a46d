import { randomBytes } from 'node:crypto';
import { agreedValue } from './agreedValue';
import type { Variables } from './cloudFunctions';

const NAME = 'PROFIT_SHARING_LEDGER_KEY';

/** 192 random bits are 32 characters of base64url. */
const BYTES = 24;

/**
 * The variables with the key of the ledger: the one of the file, or the one that the deployed functions have, or a new one.
 * A key is made only where all functions get it: one that does not have it could not recognise what the others write.
 * @param deployed the variables of every function that is there
 * @param mayMake whether all functions are deployed
 * @throws {CloudFailure} AMBIGUOUS when the deployed functions have different keys
 */
export function withLedgerKey(file: Variables, deployed: readonly Variables[], mayMake: boolean): Variables {
  const key = agreedValue(NAME, file, deployed) || (mayMake ? randomBytes(BYTES).toString('base64url') : '');
  return key === '' ? file : { ...file, [NAME]: key };
}
