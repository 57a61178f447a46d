import { randomBytes } from 'node:crypto';
import type { Fields } from '../conformance/harness';

/** Ways to write one and the same request. Only `reordered` may be taken for another: its bytes differ on the wire. */
export const spellings = ['asWritten', 'camelCase', 'json', 'camelJson', 'nonce', 'fieldOrder', 'reordered'] as const;

export type Spelling = (typeof spellings)[number];

/** Whether the lines of a request stand in another order in this spelling. */
export function isReordered({ receivers }: Fields, spelling: Spelling): boolean {
  return spelling === 'reordered' && Array.isArray(receivers) && receivers.length > 1;
}

/** A request as one of its callers may write it. */
export function spelled(body: Fields, spelling: Spelling = 'asWritten'): Fields {
  return write[spelling](body);
}

const write: Readonly<Record<Spelling, (body: Fields) => Fields>> = {
  asWritten: (body) => body,
  camelCase: (body) => renamed(body),
  json: (body) => withReceivers(body, (receivers) => JSON.stringify(receivers)),
  camelJson: (body) => renamed(write.json(body)),
  nonce: (body) => ({ ...body, nonce_str: randomBytes(16).toString('hex') }),
  fieldOrder: (body) => reversed(withReceivers(body, (receivers) => receivers.map(reversed))),
  reordered: (body) => withReceivers(body, (receivers) => [...receivers].reverse()),
};

function withReceivers(body: Fields, change: (receivers: readonly Fields[]) => unknown): Fields {
  return Array.isArray(body.receivers) ? { ...body, receivers: change(body.receivers) } : body;
}

const reversed = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).reverse());

function renamed(body: Fields): Fields {
  const inCamelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [inCamelCase(name), value]));
}
