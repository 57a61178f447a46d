import { isUtf8 } from 'node:buffer';
import type { AnswerFields } from '../../contract';
import type { HttpAnswer } from '../../http';
import { fault, type SendResult } from '../link';
import type { HmacSigner } from './hmacSigner';
import { type Fields, fromXml, XmlFault } from './xml';

/** Fen, or 1/10000 for `max_ratio`: XML carries digits where the contract has integers. */
const INTEGERS = new Set(['amount', 'return_amount', 'unsplit_amount', 'max_ratio']);

/** Who called; a wire names it and the contract does not. */
const CALLERS = ['mch_id', 'brand_mch_id'] as const;

/** Reads an answer; one that is incomplete, unsigned or for another merchant is BAD_ANSWER. */
export function fromWire(answer: HttpAnswer, request: Fields, { verify }: Pick<HmacSigner, 'verify'>): SendResult {
  if (answer.status !== 200) return fault('PLATFORM_ERROR', `HTTP ${answer.status}`);
  if (answer.body.length === 0) return fault('PLATFORM_ERROR', 'empty body');
  const unreadable = encodingFault(answer);
  if (unreadable) return badAnswer(unreadable);
  if (!isUtf8(answer.body)) return badAnswer('UTF-8');
  let fields: Fields;
  try {
    fields = fromXml(answer.body.toString());
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return badAnswer(`XML: ${error.message}`);
  }
  const doubt = flawIn(fields, request, verify);
  return doubt ? badAnswer(doubt) : { kind: 'answer', fields: inContract(fields) };
}

function badAnswer(detail: string): SendResult {
  return fault('BAD_ANSWER', detail);
}

function encodingFault({ headers }: HttpAnswer): string | undefined {
  const coding = headers['content-encoding'];
  if (coding && coding !== 'identity') return `content-encoding: ${coding}`;
  const charset = /charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return charset && !/^utf-?8$/i.test(charset) ? `charset: ${charset}` : undefined;
}

function flawIn(fields: Fields, request: Fields, verify: HmacSigner['verify']): string | undefined {
  // WeChat Pay cannot sign a refusal of the signature; only such refusals may come unsigned.
  const mayBeUnsigned = fields.get('return_code') === 'FAIL' && !fields.get('sign');
  if (!mayBeUnsigned && !verify(fields)) return fields.get('sign') ? 'sign' : 'sign missing';
  return CALLERS.find((name) => {
    const [asked, answered] = [request.get(name), fields.get(name)];
    return asked && answered && asked !== answered;
  });
}

function inContract(fields: Fields): AnswerFields {
  return Object.fromEntries(
    Array.from(fields, ([name, value]) => {
      const whole = INTEGERS.has(name) && /^\d+$/.test(value) && Number.isSafeInteger(Number(value));
      return [name, whole ? Number(value) : value];
    }),
  );
}
