/** How an invocation can fail, as the platform names it. */
export type FailureKind =
  | 'notFound'
  | 'eventTooLarge'
  | 'threw'
  | 'timedOut'
  | 'exited'
  | 'replyTooLarge'
  | 'replyTooLargeForClient';

interface Spelling {
  /** `code` in a reply of the admin API. */
  readonly code: string;
  /** What a mini program sees in `errCode`. */
  readonly errCode: number;
  /** The words a mini program sees after `errCode`; empty when it shows none. */
  readonly words: string;
  /** The status of the function service (tencentcloud.com/document/product/583/35311). */
  readonly statusCode: number;
}

const executeFail = { code: 'FUNCTIONS_EXECUTE_FAIL', errCode: -504002, words: 'functions execute fail' };

/**
 * Codes are those of docs.cloudbase.net/error-code and of the WeChat error table. Inferred, because no page shows them:
 * the admin code and the errCode of an event over 6 MB, and the errCode of a function that exits or answers over 6 MB.
 */
export const failureSpelling: Readonly<Record<FailureKind, Spelling>> = {
  notFound: { code: 'FUNCTION_NOT_FOUND', errCode: -501000, words: '', statusCode: 404 },
  eventTooLarge: {
    code: 'EXCEED_MAX_PAYLOAD_SIZE',
    errCode: -504001,
    words: 'functions request fail',
    statusCode: 406,
  },
  threw: { ...executeFail, statusCode: 430 },
  timedOut: { code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', errCode: -504003, words: '', statusCode: 433 },
  exited: { ...executeFail, statusCode: 439 },
  replyTooLarge: { ...executeFail, statusCode: 407 },
  replyTooLargeForClient: { ...executeFail, errCode: -604001, words: '', statusCode: 200 },
};

/** A failed invocation in the function service's own shape, plus what kind of failure it is. */
export interface Failure {
  readonly kind: FailureKind;
  readonly errorCode: number;
  readonly errorMessage: string;
  readonly stackTrace: string;
  readonly statusCode: number;
}

/** Builds a {@link Failure}. User code that throws has errorCode 1, everything else -1. */
export function failure(kind: FailureKind, errorMessage: string, stackTrace = ''): Failure {
  return {
    kind,
    errorCode: kind === 'threw' ? 1 : -1,
    errorMessage,
    stackTrace,
    statusCode: failureSpelling[kind].statusCode,
  };
}

/** The sync event and reply limit of the function service, in bytes (cloud.tencent.com/document/product/583/11637). */
export const maxPayloadBytes = 6 * 1024 * 1024;

/** WeChat refuses a larger reply on its way to a mini program, in bytes (error -604001). */
export const maxClientReplyBytes = 1024 * 1024;
