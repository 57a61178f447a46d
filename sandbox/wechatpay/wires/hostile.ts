import { isRecord } from '../../isRecord';
import type { HostileAnswer } from '../faults';

type Fields = Readonly<Record<string, unknown>>;

/** No party of the sandbox. */
const STRANGER = '1900009999';

const ORDER_ID = '30000000000000000000000000000000';

/**
 * Makes the fields of a successful answer ones that a careful caller must not believe, though they are signed. Where a request
 * has nothing of the kind (a finish has no lines), the answer has no fields at all.
 * @param honest what the operation answers beside codes and identity
 */
export function hostile(how: HostileAnswer, honest: Fields): Fields {
  const made = alterations[how](honest);
  return JSON.stringify(made) === JSON.stringify(honest) ? {} : made;
}

/**
 * Whether a lie stands in place of a refusal, too. One that names all that was asked for would be no lie but another fact:
 * that the request was accepted.
 */
export const coversRefusals = (how: HostileAnswer): boolean => how !== 'objectResult';

/** The answer that an accepted request would have got: for hostile answers to requests which the bank never saw. */
export function claimed(request: Fields): Fields {
  const { transaction_id, out_order_no, out_return_no, sub_mchid, description } = request;
  const { return_account, return_amount, return_mchid, amount } = request;
  const isReturn = out_return_no !== undefined;
  const said = isReturn
    ? { out_return_no, return_account, return_amount, return_mchid, amount, description, result: 'PROCESSING' }
    : { transaction_id, ...withLines(request, pending), status: 'PROCESSING', state: 'PROCESSING' };
  const all = { sub_mchid, out_order_no, order_id: request.order_id ?? ORDER_ID, ...said };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const pending = (lines: readonly Fields[]) =>
  lines.map(({ name: _, receiver_name: _name, ...line }) => ({ ...line, result: 'PENDING' }));

const alterations: Readonly<Record<HostileAnswer, (honest: Fields) => Fields>> = {
  empty: () => ({}),
  successAlone: () => ({}),
  otherOperation: () => ({ max_ratio: 2000 }),
  otherAmount: (honest) =>
    withLines(raised(raised(honest, 'amount'), 'return_amount'), ([first, ...others]) =>
      first ? [raised(first, 'amount'), ...others] : [],
    ),
  otherAccount: (honest) =>
    withLines(renamed(renamed(honest, 'return_mchid'), 'return_account'), ([first, ...others]) =>
      first ? [renamed(renamed(first, 'account'), 'receiver_account'), ...others] : [],
    ),
  extraLine: (honest) =>
    withLines(honest, (lines) => {
      const [first = {}] = lines;
      const account = 'receiver_account' in first ? 'receiver_account' : 'account';
      return [...lines, { ...first, type: 'MERCHANT_ID', [account]: STRANGER, amount: 1, detail_id: `${ORDER_ID}9` }];
    }),
  noLines: (honest) =>
    honest.receivers === undefined
      ? honest
      : { ...withLines(honest, () => []), ...('state' in honest ? { state: 'FINISHED' } : { status: 'FINISHED' }) },
  objectResult: (honest) => ({
    ...withLines(honest, (lines) => lines.map((line) => ({ ...line, result: { value: line.result } }))),
    ...('result' in honest && { result: { value: honest.result } }),
  }),
};

const raised = (fields: Fields, name: string): Fields =>
  name in fields && fields[name] !== undefined ? { ...fields, [name]: Number(fields[name]) + 1 } : fields;

const renamed = (fields: Fields, name: string): Fields =>
  typeof fields[name] === 'string' ? { ...fields, [name]: STRANGER } : fields;

/** Lines are a list on API v3, and the text of one on API v2. */
function withLines(fields: Fields, change: (lines: readonly Fields[]) => readonly Fields[]): Fields {
  const { receivers } = fields;
  if (Array.isArray(receivers)) return { ...fields, receivers: change(receivers.filter(isRecord)) };
  if (typeof receivers !== 'string') return fields;
  try {
    const lines: unknown = JSON.parse(receivers);
    return Array.isArray(lines) ? { ...fields, receivers: JSON.stringify(change(lines.filter(isRecord))) } : fields;
  } catch {
    return fields;
  }
}
