import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { HttpResponse } from '../http/httpResponse';
import { isRecord } from '../isRecord';
import { adminError } from './adminReply';
import type { CloudEnv, Invocation } from './invocation';
import type { Invocations } from './invocations';
import { parseMultipart } from './multipart';
import { type Params, verifyTc3 } from './tc3';

/** `POST /admin` as it came in. */
export interface AdminRequest {
  readonly headers: IncomingHttpHeaders;
  /** The query string without its question mark. */
  readonly query: string;
  readonly body: Buffer;
}

/** A request that has proved who sent it. */
export interface AdminCall {
  readonly params: Params;
  readonly headers: IncomingHttpHeaders;
  readonly requestId: string;
  /** The run of the function that sent it; undefined for the environment's lasting keys. */
  readonly invocation: Invocation | undefined;
}

/** One action of the admin API. */
export type AdminAction = (call: AdminCall) => HttpResponse | Promise<HttpResponse>;

/** Actions by the name that travels in `action`. */
export type AdminActions = Readonly<Record<string, AdminAction>>;

function paramsOf(request: AdminRequest): Params | undefined {
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return parseMultipart(request.body, contentType);
  try {
    const parsed: unknown = JSON.parse(request.body.toString('utf8'));
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The one address that CloudBase offers to code: authentication first, then the action's own rules. */
export class Admin {
  constructor(
    private readonly env: CloudEnv,
    private readonly invocations: Invocations,
    private readonly actions: AdminActions,
  ) {}

  /** Answers every request, the unforeseen ones with a platform error. */
  async answer(request: AdminRequest): Promise<HttpResponse> {
    const requestId = randomUUID();
    const params = paramsOf(request);
    if (!params) return adminError('INVALID_PARAM', 'the body is neither a JSON object nor a form', requestId);

    const verdict = verifyTc3(
      { method: 'post', path: '/admin', query: request.query, headers: request.headers, params },
      (secretId) => this.#secretKey(secretId),
      Date.now(),
    );
    if (!verdict.ok) return adminError('SIGN_PARAM_INVALID', verdict.message, requestId);
    const invocation = this.invocations.bySecretId(verdict.secretId);
    if (invocation && params.sessionToken !== invocation.sessionToken) {
      return adminError('SIGN_PARAM_INVALID', 'sessionToken does not belong to this SecretId', requestId);
    }
    // An empty name asks for the environment created first; here there is only one.
    if (params.envName !== '' && params.envName !== this.env.envId) {
      return adminError('INVALID_ENV', `environment ${String(params.envName)} is not ${this.env.envId}`, requestId);
    }
    const name = String(params.action);
    const action = Object.hasOwn(this.actions, name) ? this.actions[name] : undefined;
    if (!action) {
      const known = Object.keys(this.actions).join(', ');
      return adminError('ACTION_NOT_SIMULATED', `the sandbox has no ${name}, only ${known}`, requestId);
    }
    return action({ params, headers: request.headers, requestId, invocation });
  }

  #secretKey(secretId: string): string | undefined {
    if (secretId === this.env.secretId) return this.env.secretKey;
    return this.invocations.bySecretId(secretId)?.secretKey;
  }
}
