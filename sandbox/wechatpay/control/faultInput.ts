import { BadInput, readInput } from '../../control/readInput';
import { type Fault, hostileAnswers } from '../faults';

const spec = {
  kind: [
    ...['code', 'envelope', 'silence', 'slow', 'broken', 'status', 'platform', 'signature'],
    ...['otherAnswer', 'fields', 'hostile'],
  ] as const,
  flaw: ['missing', 'wrong', 'md5', 'unknownSerial', 'stale', 'altered'],
  answer: hostileAnswers,
  api: 'string',
  times: 'integer',
  effect: ['before', 'after'],
  code: 'string',
  message: 'string',
  delayMs: 'integer',
  connection: ['whole', 'cut'],
  status: 'integer',
  body: 'string',
  contentType: 'string',
  fields: 'object',
  alone: 'boolean',
} as const;

function needed<T>(field: string, value: T | undefined): T {
  if (value === undefined) throw new BadInput(field, 'needed for this kind of fault');
  return value;
}

/** Reads a fault; `effect` defaults to `before`, except for faults of the answer itself. @throws BadInput */
export function readFault(body: unknown): Fault {
  const { kind, api, times, effect = 'before', ...given } = readInput(body, spec);
  if (times !== undefined && times < 1) throw new BadInput('times', 'at least 1');
  const aim = { ...(api === undefined ? {} : { api }), ...(times === undefined ? {} : { times }) };
  const { message, connection, body: text, contentType } = given;
  switch (needed('kind', kind)) {
    case 'code':
      return {
        kind: 'code',
        code: needed('code', given.code),
        ...(message === undefined ? {} : { message }),
        effect,
        ...aim,
      };
    case 'envelope':
      return { kind: 'envelope', message: needed('message', message), effect, ...aim };
    case 'silence':
      return { kind: 'silence', effect, ...aim };
    case 'slow':
      return { kind: 'slow', delayMs: needed('delayMs', given.delayMs), ...aim };
    case 'broken':
      return { kind: 'broken', effect, ...(connection === undefined ? {} : { connection }), ...aim };
    case 'status': {
      const page = {
        ...(text === undefined ? {} : { body: text }),
        ...(contentType === undefined ? {} : { contentType }),
      };
      return { kind: 'status', status: needed('status', given.status), ...page, effect, ...aim };
    }
    case 'platform':
      return { kind: 'platform', code: needed('code', given.code), message: message ?? '', effect, ...aim };
    case 'signature':
      return { kind: 'signature', flaw: needed('flaw', given.flaw), effect: 'after', ...aim };
    case 'otherAnswer':
      return { kind: 'otherAnswer', effect: 'after', ...aim };
    case 'fields': {
      const { fields, alone } = given;
      return { kind: 'fields', fields: needed('fields', fields), ...(alone && { alone }), effect: 'after', ...aim };
    }
    case 'hostile':
      return { kind: 'hostile', answer: needed('answer', given.answer), effect, ...aim };
  }
}
