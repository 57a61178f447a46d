/** The cloud did not do what it was asked for, or could not be asked. */
export class CloudFailure extends Error {
  override readonly name = 'CloudFailure';

  /** @param code the cloud API's, or one of our own, which are in capitals */
  constructor(
    readonly code: string,
    message: string,
    readonly requestId = '',
  ) {
    super(message);
  }
}

/** As much of an answer that is no JSON as helps to recognise who gave it. */
const MOST_SHOWN = 200;

/** Reads what manager-node throws. */
export function asCloudFailure(thrown: unknown): CloudFailure {
  if (thrown instanceof CloudFailure) return thrown;
  const { message, code, requestId, action } = thrown as Record<'message' | 'code' | 'requestId' | 'action', unknown>;
  // A request without any answer arrives as an error in the place of a message.
  if (message instanceof Error) return new CloudFailure('UNREACHABLE', message.message);
  if (typeof code === 'string' && code !== '') return new CloudFailure(code, String(message), String(requestId ?? ''));
  // An answer that is not JSON, as of a proxy, arrives as the message itself, and one without `Response` as a TypeError.
  const shown = String(message).replace(/\s+/g, ' ');
  return new CloudFailure('UNREADABLE', action ? shown : `not JSON: ${shown}`);
}

/** AuthFailure and UnauthorizedOperation mean the same in every API of the cloud (cloud.tencent.com/document/api/1140/40531). */
const ADVICE: readonly (readonly [code: RegExp, advice: string])[] = [
  [/^AuthFailure\.SignatureExpire$/, 'The clock of this machine is more than five minutes off.'],
  [/^AuthFailure\.TokenFailure$/, 'TENCENTCLOUD_SESSIONTOKEN has expired or belongs to another key.'],
  [
    /^(AuthFailure\.)?UnauthorizedOperation/,
    'The key is not allowed to do this: give its user the policy QcloudTCBFullAccess.',
  ],
  [/^AuthFailure/, 'Check TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY: one of them is wrong or was disabled.'],
  [
    /^NO_CREDENTIALS$/,
    'Make a key at https://console.cloud.tencent.com/cam/capi and put it into the environment, never into arguments.',
  ],
  [/^UNREACHABLE$/, 'Check the network of this machine, and HTTPS_PROXY if it needs a proxy.'],
  [/^(NO_ENVIRONMENT|InvalidParameter\.EnvId)$/, 'Check --env; outside of ap-shanghai, set TENCENTCLOUD_REGION too.'],
  [/^NO_DATABASE$/, 'Open the document database of the environment in the CloudBase console first.'],
  [/^CONFLICT$/, 'Drop these indexes in the CloudBase console, then run the command again.'],
  [
    /^BLOCKED$/,
    'Delete these functions in the CloudBase console if you can do without them, then run the command again.',
  ],
  [
    /^(TOO_LARGE|LimitExceeded\.(EnvironmentSize|Environment))$/,
    'A function holds 4 KB of variables: put keys and certificates as files into credentials/ (git ignores it) instead.',
  ],
  [/^PATH_TAKEN$/, 'Remove this path of the HTTP access service in the CloudBase console, then run the command again.'],
  [
    /^FOREIGN_FUNCTION$/,
    'If they may be replaced, run the command again with --adopt; their own variables and descriptions stay.',
  ],
  [
    /^(RequestLimitExceeded|LimitExceeded\.(Frequency|RequestLimit)|FrequencyLimit)/,
    'Too many requests at a time: wait a minute, then run the same command again. What was done stays.',
  ],
  [
    /TableQuota|TooManyTables|IndexQuota|^(LimitExceeded|ResourceInsufficient|QuotaExceeded)/,
    'The plan of the environment allows no more: remove what is not needed, or upgrade it in the CloudBase console.',
  ],
  [
    /Balance|Arrear|Isolat/i,
    'The account or the environment is out of money: renew it in the Tencent Cloud console, then run the command again.',
  ],
  [
    /^(ResourceInUse|FailedOperation\.FunctionStatusError)/,
    'Another change of it is under way: wait until that is over, then run the command again.',
  ],
];

/**
 * What went wrong and what to do about it, for people.
 * @param redact takes secrets out; before the text is cut, because half a secret is no longer recognised
 */
export function explain(
  { code, message, requestId }: CloudFailure,
  redact: (text: string) => string = (text) => text,
): string {
  const clean = redact(message);
  const shown = clean.length > MOST_SHOWN && code === 'UNREADABLE' ? `${clean.slice(0, MOST_SHOWN)}…` : clean;
  const advice = ADVICE.find(([pattern]) => pattern.test(code))?.[1];
  const request = requestId && ` (request ${requestId})`;
  return `${code}: ${shown}${request}${advice ? `\n${advice}` : ''}`;
}
