import type { Text } from '../../shared/locale';
import { ask } from '../collections/ask';
import { CloudFailure, explain } from '../collections/cloudFailure';
import { accountKey, openCloud, readCredentials } from '../collections/openCloud';
import { typed } from '../terminal/invocation';
import { Redactor } from '../terminal/redactor';
import { CallError } from './callError';
import type { Command, Target } from './readCommand';

/** The part of the cloud API's answer that is read (cloud.tencent.com/document/api/583/17243). */
interface Invoked {
  readonly Result?: {
    /** The reply as JSON text. */
    readonly RetMsg?: string;
    readonly ErrMsg?: string;
    /** 0, unless the function threw or ran out of time. */
    readonly InvokeResult?: number;
  };
}

/** Invokes the deployed function with the account's key. @returns the reply's text */
export async function viaCloud(
  { operation, request }: Command,
  { envId, prefix }: Extract<Target, { kind: 'cloud' }>,
): Promise<string> {
  const { protect, redact } = new Redactor();
  protect(accountKey(process.env));
  const doubt = operation.effect === 'money' ? IN_DOUBT : NO_DOUBT;
  let invoked: Invoked;
  try {
    const app = openCloud(envId, readCredentials(process.env));
    // Not `functions.invokeFunction`: it throws the code of a failure away, and with it what to do about it.
    const Param = { FunctionName: prefix + operation.name, Namespace: envId, ClientContext: JSON.stringify(request) };
    invoked = await ask<Invoked>(app.commonService('scf').call({ Action: 'Invoke', Param }));
  } catch (error) {
    if (!(error instanceof CloudFailure)) throw error;
    const certain = AFTERWARDS.find(([pattern]) => pattern.test(`${error.code} ${error.message}`));
    throw fault(
      { zh: explain(error, 'zh-CN', redact), en: explain(error, 'en', redact) },
      certain?.[1] ?? doubt,
      certain ? 'no' : 'maybe',
    );
  }
  const { RetMsg, ErrMsg, InvokeResult } = invoked.Result ?? {};
  if (InvokeResult === 0 && RetMsg) return RetMsg;
  const said = redact(ErrMsg || `InvokeResult ${InvokeResult}`);
  throw fault({ zh: said, en: said }, doubt, 'maybe');
}

function fault(said: Text, next: Text, ran: CallError['ran']): CallError {
  return new CallError({ zh: `${said.zh}\n${next.zh}`.trim(), en: `${said.en}\n${next.en}`.trim() }, ran);
}

const NO_DOUBT: Text = { zh: '', en: '' };

const IN_DOUBT: Text = {
  zh: '函数可能已经运行：用同一单号查询之后，再决定是否重发。',
  en: 'The function may have run: query with the same number before you send it again.',
};

/** Failures after which the function certainly did not run, and what they ask for beyond the cloud's own advice. */
const AFTERWARDS: readonly (readonly [code: RegExp, next: Text])[] = [
  [
    /^ResourceNotFound/,
    {
      zh: `函数尚未部署：${typed('deploy')} --env <envId>`,
      en: `It is not deployed yet: ${typed('deploy')} --env <envId>`,
    },
  ],
  [/^(AuthFailure|UnauthorizedOperation|InvalidParameter|RequestLimitExceeded|NO_CREDENTIALS|PROXY)/, NO_DOUBT],
  // Without a connection no byte can have left.
  [/^UNREACHABLE .*(ENOTFOUND|ECONNREFUSED|EAI_AGAIN)/, NO_DOUBT],
];
