import { Transformer } from 'wechatpay-axios-plugin';
import { type Fault, hostileAnswers } from '../../../../../sandbox/wechatpay/faults';
import { answerApiV2 } from '../../../../../sandbox/wechatpay/wires/apiv2/answerApiV2';
import { pages } from '../../../../../sandbox/wechatpay/wires/apiv2/pages';
import { askControl } from '../../../control/askControl';
import {
  ask,
  availableOf,
  type Fields,
  forSub,
  openDesk,
  ownFields,
  provider,
  signed,
  supplier,
  trueSign,
} from './desk';

const api = 'multiProfitSharing';

/** One share of a fresh order under a fault, and what became of the money a minute later. */
function shareUnder(fault: Fault) {
  const { state, transactionId } = openDesk();
  state.faults.inject(fault);
  const share: Fields = { ...forSub, ...ownFields(transactionId).multiProfitSharing };
  const answer = ask(state, api, share);
  state.bank.clock.advance(60_000);
  return { state, ...answer, share, received: availableOf(state, supplier.mchId) };
}

describe('a fault on API v2', () => {
  it.each([
    ['before', 0],
    ['after', 100],
  ] as const)('is a code that shows %s the money moved', (effect, received) => {
    const shared = shareUnder({ kind: 'code', code: 'SYSTEMERROR', message: '系统超时', effect });
    expect(shared.fields).toMatchObject({ return_code: 'SUCCESS', result_code: 'FAIL', err_code: 'SYSTEMERROR' });
    expect(shared.fields.sign).toBe(trueSign(shared.fields, provider.mchId));
    expect(shared.received).toBe(received);
  });

  it('is an envelope, without code or signature', () => {
    const { fields, received } = shareUnder({ kind: 'envelope', message: '对同笔订单分账频率过高' });
    expect([fields, received]).toEqual([{ return_code: 'FAIL', return_msg: '对同笔订单分账频率过高' }, 0]);
  });

  it('is a page of another server', () => {
    expect(shareUnder({ kind: 'status', status: 503, body: 'busy' })).toMatchObject({ status: 503, text: 'busy' });
    const { status, contentType, received } = shareUnder({
      kind: 'platform',
      code: 'X',
      message: 'x',
      effect: 'after',
    });
    expect([status, contentType, received]).toEqual([502, 'text/html', 100]);
  });

  it('is an answer that comes late, half, or not at all', () => {
    const { state, transactionId } = openDesk();
    const page = pages.find((known) => known.api === 'profitSharingOrderAmountQuery');
    if (!page) throw new TypeError('no page');
    const body = Buffer.from(
      Transformer.toXml(signed({ mch_id: provider.mchId, nonce_str: 'n', transaction_id: transactionId })),
    );
    const under = (fault: Fault) => {
      state.faults.inject(fault);
      return answerApiV2(state, { page, body });
    };
    const whole = answerApiV2(state, { page, body }).body.length;
    expect(under({ kind: 'slow', delayMs: 5 })).toMatchObject({ delayMs: 5, cut: 'none' });
    expect(under({ kind: 'silence', effect: 'after' }).cut).toBe('before-answer');
    expect(under({ kind: 'broken', effect: 'after', connection: 'cut' }).cut).toBe('mid-body');
    expect(under({ kind: 'broken', effect: 'after' }).body.length).toBe(whole >> 1);
  });

  it('is an answer no careful caller believes, after the money moved', () => {
    const [missing, wrong, md5] = (['missing', 'wrong', 'md5'] as const).map((flaw) =>
      shareUnder({ kind: 'signature', flaw, effect: 'after' }),
    );
    expect(missing?.fields.sign).toBeUndefined();
    expect(wrong?.fields.sign).toMatch(/^[0-9A-F]{64}$/);
    expect(wrong?.fields.sign).not.toBe(trueSign(wrong?.fields ?? {}, provider.mchId));
    expect(md5?.fields.sign).toBe(trueSign(md5?.fields ?? {}, provider.mchId, 'MD5'));
    expect([missing, wrong, md5].map((shared) => [shared?.fields.result_code, shared?.received])).toEqual([
      ['SUCCESS', 100],
      ['SUCCESS', 100],
      ['SUCCESS', 100],
    ]);
  });

  it('is the well signed answer to another request', () => {
    const { fields, share, received } = shareUnder({ kind: 'otherAnswer', effect: 'after' });
    expect(fields.sign).toBe(trueSign(fields, provider.mchId));
    expect(fields.transaction_id).toBe(share.transaction_id);
    expect(fields.out_order_no).not.toBe(share.out_order_no);
    expect(received).toBe(100);
  });

  it.each(['before', 'after'] as const)('is a well signed lie, told %s the money moved', (effect) => {
    const lies = hostileAnswers.map((answer) => [answer, shareUnder({ kind: 'hostile', answer, effect })] as const);
    for (const [, { fields, received }] of lies) {
      expect(fields.sign).toBe(trueSign(fields, provider.mchId));
      expect(received).toBe(effect === 'after' ? 100 : 0);
    }
    const told = Object.fromEntries(
      lies.map(([answer, { fields, share }]) => {
        const { sign: _, return_code, result_code, mch_id, sub_mch_id, appid, nonce_str, ...said } = fields;
        expect(said.out_order_no ?? share.out_order_no).toBe(share.out_order_no);
        const lines = said.receivers && (JSON.parse(said.receivers) as Record<string, unknown>[]);
        return [answer, lines ? lines.map(({ account, amount, result }) => [account, amount, result]) : said];
      }),
    );
    expect(told).toEqual({
      empty: {},
      successAlone: {},
      otherOperation: { max_ratio: '2000' },
      otherAmount: [[supplier.mchId, 101, 'PENDING']],
      otherAccount: [['1900009999', 100, 'PENDING']],
      extraLine: [
        [supplier.mchId, 100, 'PENDING'],
        ['1900009999', 1, 'PENDING'],
      ],
      noLines: [],
      objectResult: [[supplier.mchId, 100, { value: 'PENDING' }]],
    });
    const [[, empty], [, alone]] = lies as [(typeof lies)[number], (typeof lies)[number]];
    expect(Object.keys(empty.fields)).toEqual(['sign']);
    expect(alone.fields).toEqual({ return_code: 'SUCCESS', result_code: 'SUCCESS', sign: expect.any(String) });
  });

  it('lies about a return too, and where there is nothing to lie about says nothing', () => {
    const { state, transactionId } = openDesk();
    const { multiProfitSharing, profitSharingReturn, profitSharingFinish } = ownFields(transactionId);
    ask(state, api, { ...forSub, ...multiProfitSharing });
    state.bank.clock.advance(60_000);
    state.bank.setMerchant(supplier.mchId, { returnsEnabled: true });
    const under = (answer: (typeof hostileAnswers)[number], fields: Record<string, string>) => {
      state.faults.inject({ kind: 'hostile', answer, effect: 'before' });
      return ask(state, fields.out_return_no ? 'profitSharingReturn' : 'profitSharingFinish', { ...forSub, ...fields });
    };
    expect(under('otherAmount', profitSharingReturn).fields).toMatchObject({
      return_amount: '11',
      result: 'PROCESSING',
    });
    expect(under('otherAccount', profitSharingReturn).fields).toMatchObject({ return_account: '1900009999' });
    expect(under('otherAmount', profitSharingFinish).fields).not.toHaveProperty('out_order_no');
    expect(state.bank.books().returns).toEqual([]);
  });

  it('can be ordered over the control API', async () => {
    const { state } = openDesk();
    const order = async (body: unknown) => (await askControl(state, 'POST /_sandbox/faults', body)).status;
    expect([await order({ kind: 'signature', flaw: 'md5' }), await order({ kind: 'otherAnswer', api })]).toEqual([
      200, 200,
    ]);
    expect(await order({ kind: 'hostile', answer: 'empty' })).toBe(200);
    expect([await order({ kind: 'hostile' }), await order({ kind: 'hostile', answer: 'kind' })]).toEqual([400, 400]);
    expect([await order({ kind: 'signature' }), await order({ kind: 'signature', flaw: 'ugly' })]).toEqual([400, 400]);
    expect(state.faults.list()).toEqual([
      { kind: 'signature', flaw: 'md5', effect: 'after', times: 1 },
      { kind: 'otherAnswer', api, effect: 'after', times: 1 },
      { kind: 'hostile', answer: 'empty', effect: 'before', times: 1 },
    ]);
  });
});

describe('the call log', () => {
  it('keeps every request that arrived on API v2, with its fields and how it ended', () => {
    const { state, transactionId } = openDesk();
    const share = { ...forSub, ...ownFields(transactionId).multiProfitSharing };
    ask(state, api, share);
    ask(state, api, share, { key: '192006250b4c09247ec02edce69f6a2d' });
    ask(state, api, share, { certificate: null });
    state.faults.inject({ kind: 'signature', flaw: 'missing', effect: 'after' });
    ask(state, api, share);
    const at = state.bank.clock.now();
    expect(state.calls.list()).toMatchObject([
      { at, api, link: 'apiv2', request: share, outcome: { return_code: 'SUCCESS', result_code: 'SUCCESS' } },
      { at, api, link: 'apiv2', request: share, outcome: { return_code: 'FAIL', return_msg: '签名失败' } },
      { at, api, link: 'apiv2', request: share, outcome: { status: 400 } },
      { at, api, link: 'apiv2', request: share, outcome: { fault: 'signature', result_code: 'SUCCESS' } },
    ]);
  });
});
