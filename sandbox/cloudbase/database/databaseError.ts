const contact = 'Please check your request, but if the problem persists, contact us.';

/** An error of the database, in the words of the cloud: both SDKs and the code above them decide by these texts. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  constructor(
    readonly code: string,
    message: string,
    /** The server gives the transaction up, locks included, before it answers with this error. */
    readonly endsTransaction = false,
  ) {
    super(message);
  }
}

/** What the database or the driver behind it refuses; the rule is in the message only. */
export function requestFailed(message: string): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);
}

/** One document's write was refused by a rule of MongoDB, in the Go driver's spelling. */
export function writeRefused(rule: string): DatabaseError {
  return requestFailed(`multiple write errors: [{write errors: [{${rule}}]}, {<nil>}]`);
}

/** The service gave up waiting for the database behind it. The text is inferred: the Go driver's own. */
export function answerLost(): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', `[InternalError] context deadline exceeded. ${contact}`);
}

export function invalidParam(message: string): DatabaseError {
  return new DatabaseError('INVALID_PARAM', message);
}

/** Collections are never created by a write (docs.cloudbase.net/error-code/DATABASE_COLLECTION_NOT_EXIST). */
export function collectionMissing(name: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );
}

export function collectionExists(): DatabaseError {
  return new DatabaseError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist. ${contact}`,
  );
}

/**
 * Another writer was first. The server has then rolled back by itself, as MongoDB does on a write conflict: the rollback
 * that an SDK sends afterwards fails (so the tests of @cloudbase/node-sdk, which run on the cloud, say).
 */
export function transactionConflict(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${contact}`,
    true,
  );
}

/** A transaction takes one operation at a time; it lives on after this error. */
export function transactionBusy(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${contact}`,
  );
}

/** Committed, aborted, given up or older than 30 s (docs.cloudbase.net/error-code/DATABASE_TRANSACTION_FAIL). */
export function transactionMissing(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${contact}`,
  );
}

/** Which write met the duplicate: the driver words each differently. */
export type WriteKind = 'insertOne' | 'insertMany' | 'update';

/**
 * A unique index is broken. The cloud gives the first form (measured) and documents the second, a code of its own
 * (docs.cloudbase.net/error-code): code above must know both.
 */
export function duplicateKey(key: string, kind: WriteKind, told: 'measured' | 'documented'): DatabaseError {
  if (told === 'documented') {
    return new DatabaseError('DATABASE_DUPLICATE_WRITE', 'index key duplicate, e.g. same _id', true);
  }
  const rule = `{E11000 duplicate key error collection: ${key}}`;
  const operation = kind === 'update' ? '[FailedOperation]' : '[FailedOperation.Insert]';
  const errors =
    kind === 'insertMany'
      ? `bulk write error: [${rule}]`
      : `multiple write errors: [{write errors: [${rule}]}, {<nil>}]`;
  return new DatabaseError('DATABASE_REQUEST_FAILED', `${operation} ${errors}`, true);
}
