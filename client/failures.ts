import type { Advice } from '../shared/advice';
import type { Locale, Text } from '../shared/locale';
import { fieldsOf } from './fieldsOf';
import { operations } from './generated/operations';
import type { OperationName } from './generated/ProfitSharingClient';
import type { Failure } from './ProfitSharingError';

/** Which call failed, and in which language to say so. */
export interface Call {
  readonly operation: OperationName;
  readonly locale: Locale;
}

interface Words {
  readonly title: Text;
  readonly message: Text;
}

const noAnswer: Words = {
  title: { zh: '云函数没有给出应答', en: 'the function gave no answer' },
  message: {
    zh: '钱可能已经动了。先用原单号查询；确认没有这笔之后，才用同一单号、相同参数重试。绝不要换单号，换号可能重复付款。',
    en: 'Money may have moved. Query with the same number first, and only when there certainly is none repeat with the same number and parameters. Never change the number: a new one can pay twice.',
  },
};

const badAnswer: Words = {
  title: { zh: '应答不是分账云函数的应答', en: 'the answer is not one of a profit-sharing function' },
  message: {
    zh: '请求可能已被执行。先用原单号查询，不要换单号；并核对被调用的云函数是否为本项目的函数及其版本。',
    en: 'The request may have taken effect. Query with the same number first and do not change it; check that the function called is one of this project, and its version.',
  },
};

const unexplained: Words = {
  title: { zh: '没有说明的失败', en: 'a failure without an explanation' },
  message: badAnswer.message,
};

const notFound: Words = {
  title: { zh: '云函数不存在', en: 'there is no such function' },
  message: {
    zh: '没有动账。部署该云函数，核对云环境 ID，或用 functionName 指出它的名称，再用原单号调用。',
    en: 'Nothing moved. Deploy the function, check the environment ID, or name the function with functionName; then call again with the same number.',
  },
};

const unmoved: Text = {
  zh: '这个操作不动账，稍后重试即可。',
  en: 'This operation moves no money: call again later.',
};

/**
 * CloudBase's code for a function that is not deployed, as both server SDKs pass it on (docs.cloudbase.net/error-code),
 * and WeChat's number for it in `wx.cloud` (its table of cloud development error codes). -501001, which wx-server-sdk
 * puts in place of a code it does not know, means nothing certain.
 */
const NOT_FOUND: readonly unknown[] = ['FUNCTION_NOT_FOUND', -501000];

/** A call the platform rejected. Only a function that does not exist certainly did nothing. */
export function rejected(call: Call, cause: unknown): Failure {
  const { code, errCode, requestId, requestID } = fieldsOf(cause);
  const isMissing = NOT_FOUND.includes(code) || NOT_FOUND.includes(errCode);
  const said = [code, errCode].find((value) => typeof value === 'string' || typeof value === 'number');
  const details = { cause, requestId: textOf(requestId) ?? textOf(requestID), said };
  if (!isMissing) return doubtful(call, 'NO_ANSWER', noAnswer, details);
  const advice = { category: 'config', retry: 'after_fix', number: 'any', funds: 'unchanged' } as const;
  return stated(call, 'FUNCTION_NOT_FOUND', notFound, { origin: 'network', ...advice }, details);
}

/** An answer that is no reply of the contract, or a success that cannot be read. */
export function unreadable(call: Call, reply: unknown, said?: string): Failure {
  return doubtful(call, 'BAD_ANSWER', badAnswer, { reply, said });
}

/** Advice for a failure that came without. */
export function adviceWithout(call: Call): Advice {
  return doubtful(call, 'UNKNOWN_FAILURE', unexplained, {}).advice;
}

interface Details {
  readonly said?: string | number | undefined;
  readonly requestId?: string | undefined;
  readonly reply?: unknown;
  readonly cause?: unknown;
}

/** Queries and registrations move nothing; the outcome of a payment is not known. */
function doubtful(call: Call, code: string, words: Words, details: Details): Failure {
  const origin = { origin: 'network', category: 'system' } as const;
  return operations[call.operation].effect === 'money'
    ? stated(call, code, words, { ...origin, retry: 'query_first', number: 'reuse', funds: 'unknown' }, details)
    : stated(
        call,
        code,
        { ...words, message: unmoved },
        { ...origin, retry: 'later', number: 'any', funds: 'unchanged' },
        details,
      );
}

function stated(
  { operation, locale }: Call,
  code: string,
  { title, message }: Words,
  advice: Omit<Advice, 'message'>,
  { said, ...details }: Details,
): Failure {
  const language = locale === 'en' ? 'en' : 'zh';
  const settlement = advice.funds === 'unknown' ? { settlement: { state: 'unknown', receivers: [] } as const } : {};
  return {
    operation,
    code,
    description: said === undefined ? title[language] : `${title[language]} (${said})`,
    advice: { ...advice, message: message[language] },
    ...settlement,
    ...details,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
