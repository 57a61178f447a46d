import { type Fault, withChanges } from '../../faults';
import type { V2Fields } from '../v2contract';
import { signatureOf } from './signature';
import type { Message } from './xml';

/** The fields that distinguish requests, the most specific first. */
const NUMBERS = ['out_return_no', 'out_order_no', 'transaction_id', 'sub_mch_id', 'mch_id'];

/** Makes an honest answer one that a careful caller must not believe. Unsigned answers stay as they are. */
export function corrupt(reply: V2Fields, request: Message | undefined, fault: Fault | undefined): V2Fields {
  const { sign, ...body } = reply;
  const mchId = request?.mch_id ?? '';
  if (fault?.kind === 'hostile') return { ...body, sign: signatureOf(body, mchId) };
  if (typeof sign !== 'string') return reply;
  if (fault?.kind === 'otherAnswer') {
    const other = { ...body, ...anotherNumber(body) };
    return { ...other, sign: signatureOf(other, mchId) };
  }
  if (fault?.kind === 'fields') {
    const other = withChanges(fault, body);
    return { ...other, sign: signatureOf(other, mchId) };
  }
  if (fault?.kind !== 'signature') return reply;
  if (fault.flaw === 'missing') return body;
  return { ...body, sign: fault.flaw === 'md5' ? signatureOf(body, mchId, 'MD5') : otherEnd(sign) };
}

function anotherNumber(body: V2Fields): V2Fields {
  const name = NUMBERS.find((known) => typeof body[known] === 'string');
  return name === undefined ? {} : { [name]: otherEnd(String(body[name])) };
}

function otherEnd(value: string): string {
  return value.slice(0, -1) + (value.endsWith('0') ? '1' : '0');
}
