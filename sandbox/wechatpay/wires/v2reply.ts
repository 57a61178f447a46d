import { createHash, createHmac } from 'node:crypto';
import type { V2Answer, V2Fields } from './v2contract';
import type { V2Api } from './v2fields';

/** Signs the answers of the private links. The callers of those have no key to check it with. */
const SANDBOX_KEY = 'sandbox-key-of-the-private-link0';

/** Return and returnQuery have no result_code: they fail with error_code and error_msg beside return_code FAIL. */
const usesErrorCode = (api: V2Api) => api === 'profitSharingReturn' || api === 'profitSharingReturnQuery';

export interface Head {
  readonly mch_id: string;
  readonly appid: string;
  readonly sub_mch_id?: string;
  readonly sub_appid?: string;
}

/** Signed as the platform would. */
export function signed(body: V2Fields): V2Fields {
  return { ...body, sign: sign(body) };
}

function sign(fields: V2Fields): string {
  const names = Object.keys(fields).filter((name) => fields[name] !== undefined && fields[name] !== '');
  const pairs = names.sort().map((name) => `${name}=${fields[name]}`);
  const text = [...pairs, `key=${SANDBOX_KEY}`].join('&');
  return createHmac('sha256', SANDBOX_KEY).update(text).digest('hex').toUpperCase();
}

/**
 * The reply body of one v2 call.
 * @param seed what makes the nonce: the same history gives the same answers
 */
export function v2reply(api: V2Api, answer: V2Answer, head: Head, seed: string): V2Fields {
  if (answer.kind === 'envelope') return { return_code: 'FAIL', return_msg: answer.message };
  if (answer.kind === 'refused' && usesErrorCode(api)) {
    return { return_code: 'FAIL', error_code: answer.code, error_msg: answer.message };
  }
  const nonce = createHash('sha256').update(seed).digest('hex').toUpperCase().slice(0, 32);
  const codes: V2Fields = usesErrorCode(api)
    ? { return_code: 'SUCCESS' }
    : { return_code: 'SUCCESS', result_code: answer.kind === 'success' ? 'SUCCESS' : 'FAIL' };
  const body: V2Fields =
    answer.kind === 'success'
      ? { ...codes, ...head, nonce_str: nonce, ...answer.fields }
      : { ...codes, err_code: answer.code, err_code_des: answer.message, ...head, nonce_str: nonce };
  return signed(body);
}
