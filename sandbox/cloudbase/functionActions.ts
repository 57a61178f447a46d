import type { AdminActions } from './admin';
import { adminError, adminReply } from './adminReply';
import type { Caller } from './caller';
import { type Failure, failureSpelling } from './failures';
import type { Invocation } from './invocation';
import type { Runner } from './runner';

/** A function that calls another passes on whose call it serves; the chain comes from the SDK's signed header. */
function calleeOf(invocation: Invocation | undefined, sourceHeader: string): Caller {
  const caller: Caller = invocation?.caller ?? { token: false, http: false };
  return { ...caller, source: sourceHeader, http: false };
}

function messageOf({ errorMessage, stackTrace }: Failure): string {
  return stackTrace || errorMessage;
}

/** `functions.invokeFunction`: one function calls another. */
export function functionActions(runner: Runner): AdminActions {
  return {
    'functions.invokeFunction': async ({ params, headers, requestId, invocation }) => {
      const { function_name: name, request_data: data = '' } = params;
      if (typeof name !== 'string' || typeof data !== 'string') {
        return adminError('INVALID_PARAM', 'function_name and request_data must be strings', requestId);
      }
      const invoked = await runner.invoke({
        name,
        event: data === '' ? '{}' : data,
        caller: calleeOf(invocation, String(headers['x-tcb-source'] ?? '')),
      });
      if (invoked.ok) return adminReply({ data: { response_data: invoked.text } }, invoked.requestId);
      const { code } = failureSpelling[invoked.failure.kind];
      return adminError(code, messageOf(invoked.failure), invoked.requestId);
    },
  };
}
