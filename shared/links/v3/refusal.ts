import type { Config } from '../../config';
import type { AnswerFields, JsonObject, OperationName, RequestFields } from '../../contract';
import { diagnose } from '../../errors';
import { v3Codes } from '../../generated/errors';
import type { HttpAnswer } from '../../http';
import type { Operation } from '../../operation';
import { own } from '../../own';
import { readJson } from '../../readJson';
import { fault, type SendResult } from '../link';
import type { Route } from './route';

export function commonFields(request: RequestFields, config: Pick<Config, 'mchId' | 'appid'>): AnswerFields {
  return withValue<AnswerFields>({
    mch_id: config.mchId,
    sub_mch_id: request.sub_mch_id,
    appid: config.appid,
    sub_appid: request.sub_appid,
    nonce_str: request.nonce_str,
  });
}

/**
 * A 4xx or 5xx answer in the words of the contract. Errors are read whether signed or not, as the official clients do.
 * `http_status` and `detail` are kept beside the contract's fields.
 */
export function refusal(
  { status, body }: Pick<HttpAnswer, 'status' | 'body'>,
  operation: Operation,
  { errorField }: Pick<Route<OperationName>, 'errorField'>,
  common: AnswerFields,
): SendResult {
  const { code = CODE_OF_STATUS[status], message = `HTTP ${status}`, detail } = errorOf(body);
  if (code === undefined) return fault('BAD_ANSWER', `HTTP ${status}`);
  const err_code = contractCode(code, message, operation);
  const beside = withValue({ http_status: status, detail });
  const faulty = faultyField(detail);
  const described = faulty === undefined ? message : `${message} (${faulty})`;
  const said = { err_code, err_code_des: described };
  // API v2 has no business code for a refused signature: it fails the envelope.
  if (err_code === 'SIGN_ERROR') {
    return { kind: 'answer', fields: { return_code: 'FAIL', return_msg: message, ...said, ...beside } };
  }
  const failure =
    errorField === 'error_code'
      ? { return_code: 'FAIL', error_code: err_code, error_msg: described }
      : { return_code: 'SUCCESS', result_code: 'FAIL', ...said };
  return { kind: 'answer', fields: { ...failure, ...common, ...beside } };
}

/** Where a field stands in a request, as the first part of its path. */
const LOCATIONS = new Set(['body', 'query', 'path', 'url', 'header']);

/** The field that `detail` blames: `/body/receivers/0/amount` → `receivers[0].amount`. Never the value, which may be personal. */
function faultyField(detail: unknown): string | undefined {
  const { field } = (typeof detail === 'object' && detail !== null ? detail : {}) as { readonly field?: unknown };
  if (typeof field !== 'string' || !/^[\w/.[\]-]{1,128}$/.test(field)) return undefined;
  const parts = field.split('/').filter((part) => part !== '');
  const inside = LOCATIONS.has(parts[0] ?? '') ? parts.slice(1) : parts;
  return inside.reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part), '');
}

const CODE_OF_STATUS: Readonly<Record<number, string>> = { 401: 'SIGN_ERROR', 429: 'FREQUENCY_LIMITED' };

/** INVALID_REQUEST says nothing by itself; the words tell which of the contract's codes it is. Unknown codes stay. */
function contractCode(code: string, message: string, operation: Operation): string {
  const translated = own(v3Codes, code) ?? code;
  if (code !== 'INVALID_REQUEST') return translated;
  const { code: said } = diagnose(undefined, message, operation);
  return said === 'UNKNOWN_FAILURE' ? translated : said;
}

function errorOf(body: Buffer): { code?: string; message?: string; detail?: unknown } {
  const { code, message, detail } = (readJson(body.toString()) ?? {}) as JsonObject;
  return {
    ...(typeof code === 'string' && code !== '' && { code }),
    ...(typeof message === 'string' && message !== '' && { message }),
    ...(detail !== undefined && { detail }),
  };
}

function withValue<Fields extends object>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}
