import { asCloudFailure, CloudFailure } from './cloudFailure';

/** Waits for an answer of manager-node. @throws {CloudFailure} in place of what it throws */
export function ask<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // A proxy that hangs up leaves manager-node waiting for nothing: the process would end there, without an error.
    const abandoned = () =>
      reject(
        new CloudFailure('UNREACHABLE', {
          zh: '连接已关闭，没有应答',
          en: 'the connection was closed without an answer',
        }),
      );
    process.once('beforeExit', abandoned);
    answer.finally(() => process.off('beforeExit', abandoned)).then(resolve, (error) => reject(asCloudFailure(error)));
  });
}

/** Codes of an API that does not exist (any more) where it was called. */
const UNSUPPORTED = /^(UnsupportedOperation|InvalidAction|ActionOffline|InvalidParameter\.Action)$/;

/** Nothing where the API cannot tell. @throws {CloudFailure} for every other failure */
export async function unlessUnsupported<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CloudFailure && UNSUPPORTED.test(error.code)) return undefined;
    throw error;
  }
}
