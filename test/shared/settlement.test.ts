import { profitSharing } from '../../shared/generated/operations/profitSharing';
import { settlementOf } from '../../shared/settlement';

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

it('does not call a share settled whose receivers cannot be read', () => {
  for (const receivers of ['[{"type":"MERCHANT_ID"', 'none', '{}']) {
    expect(settlementOf(profitSharing, { return_code: 'SUCCESS', status: 'FINISHED', receivers })).toEqual({
      state: 'unknown',
      receivers: [],
    });
  }
});
