import { createHash } from 'node:crypto';
import type { V2Answer, V2Fields } from '../v2contract';
import type { Page } from './pages';
import { signatureOf } from './signature';
import type { Message } from './xml';

const ECHOED = ['mch_id', 'sub_mch_id', 'brand_mch_id', 'appid', 'sub_appid'];

/**
 * The fields of an answer, signed where WeChat Pay signs: not when return_code is FAIL.
 * @param message the request; undefined when it could not be read
 * @param seed what makes the nonce: the same history gives the same answers
 */
export function replyOf(page: Page, answer: V2Answer, message: Message | undefined, seed: string): V2Fields {
  const { code, text, level } = page.failure;
  if (answer.kind === 'envelope') return { return_code: 'FAIL', return_msg: answer.message };
  if (answer.kind === 'refused' && level === 'return') {
    return { return_code: 'FAIL', [code]: answer.code, [text]: answer.message };
  }
  const body: V2Fields = {
    return_code: 'SUCCESS',
    ...(level === 'result' && { result_code: answer.kind === 'success' ? 'SUCCESS' : 'FAIL' }),
    ...(answer.kind === 'refused' && { [code]: answer.code, [text]: answer.message }),
    ...Object.fromEntries(ECHOED.flatMap((name) => (message?.[name] ? [[name, message[name]]] : []))),
    nonce_str: createHash('sha256').update(seed).digest('hex').toUpperCase().slice(0, 32),
    ...(answer.kind === 'success' && answer.fields),
  };
  return message?.mch_id ? { ...body, sign: signatureOf(body, message.mch_id) } : body;
}
