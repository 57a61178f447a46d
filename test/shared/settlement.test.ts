import type { UnknownFields } from '../../shared/contract';
import { profitSharing } from '../../shared/generated/operations/profitSharing';
import { profitSharingQuery } from '../../shared/generated/operations/profitSharingQuery';
import { hash } from '../../shared/ledger/hash';
import { settlementOf, stateOf as stateOfLines } from '../../shared/settlement';

const line = (result: string, description = '分到商户') => ({
  type: 'MERCHANT_ID',
  account: '1900000110',
  amount: 100,
  description,
  result,
});
const released = { ...line('SUCCESS', '解冻给分账方'), account: '1900000109' };
const stateOf = (...receivers: object[]) =>
  settlementOf(profitSharing, { return_code: 'SUCCESS', status: 'FINISHED', receivers: JSON.stringify(receivers) })
    ?.state;

it('never takes the rest that went back to the payer for a receiver that was paid', () => {
  expect(stateOf(line('CLOSED'), released)).toBe('closed');
  expect(stateOf(line('SUCCESS'), released)).toBe('settled');
});

it('says receiver by receiver who was paid', () => {
  expect(stateOf(line('SUCCESS'), line('CLOSED'))).toBe('partly_failed');
  expect(stateOf(line('SUCCESS'), line('PENDING'))).toBe('processing');
});

it('calls a finish settled when all it lists is the rest it released', () => {
  expect(stateOf(released)).toBe('settled');
});

describe('a query whose request is not known', () => {
  const read = (fields: UnknownFields) => settlementOf(profitSharingQuery, { return_code: 'SUCCESS', ...fields });

  it('never says that all were paid where it names no receiver', () => {
    for (const status of ['FINISHED', 'CLOSED']) {
      for (const receivers of [undefined, '', '[]']) expect(read({ status, receivers })?.state).toBe('unknown');
    }
  });

  it('knows a finish by what it released', () => {
    expect(read({ status: 'FINISHED', amount: 7 })).toEqual({ state: 'settled', receivers: [] });
    expect(read({ status: 'FINISHED', amount: '7' })?.state).toBe('settled');
    expect(read({ status: 'CLOSED', amount: 7 })?.state).toBe('closed');
    expect(read({ status: 'PROCESSING', amount: 7 })?.state).toBe('processing');
  });

  it('tells lines apart that look alike: by the hash of the account and WeChat Pay’s number', () => {
    const lines = ['1900000110', '1901110110'].map((account, at) => ({
      ...line('SUCCESS'),
      account,
      detail_id: `36${at}`,
    }));
    expect(read({ status: 'FINISHED', receivers: JSON.stringify(lines) })?.receivers).toEqual([
      expect.objectContaining({ account: '190****0110', account_hash: hash('1900000110'), detail_id: '360' }),
      expect.objectContaining({ account: '190****0110', account_hash: hash('1901110110'), detail_id: '361' }),
    ]);
  });

  it('shows money that went to a stranger in the words of a release', () => {
    const lines = [{ ...released, account: '1900000111' }];
    const fields = { sub_mch_id: '1900000109', status: 'FINISHED', receivers: JSON.stringify(lines) };
    expect(read(fields)?.receivers).toEqual([expect.objectContaining({ account_hash: hash('1900000111') })]);
  });
});

it.each([
  ['ACCEPTED', ['SUCCESS', 'SUCCESS'], 'processing'],
  ['PROCESSING', ['SUCCESS', 'SUCCESS'], 'processing'],
  ['', ['SUCCESS', 'SUCCESS'], 'settled'],
  ['FINISHED', ['SUCCESS', 'PENDING'], 'processing'],
  ['FINISHED', ['CLOSED', 'CLOSED'], 'closed'],
  ['CLOSED', ['SUCCESS', 'SUCCESS'], 'partly_failed'],
  ['CLOSED', ['PENDING', 'PENDING'], 'closed'],
])('a share that is %s with lines %j is %s', (status, results, state) => {
  expect(
    stateOfLines(
      status,
      results.map((result) => ({ result })),
    ),
  ).toBe(state);
});

it('does not call a share settled whose receivers cannot be read', () => {
  for (const receivers of ['[{"type":"MERCHANT_ID"', 'none', '{}']) {
    expect(settlementOf(profitSharing, { return_code: 'SUCCESS', status: 'FINISHED', receivers })).toEqual({
      state: 'unknown',
      receivers: [],
    });
  }
});

it('keeps what became of money that could not reach its receiver', () => {
  const abnormal = { abnormal_status: 'ABNORMAL_PENDING', funds_abnormal_redirect_id: '300022' };
  const settled = settlementOf(profitSharingQuery, {
    return_code: 'SUCCESS',
    status: 'FINISHED',
    receivers: JSON.stringify([{ ...line('CLOSED'), fail_reason: 'ACCOUNT_ABNORMAL', ...abnormal }, line('SUCCESS')]),
  });
  expect(settled?.receivers[0]).toMatchObject({ result: 'CLOSED', ...abnormal });
  expect(settled?.receivers[1]).not.toHaveProperty('abnormal_status');
});
