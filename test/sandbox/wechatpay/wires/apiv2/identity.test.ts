import { parties } from '../../../../../sandbox/wechatpay/seedParties';
import type { ApiV2Name } from '../../../../../sandbox/wechatpay/wires/apiv2/pages';
import { ask, type Fields, nonce_str, openDesk, ownFields, provider, subMerchant, trueSign } from './desk';

const { brand, store } = parties;

/** Copied from the pages: sub_mch_id, brand_mch_id, appid, sub_appid; S send, O optional, B one of the two, X never. */
const matrix: readonly [ApiV2Name, string][] = [
  ['profitSharing', 'SOSO'],
  ['multiProfitSharing', 'SXSO'],
  ['profitSharingQuery', 'SXXX'],
  ['profitSharingFinish', 'SOSX'],
  ['profitSharingReturn', 'SXSO'],
  ['profitSharingReturnQuery', 'SXSX'],
  ['profitSharingAddReceiver', 'BBSO'],
  ['profitSharingRemoveReceiver', 'BBSO'],
  ['profitSharingOrderAmountQuery', 'XXXX'],
  ['profitSharingMerchantRatioQuery', 'BBXX'],
];
const names = ['sub_mch_id', 'brand_mch_id', 'appid', 'sub_appid'] as const;
const values: Fields = {
  sub_mch_id: subMerchant.mchId,
  brand_mch_id: brand.mchId,
  appid: provider.appid,
  sub_appid: subMerchant.appid,
};
const mch_id = provider.mchId;

function listed(marks: string, kinds: string): Fields {
  const chosen = names.filter((_, at) => kinds.includes(marks[at] ?? ''));
  return Object.fromEntries(chosen.map((name) => [name, values[name] ?? '']));
}

/** The least a page asks for; of two it wants one of, the sub-merchant. */
function needed(marks: string): Fields {
  const { brand_mch_id: _, ...fields } = listed(marks, 'SB');
  return fields;
}

/** A share that has been paid and given back in part, so that every operation has something to find. */
function openBusyDesk() {
  const desk = openDesk();
  const { state, transactionId } = desk;
  const own = ownFields(transactionId);
  for (const api of ['profitSharingAddReceiver', 'multiProfitSharing', 'profitSharingReturn'] as const) {
    ask(state, api, { mch_id, nonce_str, ...needed('S-S-'), ...own[api] });
    state.bank.clock.advance(60_000);
  }
  const call = (api: ApiV2Name, identity: Fields) => ask(state, api, { mch_id, nonce_str, ...identity, ...own[api] });
  return { ...desk, call };
}

/** One row per operation and field of which the page says this. */
function marked(mark: string, among: readonly string[] = names): [ApiV2Name, string, string][] {
  return matrix.flatMap(([api, marks]) =>
    names
      .filter((name, at) => marks[at] === mark && among.includes(name))
      .map((name): [ApiV2Name, string, string] => [api, name, marks]),
  );
}

const failed = { return_code: 'FAIL', return_msg: '签名失败' };

describe.each(matrix)('%s', (api, marks) => {
  it('takes what its page asks for', () => {
    const { fields } = openBusyDesk().call(api, needed(marks));
    expect(fields).toMatchObject({ return_code: 'SUCCESS', mch_id });
    expect(fields.result_code ?? 'SUCCESS').toBe('SUCCESS');
    expect(fields.sign).toBe(trueSign(fields, mch_id));
  });

  it('names in its answer only the parties that the request named', () => {
    const { fields } = openBusyDesk().call(api, needed(marks));
    const named = Object.fromEntries(names.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])));
    expect(named).toEqual(needed(marks));
  });

  it.each(['version', 'out_trade_no'])('answers 签名失败 to a field of no page: %s', (name) => {
    expect(openBusyDesk().call(api, { ...needed(marks), [name]: '1' }).fields).toEqual(failed);
  });

  it('reads an empty field as one that was not sent', () => {
    const empty = Object.fromEntries(
      [...names.filter((_, at) => marks[at] === 'X'), 'version'].map((name) => [name, '']),
    );
    const { fields } = openBusyDesk().call(api, { ...needed(marks), ...empty });
    expect(fields.result_code ?? fields.return_code).toBe('SUCCESS');
  });
});

it.each(marked('X'))('%s answers 签名失败 when the client also sends and signs %s', (api, name, marks) => {
  expect(openBusyDesk().call(api, { ...needed(marks), [name]: values[name] ?? '' }).fields).toEqual(failed);
});

it.each(marked('O', ['sub_appid']))('%s also takes %s, and names it in the answer', (api, name, marks) => {
  const { fields } = openBusyDesk().call(api, { ...needed(marks), [name]: values[name] ?? '' });
  expect(fields.result_code ?? fields.return_code).toBe('SUCCESS');
  expect(fields[name]).toBe(values[name]);
});

it.each(marked('S', ['appid']))('%s misses %s', (api, name, marks) => {
  const { fields } = openBusyDesk().call(api, { ...needed(marks), [name]: '' });
  expect(fields.err_code ?? fields.error_code).toBe('PARAM_ERROR');
});

describe('a brand', () => {
  const asked = { mch_id, nonce_str, brand_mch_id: brand.mchId };

  it('may stand in the place of the sub-merchant where the page wants one of the two', () => {
    const { state, transactionId } = openDesk();
    const own = ownFields(transactionId);
    const { receiver = '' } = own.profitSharingAddReceiver;
    for (const api of ['profitSharingAddReceiver', 'profitSharingRemoveReceiver'] as const) {
      const { fields } = ask(state, api, { ...asked, appid: provider.appid, receiver });
      expect(fields).toMatchObject({ result_code: 'SUCCESS', brand_mch_id: brand.mchId });
    }
    const { fields } = ask(state, 'profitSharingMerchantRatioQuery', asked);
    expect(fields).toMatchObject({ return_code: 'SUCCESS', brand_mch_id: brand.mchId, max_ratio: '3000' });
  });

  it('limits the share of its store, and cannot pay in its place', () => {
    const { state } = openDesk();
    const paidAt = state.bank.clock.now() - 60_000;
    const { transactionId } = state.bank.payOrder({ payerMchId: store.mchId, amount: 10_000, family: 'brand', paidAt });
    state.bank.setMerchant(brand.mchId, { maxRatio: 100 });
    const share = ownFields(transactionId).profitSharing;
    const add = ownFields(transactionId).profitSharingAddReceiver;
    const appid = provider.appid;
    ask(state, 'profitSharingAddReceiver', { ...asked, appid, ...add });
    const receivers = String(share.receivers).replace(parties.receivers[0].mchId, parties.receivers[1].mchId);
    const sharing = { ...asked, appid, ...share, receivers };
    const ofStore = { ...sharing, sub_mch_id: store.mchId };
    expect(ask(state, 'profitSharing', ofStore).fields).toMatchObject({
      result_code: 'SUCCESS',
      out_order_no: 'SINGLE',
    });
    const tooMuch = { ...ofStore, out_order_no: 'MORE', receivers: receivers.replace('100', '101') };
    expect(ask(state, 'profitSharing', tooMuch).fields.err_code).toBe('AMOUNT_OVERDUE');
    expect(ask(state, 'profitSharing', sharing).fields.err_code_des).toBe('参数错误:sub_mch_id');
  });
});

describe('the ratio query', () => {
  it('has no page for merchants without a provider: one of sub_mch_id and brand_mch_id must be named', () => {
    const { fields } = ask(openDesk().state, 'profitSharingMerchantRatioQuery', { mch_id, nonce_str });
    expect(fields).toEqual({ return_code: 'FAIL', err_code: 'PARAM_ERROR', err_msg: '商户号未设置' });
  });
});

describe('gopay, which sends appid with the queries of amount and ratio,', () => {
  const queries = [
    ['profitSharingOrderAmountQuery', {}, { unsplit_amount: '9840' }],
    ['profitSharingMerchantRatioQuery', { sub_mch_id: subMerchant.mchId }, { max_ratio: '3000' }],
  ] as const;

  it.each(queries)('is refused by %s as its page has it', (api, identity) => {
    const { call } = openBusyDesk();
    expect(call(api, { ...identity, appid: provider.appid }).fields.return_msg).toBe('签名失败');
  });

  it.each(queries)('is answered by %s where the switch says that it is taken', (api, identity, answer) => {
    const { state, call } = openBusyDesk();
    state.bank.setSwitches({ appidOnQueries: 'accept' });
    expect(call(api, { ...identity, appid: provider.appid }).fields).toMatchObject(answer);
    expect(call(api, identity).fields).toMatchObject(answer);
  });

  it('is refused by the share query all the same, as was seen live', () => {
    const { state, call } = openBusyDesk();
    state.bank.setSwitches({ appidOnQueries: 'accept' });
    const identity = { sub_mch_id: subMerchant.mchId, appid: provider.appid };
    expect(call('profitSharingQuery', identity).fields.return_msg).toBe('签名失败');
  });
});
