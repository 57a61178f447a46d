import fc from 'fast-check';
import { type Claim, claimIn, claimOf, compare } from '../../shared/claim';
import type { UnknownFields } from '../../shared/contract';
import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { profitSharingQuery } from '../../shared/generated/operations/profitSharingQuery';
import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import { accountKeysOf } from '../../shared/ledger/accountKeys';
import { hash } from '../../shared/ledger/hash';
import { withoutPersons } from '../../shared/ledger/personalValues';
import { linesOf } from '../../shared/lines';
import type { Operation } from '../../shared/operation';

const SUB = '1900000109';
const RELEASED = '解冻给分账方';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const amount = fc.integer({ min: 1, max: 100_000_000 });
const account = fc.oneof(
  digits(10),
  fc.stringMatching(/^o[0-9A-Za-z_-]{27}$/),
  // Alike once masked.
  fc.constantFrom('1900000110', '1901110110'),
);
const numbers = fc.record({ transaction_id: digits(28), out_order_no: fc.stringMatching(/^[0-9A-Za-z_|*@-]{1,64}$/) });

const share = fc.record({
  numbers,
  receivers: fc.uniqueArray(
    fc.record({ account, amount: fc.oneof(amount, fc.constant(100)), description: fc.constantFrom('货款', RELEASED) }),
    { minLength: 1, maxLength: 8, selector: (receiver) => receiver.account },
  ),
});

/** How an answer may differ between links and pages without being another one. */
const spelling = fc.record({
  amountsAsText: fc.boolean(),
  accountName: fc.constantFrom('account', 'receiver_account', 'receiver_mchid'),
  withRest: fc.boolean(),
  seed: fc.integer(),
  status: fc.constantFrom('PROCESSING', 'FINISHED', 'ACCEPTED', undefined),
});
type Spelling = typeof spelling extends fc.Arbitrary<infer T> ? T : never;

/** The true answer to a share, and the same lines as they travel. */
function answerTo(request: UnknownFields, receivers: readonly UnknownFields[], how: Spelling): UnknownFields {
  const lines = receivers.map((receiver, at) => ({
    [how.accountName]: receiver.account,
    amount: how.amountsAsText ? String(receiver.amount) : receiver.amount,
    description: receiver.description,
    result: (how.seed + at) % 3 === 0 ? 'CLOSED' : 'SUCCESS',
    detail_id: `36${at}`,
  }));
  const rest = { account: SUB, amount: 7, description: RELEASED, result: 'SUCCESS', detail_id: '369' };
  const all: UnknownFields[] = how.withRest ? [rest, ...lines] : lines;
  const turned = [...all.slice(how.seed % all.length), ...all.slice(0, how.seed % all.length)];
  const { transaction_id, out_order_no } = request;
  return {
    ...{ return_code: 'SUCCESS', sub_mch_id: SUB, transaction_id, out_order_no, order_id: '30' },
    ...(how.status && { status: how.status }),
    receivers: JSON.stringify(turned),
  };
}

const KEYS = accountKeysOf(['k'.repeat(32)]);

/** The claims of a request: as it is sent, as older ledgers kept it, and as the ledger keeps it. */
function claimsOf(operation: Operation, request: UnknownFields): Claim[] {
  const { receivers } = request;
  const payload = {
    ...request,
    ...(Array.isArray(receivers) && {
      receivers: receivers.map((receiver) => ({ ...receiver, account: hash(receiver.account) })),
    }),
  };
  const sent = claimOf(operation, request);
  if (!sent) throw new Error(operation.name);
  const family = operation.idempotencyKey?.family ?? 'share';
  const kept = withoutPersons(request, KEYS);
  return [sent, claimIn({ family, payload }, KEYS), claimIn({ family, payload: kept }, KEYS)];
}

const verdict = (claim: Claim, answer: UnknownFields) => {
  const parsed = typeof answer.receivers === 'string' ? JSON.parse(answer.receivers) : undefined;
  return compare(claim, answer, parsed);
};

it('recognises its own share in every spelling, order and state, from the request and from the ledger', () => {
  fc.assert(
    fc.property(share, spelling, ({ numbers: named, receivers }, how) => {
      const request = { sub_mch_id: SUB, ...named, receivers };
      const answer = answerTo(request, receivers, { ...how, seed: Math.abs(how.seed) });
      for (const claim of claimsOf(multiProfitSharing, request)) {
        const found = verdict(claim, answer);
        expect(found.kind).toBe('proven');
        if (found.kind !== 'proven') return;
        const lines = linesOf(answer.receivers);
        const asked = found.positions.map((position) => (position === undefined ? undefined : receivers[position]));
        expect(new Set(found.positions).size).toBe(found.positions.length);
        asked.forEach((receiver, at) => {
          expect(Number(lines[at]?.amount)).toBe(receiver?.amount ?? 7);
        });
      }
    }),
  );
});

/** One thing about the money that is not as it was asked. */
const changes: Readonly<Record<string, (lines: UnknownFields[], at: number) => UnknownFields[]>> = {
  'another amount': (lines, at) =>
    lines.map((line, i) => (i === at ? { ...line, amount: Number(line.amount) + 1 } : line)),
  'another account': (lines, at) =>
    lines.map(({ account: _a, receiver_account: _r, receiver_mchid: _m, ...line }, i) =>
      i === at ? { ...line, account: '1800000000' } : { ...line, account: _a ?? _r ?? _m },
    ),
  'a line less': (lines, at) => lines.filter((_line, i) => i !== at),
  'a line twice': (lines, at) => [...lines, lines[at] ?? {}],
  'a stranger more': (lines) => [...lines, { account: '1800000000', amount: 1, result: 'SUCCESS' }],
  'a stranger’s release': (lines) => [...lines, { account: '1800000000', amount: 1, description: RELEASED }],
};

it.each(Object.entries(changes))('finds %s, wherever it stands', (_what, change) => {
  fc.assert(
    fc.property(share, spelling, fc.nat(), ({ numbers: named, receivers }, how, at) => {
      const request = { sub_mch_id: SUB, ...named, receivers };
      // The rest that went back to the payer is not claimed: what changes is a receiver's.
      const true_ = answerTo(request, receivers, { ...how, withRest: false, seed: Math.abs(how.seed) });
      const changed = change(linesOf(true_.receivers), at % receivers.length);
      const answer = { ...true_, receivers: JSON.stringify(changed) };
      for (const claim of claimsOf(multiProfitSharing, request)) {
        expect(verdict(claim, answer).kind).not.toBe('proven');
        if (changed.length > 0) expect(verdict(claim, answer).kind).toBe('differs');
      }
    }),
  );
});

it('finds every other number, and every promised one that is missing', () => {
  const requests: [Operation, UnknownFields, UnknownFields, string[]][] = [
    [
      multiProfitSharing,
      {
        ...{ sub_mch_id: SUB, transaction_id: '42', out_order_no: 'S1' },
        receivers: [{ account: '1900000110', amount: 1 }],
      },
      { receivers: JSON.stringify([{ account: '1900000110', amount: 1 }]) },
      ['transaction_id', 'out_order_no'],
    ],
    [
      profitSharingFinish,
      { sub_mch_id: SUB, transaction_id: '42', out_order_no: 'F1', description: '完结' },
      { amount: 7 },
      ['transaction_id', 'out_order_no'],
    ],
    [
      profitSharingReturn,
      { sub_mch_id: SUB, order_id: '30', out_return_no: 'R1', return_account: '1900000110', return_amount: 40 },
      { out_order_no: 'S1', result: 'SUCCESS' },
      ['order_id', 'out_return_no', 'return_account', 'return_amount'],
    ],
  ];
  for (const [operation, request, more, promised] of requests) {
    const { receivers: _asked, ...echoed } = request;
    const answer: UnknownFields = { ...echoed, ...more };
    for (const claim of claimsOf(operation, request)) {
      expect(verdict(claim, answer).kind).toBe('proven');
      for (const field of promised) {
        for (const absent of [undefined, null, '']) {
          expect(verdict(claim, { ...answer, [field]: absent })).toEqual({ kind: 'missing', field });
        }
        for (const other of [`${answer[field]}0`, {}, true, ['42']]) {
          expect(verdict(claim, { ...answer, [field]: other })).toEqual({ kind: 'differs', field });
        }
      }
      expect(verdict(claim, { ...answer, sub_mch_id: '1900000110' })).toEqual({ kind: 'differs', field: 'sub_mch_id' });
      expect(verdict(claim, { ...answer, sub_mch_id: undefined }).kind).toBe('proven');
    }
  }
});

it('claims nothing for what moves no money', () => {
  expect(claimOf(profitSharingQuery, { transaction_id: '42' })).toBeUndefined();
});

it('a share whose answer lists no receivers is not accepted on its word, while an answer without a list may be', () => {
  const request = {
    ...{ transaction_id: '42', out_order_no: 'S1', sub_mch_id: SUB },
    receivers: [{ type: 'MERCHANT_ID', account: '1900000110', amount: 1, description: 'd' }],
  } as UnknownFields;
  const answer = {
    return_code: 'SUCCESS',
    transaction_id: '42',
    out_order_no: 'S1',
    order_id: '30',
    status: 'PROCESSING',
  };
  const claim = claimOf(multiProfitSharing, request) as Claim;
  expect(compare(claim, answer, undefined)).toEqual({ kind: 'named' });
  expect(compare(claim, { ...answer, receivers: '[]' }, [])).toEqual({ kind: 'missing', field: 'receivers' });
});
